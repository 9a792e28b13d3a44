import { Button } from "antd";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Inspected } from "../shared/inspection.contract.ts";
import { importScreenMessages } from "./importing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./FileLine.module.css";

export interface FileLineProps {
  readonly inspected: Inspected;
  readonly onOther: () => void;
}
/** Which file, and another one. */
export function FileLine({ inspected, onOther }: FileLineProps) {
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
      <Button size="small" onClick={onOther}>
        {t(importScreenMessages.otherFile)}
      </Button>
    </div>
  );
}
