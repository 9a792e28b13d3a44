import { Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { answerRecord } from "../../../engine/api/record-routes.ts";
import type { Call } from "../../../engine/api/route.ts";
import type { Context } from "../../../engine/context.ts";
import type { SaveRequest } from "../../../engine/record/contract.ts";
import { inTransaction, saveAll } from "./save-all.ts";
import { accept, refuse, type Result } from "../../../engine/refusal.ts";
import type { CatalogObject, Values, WireValue } from "../../../shared/metadata/object.ts";
import { loadPipelines } from "./load-pipelines.ts";
import { type Meet, MeetBody, meetCriteria, type Met } from "./meet-criteria.ts";
import { pipelineMessages } from "./messages.ts";
import { readWhole } from "./read-record.ts";
import { noRecord, stageObject } from "./stage-object.ts";

export const TransitionBody = Type.Object({
  to: Type.String({ minLength: 1, maxLength: 80 }),
  /** The stage the caller saw: a record moved on since is a 409. */
  from: Type.Optional(Type.String({ maxLength: 80 })),
  values: Type.Optional(Type.Record(Type.String({ maxLength: 80 }), Type.Unsafe<WireValue>(Type.Unknown()))),
  meet: Type.Optional(MeetBody),
  reason: Type.Optional(Type.String({ maxLength: 2000 })),
  override: Type.Optional(Type.Object({ reason: Type.Optional(Type.String({ maxLength: 2000 })) })),
});
export const ProgressBody = Type.Object({ meet: MeetBody });
const malformed = () => refuse({ status: 400, code: "malformed", text: pipelineMessages.malformed });

/** POST /records/:object/:id/transitions: what was supplied and the move itself, all or nothing. */
export async function changeStage(context: Context, call: Call): Promise<Result<unknown>> {
  const { body } = call;
  if (!Value.Check(TransitionBody, body)) return malformed();
  const reason = body.reason?.trim();
  const override = body.override ? { reason: body.override.reason?.trim() ?? "" } : undefined;
  if (override?.reason === "") return refuse({ status: 422, code: "override_reason_required", text: pipelineMessages.override_reason });
  const how = { road: "transition", ...(override ? { override } : {}), ...(reason ? { reason } : {}) } as const;
  return write(context, call, body.meet ?? [], how, (object, record, met) => {
    if (body.from !== undefined && record[object.stageField] !== body.from)
      return refuse({ status: 409, code: "moved_since", text: pipelineMessages.moved_since, params: { from: body.from } });
    return accept({ ...body.values, ...met.values, [object.stageField]: body.to, ...(met.state ? { gate_state: met.state } : {}) });
  });
}

/** POST /records/:object/:id/gate: ticks, answers and documents given ahead of the move. */
export async function keepProgress(context: Context, call: Call): Promise<Result<unknown>> {
  const { body } = call;
  if (!Value.Check(ProgressBody, body)) return malformed();
  return write(context, call, body.meet, { road: "form" }, (_object, _record, met) =>
    accept({ ...met.values, ...(met.state ? { gate_state: met.state } : {}) }),
  );
}

type StageObject = CatalogObject & { readonly stageField: string };
type How = Omit<SaveRequest, "operations" | "mode">;

async function write(
  context: Context,
  call: Call,
  meet: Meet,
  how: How,
  valuesFor: (object: StageObject, record: Values, met: Met) => Result<Values>,
): Promise<Result<unknown>> {
  const found = stageObject(context, call.params["object"]);
  if (!found.ok) return found;
  const object = found.value;
  const id = call.params["id"] ?? "";
  const saved = await inTransaction(context, async (tx): Promise<Result<unknown>> => {
    const read = await readWhole(tx, context, object, id, { lock: true });
    if (!read) return noRecord();
    const { record } = read;
    const definition = (await loadPipelines(tx, context)).find(record["pipeline"])?.definition;
    const met = definition ? await meetCriteria({ tx, context, object, record, definition }, meet) : accept<Met>({ operations: [], values: {}, state: null });
    if (!met.ok) return met;
    const values = valuesFor(object, record, met.value);
    if (!values.ok) return values;
    const supplied = await saveAll(tx, context, how, met.value.operations);
    return supplied.ok ? saveAll(tx, context, how, [{ op: "update", object: object.name, id, values: values.value }]) : supplied;
  });
  return saved.ok ? answerRecord(context, object.name, id, call.query) : saved;
}
