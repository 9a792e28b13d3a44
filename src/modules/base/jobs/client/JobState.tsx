import type { Job } from "../../../../shared/wire/jobs.contract.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { jobsMessages } from "./jobs.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../ui/kit/chip.module.css";
import * as styles from "./JobState.module.css";

const count = (value: number): string => value.toLocaleString();

export function JobState({ job: { status, wanted, error } }: { readonly job: Job }) {
  const { t } = useLanguage();
  const word =
    wanted === "cancel"
      ? jobsMessages.cancelling
      : wanted === "pause"
        ? jobsMessages.pausing
        : jobsMessages[status];
  return (
    <span className={styles.jobState}>
      <span className={chipStyles.chip} data-status={status}>
        {t(word)}
      </span>
      {error && <span className={`${base.note} ${base.noteError}`}>{error.message}</span>}
    </span>
  );
}

/** How many are gone through, of how many where that is known, and where to read what was refused. */
export function JobProgress({ job }: { readonly job: Job }) {
  const { t } = useLanguage();
  const { done, total, result, errors_file: file, file: made, status } = job;
  const isOpen = status === "queued" || status === "running" || status === "waiting";
  return (
    <span className={styles.jobProgress}>
      {isOpen && total !== null && total > 0 && (
        <progress max={total} value={done} aria-label={t(jobsMessages.progress)} />
      )}
      <span className={base.num}>
        {total === null ? count(done) : t(jobsMessages.of, { done: count(done), total: count(total) })}
      </span>
      {made && (
        <a href={made.url} download title={t(jobsMessages.fileUntil, { until: timeText(made.until) })}>
          {t(jobsMessages.file)}
        </a>
      )}
      {file && (
        <a href={file} download>
          {result ? t(jobsMessages.refused, { count: count(result.refused) }) : t(jobsMessages.errors)}
        </a>
      )}
    </span>
  );
}
