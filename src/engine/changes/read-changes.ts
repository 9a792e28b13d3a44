import { ident, type Database, type Executor } from "../../platform/db/database.ts";
import type { Workspace } from "../kernel/context.ts";
import type { LoggedChange } from "../kernel/hooks.ts";
import { systemTable } from "../schema/names.ts";
import { lockClass } from "./lock-class.ts";

/**
 * The highest number below which the log is complete: nobody who holds a lower one is still writing (decision
 * 8). Two statements in this order, on the primary.
 */
export async function lowWater(db: Executor, workspace: Workspace): Promise<number> {
  const highest = await newestNumber(db, workspace);
  // A lock carries the low 31 bits of its number: of all numbers with these bits, the one nearest to the
  // highest is meant.
  const [held] = await db.query<{ lowest: number | null }>({
    text: `select min($2::bigint - (((($2::bigint - objid::bigint + ${HALF}) & ${HALF * 2 - 1}) - ${HALF}))) as lowest from pg_locks where locktype = 'advisory' and classid = $1::bigint::oid and objsubid = 2
           and database = (select oid from pg_database where datname = current_database())`,
    values: [lockClass(workspace.schema), highest],
  });
  return held?.lowest === null || held?.lowest === undefined ? highest : Math.min(highest, held.lowest);
}
const HALF = 2 ** 30;

/** The number that was given last, whether its change is written yet or not. */
export async function newestNumber(db: Executor, workspace: Workspace): Promise<number> {
  const [last] = await db.query<{ last: number }>({
    name: "newest",
    text: `select last_value as last from ${ident(workspace.schema)}.changes_seq`,
  });
  return last?.last ?? 0;
}

export const CHANGE_COLUMNS = `seq, at, object, record, version, kind, actor, actor_kind, road, before, after, note`;

/** A part of the log: its changes in order, none skipped, and the number up to which it is read with them. */
export interface LogPart {
  readonly changes: LoggedChange[];
  readonly upTo: number;
}

/** The next changes after `cursor`, as far as the log is complete. */
export async function readChanges(
  db: Database,
  workspace: Workspace,
  cursor: number,
  limit: number,
  objects?: readonly string[],
): Promise<LogPart> {
  return changesUpTo(db, workspace, {
    after: cursor,
    upTo: await lowWater(db, workspace),
    limit,
    ...(objects ? { objects } : {}),
  });
}

export interface LogRange {
  readonly after: number;
  /** No higher than the low water. */
  readonly upTo: number;
  readonly limit: number;
  readonly objects?: readonly string[];
}
/** The changes of a range of the log. */
export async function changesUpTo(
  db: Database,
  workspace: Workspace,
  { after, upTo, limit, objects }: LogRange,
): Promise<LogPart> {
  if (upTo <= after) return { changes: [], upTo: after };
  const select = `select ${CHANGE_COLUMNS} from ${systemTable(workspace, "changes")} where`;
  const changes = await db.query<LoggedChange>(
    objects
      ? {
          text: `${select} seq > $1 and seq <= $2 and object = any($4::text[]) order by seq limit $3`,
          values: [after, upTo, limit, objects],
        }
      : // A walk by number in each month, whatever the range. To plan it over all months takes many times as long as to read, so it is kept; values that the server
        // sees before it has a plan would make it plan anew each time, and so would a limit that does not
        // stand in the text.
        {
          name: "log",
          text: `${select} seq > (select $1::bigint) and seq <= (select $2::bigint) order by seq limit ${Math.trunc(limit)}`,
          values: [after, upTo],
        },
  );
  return { changes, upTo: changes.length < limit ? upTo : (changes.at(-1)?.seq ?? upTo) };
}
