import type { Executor } from "../../platform/db/database.ts";
import { QUEUE_SCHEMA } from "../../platform/queue/queue.ts";
import { label, type Language, textOf } from "../../shared/i18n/label.ts";
import { defineMessages, say } from "../../shared/i18n/messages.ts";
import type { HealthPoint } from "../../shared/wire/health.contract.ts";
import { type JobKind, taskOf } from "../kernel/job-kind.ts";

/** Jobs of one task of the queue that failed. */
export interface FailedJobs {
  readonly task: string;
  readonly failing: number;
  readonly givenUp: number;
  /** The newest of them; by its number the log of the program has the error. */
  readonly job: string;
}

/** What failed in the queue, by task. What was thrown is not read: it may hold values of records. */
export const readFailedJobs = (db: Executor): Promise<FailedJobs[]> =>
  db.query<FailedJobs>({
    text: `select task_identifier as task, count(*) filter (where attempts < max_attempts)::int as failing,
        count(*) filter (where attempts >= max_attempts)::int as "givenUp", max(id)::text as job
      from ${QUEUE_SCHEMA}.jobs where last_error is not null group by 1 order by 1 limit 50`,
  });

const messages = defineMessages({
  failing: label(
    "“{what}”失败，会自动重试；原因见程序日志中编号为 {job} 的任务。",
    "“{what}” failed and will be retried automatically. See job {job} in the program log for the reason.",
  ),
  given_up: label(
    "“{what}”多次失败，已放弃；原因见程序日志中编号为 {job} 的任务。",
    "“{what}” failed too many times and was abandoned. See job {job} in the program log for the reason.",
  ),
});

/** The same for whoever reads it. */
export function tellFailedJobs(
  failed: readonly FailedJobs[],
  kinds: readonly JobKind[],
  language: Language,
): HealthPoint["details"] {
  const labels = new Map(kinds.map((kind) => [taskOf(kind), kind.label]));
  return failed.map(({ task, failing, givenUp, job }) => ({
    name: task,
    value: failing + givenUp,
    error: say(messages[failing > 0 ? "failing" : "given_up"], language, {
      what: textOf(labels.get(task), language, task),
      job,
    }),
  }));
}
