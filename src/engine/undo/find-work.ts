import type { Executor } from "../../platform/db/database.ts";
import type { Context } from "../kernel/context.ts";
import { lineLinksOf } from "../record/documents.ts";
import { systemTable } from "../schema/names.ts";
import type { Cause, LogRange, Written } from "./contract.ts";
import { isCaused, isUndo } from "./is-caused.ts";

/** So many positions of the log are looked through for one batch, whoever wrote there: a batch stays short. */
const MOST_POSITIONS = 20_000;

interface Found {
  readonly seq: number;
  readonly object: string;
  readonly record: string;
  readonly by_rules: boolean;
}
export interface FoundWork {
  readonly written: readonly Written[];
  readonly next: number | null;
}

/**
 * The records that a cause wrote at or below `position`, newest first. A record stands where the cause wrote
 * it last, so that it comes once.
 *
 * The lines are taken in their order and only until there are enough: what is asked of each costs a look into
 * every month of the log, so it is not asked of lines that belong to later batches. Positions, not lines, are
 * counted off: a database that does not yet know how long the log has become would sort all of it.
 */
export async function findWork(
  db: Executor,
  context: Context,
  { cause, range }: { readonly cause: Cause; readonly range: LogRange },
  position: number,
  size: number,
): Promise<FoundWork> {
  const changes = systemTable(context.workspace, "changes");
  const caused = (alias: string) => isCaused(alias, "$3", "$4");
  const to = Math.min(position, range.to);
  const from = Math.max(range.from, to - MOST_POSITIONS + 1);
  const found = await db.query<Found>({
    text: `select c.seq, c.object, c.record, rules.alone as by_rules
      from (select seq, object, record, note from ${changes} where seq between $1 and $2 order by seq desc) c
      cross join lateral (
        select coalesce(bool_or(d.seq > c.seq and d.seq <= $5), false) as again, coalesce(bool_and(d.road = 'rule'), true) as alone
        from ${changes} d where d.record = c.record and ${caused("d")} and not ${isUndo("d")}) rules
      where ${caused("c")} and not ${isUndo("c")} and not rules.again order by c.seq desc limit $6`,
    values: [from, to, cause.object, cause.id, range.to, size],
  });
  const written = found.map(({ object, record, by_rules }): Written => {
    const known = context.catalog.object(object);
    return {
      object,
      record,
      isLine: known !== undefined && lineLinksOf(context.catalog, known).length > 0,
      byRules: by_rules,
    };
  });
  const last = found.length === size ? found.at(-1) : undefined;
  const next = (last?.seq ?? from) - 1;
  return { written, next: next < range.from ? null : next };
}
