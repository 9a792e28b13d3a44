import type { Label } from "../../../../shared/i18n/label.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ListedImport } from "../shared/run.contract.ts";
import { importScreenMessages } from "./importing.messages.ts";

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
    <span className="import-status">
      {answer.dry_run && <span className="chip chip-plain">{t(importScreenMessages.dryRun)}</span>}
      <span className="chip" data-status={answer.status}>
        {t(word)}
      </span>
    </span>
  );
}
