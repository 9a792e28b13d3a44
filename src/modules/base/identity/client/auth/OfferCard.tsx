import { Button } from "antd";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { useIsNarrow } from "../../../../../ui/kit/use-is-narrow.ts";
import { authMessages } from "./auth.messages.ts";
import type { SecondFactorOffer } from "./second-step.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./OfferCard.module.css";

/**
 * A new secret for an authenticator: as a picture, and to be typed; on a phone, which cannot scan itself,
 * also as a link that opens the authenticator.
 */
export function OfferCard({ offer }: { readonly offer: SecondFactorOffer }) {
  const { t } = useLanguage();
  const narrow = useIsNarrow();
  return (
    <div className={styles.offer} data-part="offer">
      <p>{t(authMessages.scan)}</p>
      {narrow && (
        <Button href={offer.uri} block>
          {t(authMessages.openHere)}
        </Button>
      )}
      <img
        className={styles.offerPicture}
        alt={t(authMessages.picture)}
        src={`data:image/svg+xml,${encodeURIComponent(offer.picture)}`}
      />
      <p className={base.muted}>{t(authMessages.typeSecret)}</p>
      <code className={styles.offerSecret}>{offer.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
    </div>
  );
}
