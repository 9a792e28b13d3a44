import type { Executor } from "../../platform/db/database.ts";
import type { Context } from "../kernel/context.ts";
import { lineLinksOf } from "../record/documents.ts";
import { systemTable } from "../schema/names.ts";
import type { Cause, LogRange, Written } from "./contract.ts";
import { isCaused, isUndo } from "./is-caused.ts";

/** So many lines of the log are read for one batch, whoever wrote them: a batch stays short. */
const MOST_LINES = 20_000;

interface Found {
  readonly seq: number | null;
  readonly object: string;
  readonly record: string;
  readonly by_rules: boolean;
  /** The lowest position that was read. */
  readonly lowest: number;
}
export interface FoundWork {
  readonly written: readonly Written[];
  readonly next: number | null;
}

/**
 * The records that a cause wrote at or below `position`, newest first. A record stands where the cause wrote
 * it last, so that it comes once.
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
  const rows = await db.query<Found>({
    text: `with lines as (select seq, object, record, note from ${changes} where seq between $1 and $2 order by seq desc limit ${MOST_LINES})
      select lowest.seq as lowest, mine.seq, mine.object, mine.record, mine.by_rules
      from (select coalesce(min(seq), $1) as seq from lines having count(*) > 0) lowest left join lateral (
        select c.seq, c.object, c.record,
          not exists (select from ${changes} d where d.record = c.record and ${caused("d")} and d.road <> 'rule' and not ${isUndo("d")}) as by_rules
        from lines c where ${caused("c")} and not ${isUndo("c")}
          and not exists (select from ${changes} d where d.record = c.record and d.seq > c.seq and d.seq <= $5 and ${caused("d")} and not ${isUndo("d")})
        order by c.seq desc limit $6) mine on true order by mine.seq desc`,
    values: [range.from, Math.min(position, range.to), cause.object, cause.id, range.to, size],
  });
  const found = rows.filter(({ seq }) => seq !== null);
  const written = found.map(({ object, record, by_rules }): Written => {
    const known = context.catalog.object(object);
    return {
      object,
      record,
      isLine: known !== undefined && lineLinksOf(context.catalog, known).length > 0,
      byRules: by_rules,
    };
  });
  const reached = found.length === size ? found.at(-1)?.seq : rows[0]?.lowest;
  const next = (reached ?? range.from) - 1;
  return { written, next: next < range.from ? null : next };
}
