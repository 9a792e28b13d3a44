import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { authMessages } from "./auth.messages.ts";
import { ProviderButton } from "./ProviderButton.tsx";
import type { useWays } from "./use-ways.ts";
import * as bannerStyles from "../../../../../ui/kit/banner.module.css";
import * as secondStepStyles from "./second-step.module.css";
import * as styles from "./OtherWays.module.css";

/**
 * Company accounts above the password, why one came back from there, and the way to a password where few have
 * one.
 */
export function OtherWays({
  ways: { oidc, refused, passwords, showPasswords },
}: {
  readonly ways: ReturnType<typeof useWays>;
}) {
  const { t } = useLanguage();
  return (
    <>
      {oidc && <ProviderButton label={oidc.label} />}
      {refused && (
        <div
          className={
            refused === "oidc_cancelled"
              ? `${bannerStyles.banner} ${bannerStyles.bannerInfo}`
              : `${bannerStyles.banner} ${bannerStyles.bannerDanger}`
          }
          data-part="banner"
          role="alert"
        >
          {t(authMessages[refused])}
        </div>
      )}
      {oidc && passwords && <p className={styles.doorOr}>{t(authMessages.or)}</p>}
      {oidc && !passwords && (
        <div className={secondStepStyles.doorWays}>
          <QuietButton onClick={showPasswords}>{t(authMessages.withPassword)}</QuietButton>
        </div>
      )}
    </>
  );
}
