import { Button } from "antd";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./FormFooter.module.css";

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
    <footer className={styles.formFoot}>
      <Button onClick={onCancel}>{t(kitMessages.cancel)}</Button>
      <span className={base.grow} />
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
