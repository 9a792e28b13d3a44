import {
  type Answer,
  type CallOf,
  type Context,
  type FoundRow,
  type Result,
  accept,
  answerFrom,
  answerRecord,
  answerStatement,
  beginWrite,
  checkSeen,
  refuse,
  roadOf,
  versionOf,
} from "../../../../engine/public.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type * as moves from "../shared/moves.contract.ts";
import { askForConsents } from "./ask-for-consents.ts";
import { attemptMove, lastDayOf, type MoveIntent, type MoveOf } from "./attempt-move.ts";
import {
  loadPipelines,
  lockWhole,
  pipelineMessages,
  inTransaction,
  inTransactionThenRead,
  saveAll,
  noRecord,
  stageObject,
} from "../../pipeline/public.ts";
import { storeEvidence } from "./store-evidence.ts";
import { recordRefusal } from "./record-refusal.ts";

/**
 * POST /records/:object/:id/transitions: what was supplied and the move itself, all or nothing. Where only
 * consents are missing they are asked for (202): then what was supplied is kept at once, and the move alone
 * waits.
 */
export async function changeStage(
  context: Context,
  call: CallOf<typeof moves.moveRecord>,
): Promise<Result<AnswerOf<typeof moves.moveRecord> | Answer>> {
  const { body, params } = call;
  const found = stageObject(context, params.object);
  if (!found.ok) return found;
  const intent = readIntent(context, body);
  if (!intent.ok) return intent;
  const seen = versionOf(call);
  if (!seen.ok) return seen;
  const move: MoveOf = {
    object: found.value,
    id: params.id,
    intent: intent.value,
    ...(seen.value === undefined ? {} : { seen: seen.value }),
  };
  const { name } = found.value;
  const { value: moved, rows } = await inTransactionThenRead<null, FoundRow>(
    context,
    (tx) => attemptMove(tx, context, move),
    () => answerStatement(context, name, move.id, call.query),
  );
  if (moved.ok) {
    const answer = await answerFrom(context, name, rows);
    return answer ? accept(answer) : answerRecord(context, name, move.id, call.query);
  }
  const asked = await askForConsents(context, move, moved.refusal);
  if (!asked) await recordRefusal(context, move, moved.refusal);
  if (!asked?.ok) return asked ?? moved;
  return asked.value.waits ? accept(asked.value.waits) : answerRecord(context, name, move.id, call.query);
}

function readIntent(context: Context, { reason, override, ...rest }: moves.MoveRequest): Result<MoveIntent> {
  const said = reason?.trim();
  const intent = { ...rest, ...(said ? { reason: said } : {}) };
  if (!override) return accept(intent);
  const why = override.reason?.trim() ?? "";
  if (why === "")
    return refuse({ status: 422, code: "override_reason_required", text: pipelineMessages.override_reason });
  const until = lastDayOf(context, override);
  return until.ok
    ? accept({ ...intent, override: { reason: why, ...(until.value ? { until: until.value } : {}) } })
    : until;
}

/** POST /records/:object/:id/gate: ticks, answers and documents given ahead of the move. */
export async function storeProgress(
  context: Context,
  call: CallOf<typeof moves.saveProgress>,
): Promise<Result<AnswerOf<typeof moves.saveProgress>>> {
  const { body, params } = call;
  const found = stageObject(context, params.object);
  if (!found.ok) return found;
  const seen = versionOf(call);
  if (!seen.ok) return seen;
  const object = found.value;
  const { id } = params;
  const saved = await inTransaction(context, async (tx): Promise<Result<unknown>> => {
    const writing = beginWrite(tx, context);
    const read = await lockWhole(tx, writing, object, id);
    if (!read) return noRecord();
    const { record } = read;
    const sound = await checkSeen(tx, writing, { object, id, record, seen: seen.value, values: {} });
    if (!sound.ok) return sound;
    const { pipeline, department } = partOf(staged, record);
    const definition = (await loadPipelines(tx, writing)).find(pipeline, department)?.definition;
    const met = definition
      ? await storeEvidence({ tx, context: writing, object, record, definition }, body.meet)
      : accept({ operations: [], values: {}, state: null });
    if (!met.ok) return met;
    const { operations, values, state } = met.value;
    const how = { road: roadOf(call), match: "not_asked" } as const;
    const supplied = await saveAll(tx, writing, how, operations);
    if (!supplied.ok) return supplied;
    return saveAll(tx, writing, how, [
      {
        op: "update",
        object: object.name,
        id,
        values: { ...values, ...(state ? { gate_state: state } : {}) },
      },
    ]);
  });
  return saved.ok ? answerRecord(context, object.name, id, call.query) : saved;
}
