import { QuietButton } from "../../kit/QuietButton.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import * as bannerStyles from "../../kit/banner.module.css";
import * as base from "../../kit/base.module.css";

export interface FormBannersProps {
  readonly restored: boolean;
  /** What is wrong with the whole of it. */
  readonly error: string | undefined;
  readonly onDiscard: () => void;
}
/** What is said above the fields: that a draft is back, and what is wrong with no field of its own. */
export function FormBanners({ restored, error, onDiscard }: FormBannersProps) {
  const { t } = useLanguage();
  return (
    <>
      {restored && (
        <div className={`${bannerStyles.banner} ${bannerStyles.bannerInfo}`}>
          <Icon name="history" />
          <span className={base.grow}>{t(recordScreenMessages.draftRestored)}</span>
          <QuietButton onClick={onDiscard}>{t(recordScreenMessages.draftDiscard)}</QuietButton>
        </div>
      )}
      {error && (
        <div className={`${bannerStyles.banner} ${bannerStyles.bannerDanger}`} role="alert">
          <Icon name="warning" />
          {error}
        </div>
      )}
    </>
  );
}
