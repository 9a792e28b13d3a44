import { Button } from "antd";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Inspected } from "../shared/inspection.contract.ts";
import { importScreenMessages } from "./importing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./FileLine.module.css";

export interface FileLineProps {
  readonly inspected: Inspected;
  /** What can be done with it, in words. */
  readonly action: string;
  readonly onAction: () => void;
  /** One goes on by it. */
  readonly isMain?: boolean;
}
/** Which file, how large it is, and what can be done with it. */
export function FileLine({ inspected, action, onAction, isMain = false }: FileLineProps) {
  const { t } = useLanguage();
  return (
    <div className={styles.importFile}>
      <b>{inspected.file_name}</b>
      <span className={base.note}>
        {t(importScreenMessages.fileFacts, {
          rows: inspected.rows.toLocaleString(),
          columns: inspected.columns.length,
        })}
      </span>
      <Button {...(isMain ? { type: "primary" } : { size: "small" })} onClick={onAction}>
        {action}
      </Button>
    </div>
  );
}
