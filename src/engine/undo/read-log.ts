import type { Executor } from "../../platform/db/database.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { systemTable } from "../schema/names.ts";
import type { Cause } from "./contract.ts";
import { isCaused, isUndo, REFILLED } from "./is-caused.ts";

export interface LogRow {
  readonly seq: number;
  readonly at: string;
  readonly record: string;
  readonly actor: string | null;
  /** The changes that this one reverted. */
  readonly took: readonly number[] | null;
  /** It told another past of the record. */
  readonly retells: boolean;
  readonly kind: string;
  readonly before: Readonly<Record<string, WireValue>>;
  readonly after: Readonly<Record<string, WireValue>>;
  /** mine: written by the cause. undo: by an earlier batch of its undo. other: by somebody since. */
  readonly by: "mine" | "undo" | "other";
}

/** What happened to records from the first change on that the cause made to each of them, oldest first. */
export async function readLog(
  db: Executor,
  { workspace }: Context,
  cause: Cause,
  records: readonly string[],
): Promise<readonly LogRow[]> {
  const changes = systemTable(workspace, "changes");
  const caused = (alias: string) => isCaused(alias, "$2", "$3");
  return db.query<LogRow>({
    text: `with mine as (select c.record, min(c.seq) as first from ${changes} c where c.record = any($1::uuid[]) and ${caused("c")} group by c.record)
      select c.seq, c.at, c.actor, c.note -> 'took_back' as took, coalesce(c.note ? 'since', false) as retells, c.record, c.kind, c.before, c.after,
        case when ${caused("c")} then case when c.note -> 'cause' ->> 'note' = '${REFILLED}' then 'other' when ${isUndo("c")} then 'undo' else 'mine' end else 'other' end as by
      from ${changes} c join mine on mine.record = c.record and c.seq >= mine.first order by c.seq`,
    values: [records, cause.object, cause.id],
  });
}
