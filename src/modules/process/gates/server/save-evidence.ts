import {
  type Context,
  type Result,
  type WriteContext,
  accept,
  checkSeen,
  refuse,
  statement,
} from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { arrayOf, integer, orNull, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf, recordOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { opportunity } from "../../../../objects/selling/opportunity/opportunity.object.ts";
import { asValues } from "../shared/criterion.ts";
import { criteriaOfMove } from "../shared/gate.ts";
import { type PipelineDefinition, stageOf } from "../../pipeline/shared/public.ts";
import type { MoveIntent, MoveOf } from "./attempt-move.ts";
import {
  loadPipelines,
  lockWhole,
  pipelineMessages,
  readWhole,
  saveAll,
  noRecord,
} from "../../pipeline/public.ts";
import { noteOn } from "./closing.ts";
import { takesEvidence, storeEvidence } from "./store-evidence.ts";
import { moverOf } from "./judge-moves.ts";

export interface SavedEvidence {
  /** What is left of the move: it waits, nothing else does. */
  readonly intent: MoveIntent;
  readonly supplied: Values;
}

/**
 * Keeps what was supplied with a move that has to wait for a consent: ticks, answers, files, tasks done,
 * related records and field values are written to the record at once, as the caller and by the caller's
 * rights. Only the stage, and a change of pipeline, wait.
 */
export async function saveEvidence(
  tx: Transaction,
  context: WriteContext,
  { object, id, intent, seen }: MoveOf,
): Promise<Result<SavedEvidence>> {
  const read = await lockWhole(tx, context, object, id);
  if (!read) return noRecord();
  const { record } = read;
  const stage = record[object.stageField];
  const sound =
    seen === "checked"
      ? accept(null)
      : await checkSeen(tx, context, { object, id, record, seen, values: intent.values ?? {} });
  if (!sound.ok) return sound;
  if (intent.from !== undefined && stage !== intent.from)
    return refuse({
      status: 409,
      code: "moved_since",
      text: pipelineMessages.moved_since,
      params: { from: intent.from },
    });
  const standing = recordOf(staged, record);
  const definition = (await loadPipelines(tx, context)).find(
    standing.pipeline,
    standing.department,
  )?.definition;
  if (!definition) return noRecord();
  const asked = takesEvidence(await loadPipelines(tx, context), record, intent.values) ?? definition;
  const met = await storeEvidence({ tx, context, object, record, definition: asked }, intent.meet ?? []);
  if (!met.ok) return met;
  const { operations, values, state } = met.value;
  const { [object.stageField]: _stage, pipeline, ...given } = intent.values ?? {};
  const written: Values = { ...given, ...values, ...(state ? { gate_state: state } : {}) };
  const how = { road: "transition", match: "not_asked" } as const;
  const besides = await saveAll(tx, context, how, [...operations, ...noteOn(context, object, id, intent)]);
  if (!besides.ok) return besides;
  const own = await saveAll(
    tx,
    context,
    how,
    Object.keys(written).length > 0 ? [{ op: "update", object: object.name, id, values: written }] : [],
  );
  if (!own.ok) return own;
  const fresh = await readWhole(tx, context, object, id);
  const { meet: _meet, values: _values, note: _note, ...rest } = intent;
  // The day that was told counts when the move is made, too: else it would be that of the consent.
  const { close_date } = partOf(opportunity, given);
  const day: Values = close_date === undefined ? {} : { close_date };
  const later: Values = { ...(pipeline === undefined ? {} : { pipeline }), ...day };
  const moving = Object.keys(later).length > 0 ? { values: later } : {};
  const from = typeof stage === "string" ? { from: stage } : {};
  const supplied = await suppliedFor(tx, context, {
    object,
    id,
    to: intent.to,
    record: fresh?.record ?? record,
    definition,
  });
  return accept({ intent: { ...rest, ...from, ...moving }, supplied });
}

interface Supplying {
  readonly object: MoveOf["object"];
  readonly id: string;
  readonly to: string;
  readonly record: Values;
  readonly definition: PipelineDefinition;
}
/** What of the evidence that the gate asks for is there: counted, files by id. For lines of the log. */
async function suppliedFor(
  tx: Transaction,
  context: Context,
  { object, id, to: name, record, definition }: Supplying,
): Promise<Values> {
  const to = stageOf(definition, name);
  if (!to) return {};
  const from = { pipeline: definition, stage: stageOf(definition, record[object.stageField]) };
  const criteria = criteriaOfMove({ definition, to, from, mover: moverOf(context) }).map(
    ({ criterion }) => criterion,
  );
  const ticks = ticksIn(
    record,
    criteria.flatMap((one) => (one.kind === "checklist" ? [one.id] : [])),
  );
  const types = criteria.flatMap((one) => (one.kind === "document" ? [one.document_type] : []));
  const forms = criteria.flatMap((one) => (one.kind === "form" ? [one.form] : []));
  const [found] =
    types.length + forms.length === 0 ? [] : await tx.query(evidenceOf(context.workspace, id, types, forms));
  return numbered({ ticks, answers: found?.answers ?? 0, files: found?.files ?? [] });
}

export const evidenceOf = statement(
  { files: orNull(arrayOf(text)), answers: integer },
  ({ record }, id: string, types: readonly string[], forms: readonly string[]) =>
    sql`select (select array_agg(f.id::text order by f.created_at, f.id) from (select * from ${record("file")} where (regarding = ${id}::uuid or also_regarding @> array[${id}::uuid]) and document_type = any(${types}::text[]) and deleted_at is null order by created_at desc limit 20) f) as files,
 (select count(distinct f.name)::int from ${record("form_response")} r join ${record("form")} f on f.id = r.form where r.regarding = ${id}::uuid and r.complete and r.deleted_at is null and f.name = any(${forms}::text[])) as answers`,
);

/** Nothing is said of what there is none of. */
export const numbered = ({
  files = [],
  ...counts
}: {
  readonly files?: readonly string[];
  readonly [count: string]: number | readonly string[] | undefined;
}): Values => ({
  ...Object.fromEntries(
    Object.entries(counts).flatMap(([name, count]) =>
      typeof count === "number" && count > 0 ? [[name, count] as const] : [],
    ),
  ),
  ...(files.length > 0 ? { files: [...files] } : {}),
});

/** Ticks that a record's evidence holds for these criteria. */
export function ticksIn(record: Readonly<Values>, criteria: readonly string[]): number {
  const state = asValues(partOf(staged, record).gate_state) ?? {};
  return criteria.reduce(
    (count, id) => count + Object.values(asValues(state[id]) ?? {}).filter((tick) => tick === true).length,
    0,
  );
}
