import { Button } from "antd";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Inspected } from "../shared/inspection.contract.ts";
import { importScreenMessages } from "./importing.messages.ts";
import { steppingMessages } from "./stepping.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as fileStyles from "./FileLine.module.css";

export interface UploadedFileProps {
  readonly inspected: Inspected;
  readonly onKeep: () => void;
}
/** The file that is there already: one goes on with it, or gives another one. */
export function UploadedFile({ inspected, onKeep }: UploadedFileProps) {
  const { t } = useLanguage();
  return (
    <section aria-label={t(steppingMessages.fileThere)}>
      <div className={fileStyles.importFile}>
        <b>{inspected.file_name}</b>
        <span className={base.note}>
          {t(importScreenMessages.fileFacts, {
            rows: inspected.rows.toLocaleString(),
            columns: inspected.columns.length,
          })}
        </span>
        <Button type="primary" onClick={onKeep}>
          {t(steppingMessages.keepFile)}
        </Button>
      </div>
      <p className={base.note}>{t(steppingMessages.otherBelow)}</p>
    </section>
  );
}
