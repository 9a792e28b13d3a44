import { Button } from "antd";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";

export interface FormFooterProps {
  readonly busy: boolean;
  readonly onCancel: () => void;
  /** Saves and begins another one; null where there is nothing to begin. */
  readonly onAgain: (() => void) | null;
}
/** The ways out of a form. */
export function FormFooter({ busy, onCancel, onAgain }: FormFooterProps) {
  const { t } = useLanguage();
  return (
    <footer className="form-foot">
      <Button onClick={onCancel}>{t(kitMessages.cancel)}</Button>
      <span className="grow" />
      {onAgain && (
        <Button disabled={busy} onClick={onAgain}>
          {t(recordScreenMessages.saveAndNew)}
        </Button>
      )}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t(recordScreenMessages.saveCreate)}
      </Button>
    </footer>
  );
}
