import type { Database } from "../../platform/db/database.ts";
import { QUEUE_SCHEMA } from "../../platform/queue/queue.ts";
import type { Workspace } from "../kernel/context.ts";
import type { Subscriber } from "../kernel/hooks.ts";
import { type FailedJobs, readFailedJobs } from "./failed-jobs.ts";
import { readSubscribers, type SubscriberFigures } from "./read-subscribers.ts";

/** What a workspace's background work looks like in this moment. Times in seconds. */
export interface HealthFigures {
  /** Age of the oldest transaction that has written: the subscribers of the log wait for it. */
  readonly oldestWriter: number;
  readonly oldestWriterSince: string | null;
  readonly subscribers: readonly SubscriberFigures[];
  readonly queue: QueueFigures;
}
export interface QueueFigures {
  /** Jobs whose time has come and that nobody does yet. */
  readonly waiting: number;
  readonly oldest: number;
  readonly waitingSince: string | null;
  /** Jobs that failed and come again, and those given up. */
  readonly failing: number;
  readonly failed: number;
  readonly failingSince: string | null;
  readonly failures: readonly FailedJobs[];
}

/** A few small questions, whatever the size of the company. */
export async function readHealth(
  db: Database,
  workspace: Workspace,
  known: readonly Pick<Subscriber, "name">[],
): Promise<HealthFigures> {
  const [writer, subscribers, queue] = await Promise.all([
    readWriter(db),
    readSubscribers(db, workspace, known),
    readQueue(db),
  ]);
  return { ...writer, subscribers, queue };
}

async function readWriter(db: Database): Promise<Pick<HealthFigures, "oldestWriter" | "oldestWriterSince">> {
  const [row] = await db.query<{ since: string | null; age: number | null }>({
    text: `select min(xact_start) as since, coalesce(extract(epoch from clock_timestamp() - min(xact_start)), 0)::float8 as age
      from pg_stat_activity where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()`,
  });
  return { oldestWriter: row?.age ?? 0, oldestWriterSince: row?.since ?? null };
}

const NO_QUEUE: QueueFigures = {
  waiting: 0,
  oldest: 0,
  waitingSince: null,
  failing: 0,
  failed: 0,
  failingSince: null,
  failures: [],
};
async function readQueue(db: Database): Promise<QueueFigures> {
  const [there] = await db.query<{ there: boolean }>({
    text: "select to_regclass($1) is not null as there",
    values: [`${QUEUE_SCHEMA}.jobs`],
  });
  if (!there?.there) return NO_QUEUE;
  const ready = "locked_at is null and run_at <= now() and attempts < max_attempts and last_error is null";
  const [row] = await db.query<Omit<QueueFigures, "failures">>({
    text: `select count(*) filter (where ${ready})::int as waiting, coalesce(extract(epoch from now() - min(run_at) filter (where ${ready})), 0)::float8 as oldest,
        min(run_at) filter (where ${ready}) as "waitingSince", count(*) filter (where last_error is not null and attempts < max_attempts)::int as failing,
        count(*) filter (where attempts >= max_attempts)::int as failed, min(updated_at) filter (where last_error is not null) as "failingSince"
      from ${QUEUE_SCHEMA}.jobs`,
  });
  if (!row) return NO_QUEUE;
  return { ...row, failures: row.failing + row.failed > 0 ? await readFailedJobs(db) : [] };
}
