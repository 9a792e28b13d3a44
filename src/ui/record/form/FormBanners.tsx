import { Ghost } from "../../kit/Ghost.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordTexts } from "../record.messages.ts";

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
        <div className="banner banner-info">
          <Icon name="history" />
          <span className="grow">{t(recordTexts.draftRestored)}</span>
          <Ghost onClick={onDiscard}>{t(recordTexts.draftDiscard)}</Ghost>
        </div>
      )}
      {error && (
        <div className="banner banner-danger" role="alert">
          <Icon name="warning" />
          {error}
        </div>
      )}
    </>
  );
}
