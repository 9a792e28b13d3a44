import type { Context } from "../../../engine/context.ts";
import { newId } from "../../../engine/record/ids.ts";
import type { Refusal } from "../../../engine/refusal.ts";
import { systemTable, tableOf } from "../../../engine/schema/names.ts";
import { ident } from "../../../platform/db/database.ts";
import type { MoveOf } from "./attempt-move.ts";

/** Keeps that a gate refused a move, so that gates can be compared by what they let through. */
export async function noteRefusal(context: Context, { object, id, intent }: MoveOf, { code, reasons }: Refusal): Promise<void> {
  if (code !== "gate_shut") return;
  const criteria = [...new Set(reasons.flatMap(({ criterion }) => criterion ?? []))];
  await context.db.query({
    text: `insert into ${systemTable(context.workspace, "gate_refusal")} (id, object, record, pipeline, previous_stage, stage, tried_at, tried_by, criteria)
select $1, $2, t.id, t.pipeline, t.${ident(object.stageField)}, $4, $5, $6, $7::text[] from ${tableOf(context.workspace, object.name)} t where t.id = $3::uuid and t.pipeline is not null`,
    values: [newId(), object.name, id, intent.to, context.now, context.principal.id, criteria],
  });
}
