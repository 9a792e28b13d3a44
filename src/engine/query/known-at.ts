import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { systemTable } from "../schema/names.ts";
import { readAsOf } from "./as-of.ts";
import { badRequest } from "./messages.ts";

const POSITION = /^\d{1,15}$/;

/**
 * The same caller, shown a past moment as it was believed at `known`: a position of the log, a day or a
 * moment. 400 without `as_of`, and where something was written after `known` and up to `as_of`: what was not
 * known yet cannot be left out of a later moment.
 */
export async function withKnownAt(
  context: Context,
  known: string | undefined,
  asOf: string | undefined,
): Promise<Result<Context>> {
  if (known === undefined || known === "") return accept(context);
  const at = readAsOf(context, asOf);
  if (!at.ok) return at;
  if (at.value === undefined) return badRequest("known_without_as_of", "known_at");
  const moment = POSITION.test(known) ? undefined : readAsOf(context, known);
  if (moment && !moment.ok) return badRequest("bad_as_of", "known_at", { value: known.slice(0, 40) });
  const changes = systemTable(context.workspace, "changes");
  const [row] = await context.db.query<{ seq: number; late: boolean }>({
    text: `with p as (select coalesce((select seq from ${changes} where ${moment ? "at <= $1::timestamptz" : "seq <= $1::bigint"} order by seq desc limit 1), 0) as seq)
select p.seq, coalesce((select c.at <= $2::timestamptz from ${changes} c where c.seq > p.seq order by c.seq limit 1), false) as late from p`,
    values: [moment ? moment.value : known, at.value],
  });
  if (row?.late) return badRequest("known_before_as_of", "known_at");
  return accept({ ...context, knownAt: row?.seq ?? 0 });
}
