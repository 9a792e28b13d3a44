import type { Executor } from "../../platform/db/database.ts";
import { MAX_ATTEMPTS } from "../changes/subscriber-failures.ts";
import type { Workspace } from "../kernel/context.ts";
import type { Subscriber } from "../kernel/hooks.ts";
import type { ToldFailure } from "../changes/subscriber-error.ts";
import { systemTable } from "../schema/names.ts";

/** More are not counted. */
export const MOST_BEHIND = 10_000;

/** Where a subscriber of the log stands. */
export interface SubscriberFigures {
  readonly name: string;
  /** The number of the log up to which it has come. */
  readonly position: number;
  readonly movedAt: string;
  /** Changes that it has not come to, counted up to `MOST_BEHIND` and one. */
  readonly behind: number;
  readonly waitingSince: string | null;
  /** Age of the oldest of them in seconds. */
  readonly lag: number;
  /** Changes that it could not deal with: those that are tried again, and those given up. */
  readonly failures: number;
  readonly givenUp: number;
  readonly failingSince: string | null;
  /** Numbers of the first and of the last of them. */
  readonly firstFailed: number | null;
  readonly lastFailed: number | null;
  /** Code of what went wrong with the first one, where it has one. */
  readonly code: string | null;
  readonly passed: Passed | null;
}
/** Who last had it go on without changes that it could not deal with. */
export interface Passed {
  readonly at: string;
  readonly by: string | null;
  readonly changes: readonly number[];
}

/**
 * One question, whatever the size of the log. Those that this version of the program does not have are
 * behind nothing: they stand where they were left.
 */
export async function readSubscribers(
  db: Executor,
  workspace: Workspace,
  known: readonly Pick<Subscriber, "name">[],
): Promise<readonly SubscriberFigures[]> {
  const [readers, failures, changes] = ["reader", "reader_failure", "changes"].map((table) =>
    systemTable(workspace, table),
  );
  return db.query<SubscriberFigures>({
    text: `select r.name, r.position, r.at as "movedAt", r.passed, b.behind, b.since as "waitingSince",
        coalesce(extract(epoch from clock_timestamp() - b.since), 0)::float8 as lag, coalesce(f.failures, 0)::int as failures, coalesce(f.given_up, 0)::int as "givenUp",
        f.since as "failingSince", f.first as "firstFailed", f.last as "lastFailed", f.code
      from ${readers} r cross join lateral (
        select count(*)::int as behind, min(x.at) as since
        from (select c.at from ${changes} c where r.name = any($1::text[]) and c.seq > r.position and c.at > r.at - interval '1 day' order by c.seq limit ${MOST_BEHIND + 1}) x) b
      left join lateral (
        select count(*) as failures, count(*) filter (where x.attempts >= ${MAX_ATTEMPTS}) as given_up, min(c.at) as since, min(x.seq) as first, max(x.seq) as last,
          (array_agg(x.code order by x.seq))[1] as code
        from ${failures} x left join ${changes} c on c.seq = x.seq where x.reader = r.name having count(*) > 0) f on true
      order by r.name`,
    values: [known.map(({ name }) => name)],
  });
}

/** A change that a subscriber could not deal with. */
export interface FailedChange extends ToldFailure {
  readonly reader: string;
  readonly seq: number;
  readonly attempts: number;
  /** Null: it is given up. */
  readonly nextAt: string | null;
  readonly at: string | null;
  readonly object: string | null;
  readonly record: string | null;
}

/** The first of the failed changes of each subscriber, in order. */
export const readFailedChanges = (
  db: Executor,
  workspace: Workspace,
  most: number,
): Promise<readonly FailedChange[]> =>
  db.query<FailedChange>({
    text: `select f.reader, f.seq, f.attempts, case when f.attempts < ${MAX_ATTEMPTS} then f.due_at end as "nextAt", f.code, f.reason, c.at, c.object, c.record
      from (select *, row_number() over (partition by reader order by seq) as place from ${systemTable(workspace, "reader_failure")}) f
      left join ${systemTable(workspace, "changes")} c on c.seq = f.seq where f.place <= $1 order by f.reader, f.seq`,
    values: [most],
  });
