import type { Label } from "../../../../shared/i18n/label.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ListedImport } from "../shared/run.contract.ts";
import { importScreenMessages } from "./importing.messages.ts";
import * as chipStyles from "../../../../ui/kit/chip.module.css";
import * as styles from "./ImportStatus.module.css";

const WORDS: Readonly<Record<ListedImport["status"], Label>> = {
  queued: importScreenMessages.queued,
  running: importScreenMessages.running,
  waiting: importScreenMessages.paused,
  done: importScreenMessages.done,
  failed: importScreenMessages.stopped,
  cancelled: importScreenMessages.cancelled,
  undone: importScreenMessages.undoneStatus,
};

export function ImportStatus({ answer }: { readonly answer: ListedImport }) {
  const { t } = useLanguage();
  const isTried = answer.dry_run && answer.status === "done";
  const word =
    answer.status === "running" && answer.undo
      ? importScreenMessages.undoing
      : isTried
        ? importScreenMessages.tried
        : WORDS[answer.status];
  return (
    <span className={styles.importStatus}>
      {answer.dry_run && (
        <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>{t(importScreenMessages.dryRun)}</span>
      )}
      <span className={chipStyles.chip} data-status={answer.status}>
        {t(word)}
      </span>
    </span>
  );
}
