import {
  type Context,
  type Refusal,
  type SaveRequest,
  answering,
  command,
  newId,
  tablesOf,
} from "../../../../engine/public.ts";
import { orNull, text, uuid } from "../../../../platform/db/columns.ts";
import { spelled, sql } from "../../../../platform/db/sql.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { ident } from "../../../../platform/db/database.ts";
import type { MoveOf } from "./attempt-move.ts";

/** A move that a gate refused. */
export interface RefusedMove {
  /** Null: the record was to be created. */
  readonly record: string | null;
  readonly pipeline: string;
  readonly from: string | null;
  readonly to: string;
  readonly reasons: readonly Reason[];
}

/** Roads of the program itself: nobody tried anything. */
const OWN_ROADS: readonly SaveRequest["road"][] = ["rule", "seed", "setup"];

/**
 * Counts what the gate refuses on the roads that `save` takes: form, board, PATCH, bulk, batch, creation,
 * import. The write that was refused rolls back, so this is written beside it, and nobody waits for it.
 * `transitions` counts by itself: there a missing consent is a request, not a refusal.
 */
export function recordRefused(
  context: Context,
  object: string,
  { road, tries }: SaveRequest,
  moves: readonly RefusedMove[],
): void {
  if (tries || moves.length === 0 || road === "transition" || OWN_ROADS.includes(road)) return;
  // It must not fail the answer: the refusal itself is told whatever becomes of its count.
  void keepRefused(context, object, road, moves).catch(() => undefined);
}

/**
 * One row for each person, record, stage and day, however often it is tried: `times` says how often. Refused
 * creations of a day share one.
 */
async function keepRefused(
  context: Context,
  object: string,
  road: string,
  moves: readonly RefusedMove[],
): Promise<void> {
  const rows = new Map<
    string,
    { readonly id: string; readonly move: RefusedMove; readonly criteria: readonly string[]; times: number }
  >();
  for (const move of moves) {
    const key = `${move.record} ${move.pipeline} ${move.to}`;
    const known = rows.get(key);
    if (known) known.times += 1;
    else
      rows.set(key, {
        id: newId(),
        move,
        times: 1,
        criteria: [...new Set(move.reasons.flatMap(({ criterion }) => criterion ?? []))],
      });
  }
  const wire = [...rows.values()].map(({ id, move: { record, pipeline, from, to }, criteria, times }) => ({
    id,
    record,
    pipeline,
    from,
    to,
    criteria,
    times,
  }));
  const tried = { object, road, at: context.now, by: personOf(context) };
  const day = dayIn(context.company.zone, context.now);
  await context.db.query(keepRefusals(context.workspace, { ...tried, day }, JSON.stringify(wire)));
}
interface Tried {
  readonly object: string;
  readonly road: string;
  readonly at: string;
  readonly by: string | null;
  readonly day: string;
}
export const keepRefusals = command(
  ({ system }, { object, road, at, by, day }: Tried, refused: string) =>
    sql`insert into ${system("gate_refusal")} as r (id, object, record, pipeline, previous_stage, stage, tried_at, tried_by, criteria, day, times, road)
select x.id, ${object}, x.record, x.pipeline, x."from", x."to", ${at}::timestamptz, ${by}::uuid, array(select jsonb_array_elements_text(x.criteria)), ${day}::date, x.times, ${road}
from jsonb_to_recordset(${refused}::jsonb) as x(id uuid, record uuid, pipeline uuid, "from" text, "to" text, criteria jsonb, times integer)
on conflict (tried_by, day, pipeline, stage, (coalesce(record, '00000000-0000-0000-0000-000000000000'::uuid))) where day is not null and tried_by is not null
do update set times = r.times + excluded.times, tried_at = excluded.tried_at, criteria = excluded.criteria`,
);
const personOf = ({ principal }: Context): string | null =>
  principal.kind === "system" ? null : principal.id;

/** The same of a refused `transitions`. */
export async function recordRefusal(
  context: Context,
  { object, id, intent }: MoveOf,
  { code, reasons }: Refusal,
): Promise<void> {
  if (code !== "gate_shut") return;
  const [table, stage] = [tablesOf(context.workspace).record(object.name), spelled(ident(object.stageField))];
  const [row] = await context.db.query(
    answering(
      { pipeline: orNull(uuid), stage: orNull(text) },
      sql`select pipeline, ${stage} as stage from ${table} where id = ${id}::uuid`,
    ),
  );
  if (!row?.pipeline) return;
  await keepRefused(context, object.name, "transition", [
    { record: id, pipeline: row.pipeline, from: row.stage, to: intent.to, reasons },
  ]);
}
