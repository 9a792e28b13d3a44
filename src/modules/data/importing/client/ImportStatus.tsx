import type { Label } from "../../../../shared/i18n/label.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ListedImport } from "../shared/run.contract.ts";
import { texts } from "./importing.messages.ts";

const WORDS: Readonly<Record<ListedImport["status"], Label>> = {
  queued: texts.queued,
  running: texts.running,
  waiting: texts.paused,
  done: texts.done,
  failed: texts.stopped,
  cancelled: texts.cancelled,
  undone: texts.undoneStatus,
};

export function ImportStatus({ answer }: { readonly answer: ListedImport }) {
  const { t } = useLanguage();
  const isTried = answer.dry_run && answer.status === "done";
  const word =
    answer.status === "running" && answer.undo ? texts.undoing : isTried ? texts.tried : WORDS[answer.status];
  return (
    <span className="import-status">
      {answer.dry_run && <span className="chip chip-plain">{t(texts.dryRun)}</span>}
      <span className="chip" data-status={answer.status}>
        {t(word)}
      </span>
    </span>
  );
}
