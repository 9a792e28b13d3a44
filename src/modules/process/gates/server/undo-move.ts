import {
  type CallOf,
  type Context,
  type Kept,
  type Result,
  accept,
  answerRecord,
  beginWrite,
  causeOf,
  elevate,
  fieldRight,
  isReadable,
  refuse,
  statement,
  undoBatch,
} from "../../../../engine/public.ts";
import { bigint, json, orNull, timestamptz, uuid } from "../../../../platform/db/columns.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { compose, joinLabels } from "../../../../shared/i18n/compose-labels.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import { inTransaction, loadPipelines, lockWhole, noRecord, stageObject } from "../../pipeline/public.ts";
import type * as moves from "../shared/moves.contract.ts";
import { STAGE_MOVE } from "./attempt-move.ts";
import { movedFields } from "./moved-fields.ts";
import { undoMoveMessages as messages } from "./undo-move.messages.ts";

/** So long after a move it can be undone. Screens offer it for less, so that nobody clicks in vain. */
const SECONDS = 60;
/** The writes of one move stand together in the log, but for what others write in the same moment. */
const AROUND = 5_000;

type Staged = CatalogObject & { readonly stageField: string };
interface LoggedMove {
  readonly seq: number;
  readonly at: string;
  readonly actor: string | null;
  readonly before: Values;
  readonly after: Values;
  readonly note: Values | null;
}

/**
 * POST /records/:object/:id/transitions/undo: the move that one has just made never was. The record is as it
 * stood, with its visits and its past; tasks that the move made are gone, those that it finished are open.
 * Gates are not asked on the way back, as nothing moves: an update that is taken back is no move (`moveOf`),
 * and none but the engine's undo can say that it is one. Done twice, it is done once.
 */
export async function undoMove(
  context: Context,
  call: CallOf<typeof moves.undoMove>,
): Promise<Result<AnswerOf<typeof moves.undoMove>>> {
  const { params, body, query } = call;
  const found = stageObject(context, params.object);
  if (!found.ok) return found;
  const object = found.value;
  const undone = await inTransaction(context, async (tx): Promise<Result<null>> => {
    const writing = beginWrite(tx, context);
    const read = await lockWhole(tx, writing, object, params.id);
    if (!read) return noRecord();
    if (!read.canUpdate || fieldRight(context, object, object.stageField) !== "edit")
      return refuse({ status: 403, code: "may_not_write", text: messages.may_not_write });
    const [logged] = await tx.query(loggedMove(context.workspace, params.id, body.version, context.now));
    const move = takeable(context, object, logged);
    return move.ok ? takeBack(tx, writing, { object, record: read.record, move: move.value }) : move;
  });
  return undone.ok ? answerRecord(context, object.name, params.id, query) : undone;
}

/** Moves of earlier days are not looked for: the log is kept by months. */
export const loggedMove = statement(
  {
    seq: bigint,
    at: timestamptz,
    actor: orNull(uuid),
    before: json<Values>(),
    after: json<Values>(),
    note: orNull(json<Values>()),
  },
  ({ system }, record: string, version: number, now: string) =>
    sql`select seq, at, actor, before, after, note from ${system("changes")} where record = ${record}::uuid and version = ${version} and kind = 'update' and at >= ${now}::timestamptz - interval '1 day'`,
);

type Takeable = LoggedMove & { readonly cause: string };
/** The move, if it is one that its maker may still take back by themselves. */
function takeable(context: Context, object: Staged, logged: LoggedMove | undefined): Result<Takeable> {
  const no = (code: "no_such_move" | "too_late" | "signed" | "exception") =>
    refuse({ status: 409, code, text: messages[code], params: { seconds: SECONDS } });
  const isMove = logged && (object.stageField in logged.after || "pipeline" in logged.after);
  if (!isMove) return no("no_such_move");
  if (logged.actor !== context.principal.id)
    return refuse({ status: 403, code: "not_your_move", text: messages.not_your_move });
  const cause = causeOf(logged);
  const { override } = logged.note ?? {};
  if (cause.object === "approval_request") return no("signed");
  if (cause.object !== STAGE_MOVE || cause.id === null) return no("no_such_move");
  if (override !== undefined) return no("exception");
  if (Date.parse(context.now) - Date.parse(logged.at) > SECONDS * 1000) return no("too_late");
  return accept({ ...logged, cause: cause.id });
}

interface TakingBack {
  readonly object: Staged;
  readonly record: Values;
  readonly move: Takeable;
}
/** All that the move wrote, in the caller's transaction, who rolls it back where the record is refused. */
async function takeBack(
  tx: Transaction,
  context: Context,
  { object, record, move }: TakingBack,
): Promise<Result<null>> {
  const { id = "" } = partOf(anyRecord, record);
  const { seq, before, after, cause } = move;
  const made = {
    object,
    before: { ...record, ...before },
    after: { ...record, ...after },
    changed: Object.keys(after),
  };
  const fields = movedFields(made, await loadPipelines(tx, context));
  const range = { from: Math.max(1, seq - AROUND), to: seq + AROUND };
  // A stage may set fields that its mover may not write, and let only others write from then on.
  const acting = elevate(context, "a move is taken back by whoever has just made it");
  const { kept } = await undoBatch(
    tx,
    acting,
    {
      cause: { object: STAGE_MOVE, id: cause },
      range,
      only: { record: String(id), fields },
      road: "transition",
    },
    range.to,
    2 * AROUND,
  );
  const own = kept.find((one) => one.id === id);
  // What somebody has worked on since of all else that the move wrote stays as they have left it.
  return own ? refuse(standing(context, object, own)) : accept(null);
}

/** What stands against it: fields that were changed since, in words, or what a rule says. */
function standing(context: Context, object: CatalogObject, { why, fields, message }: Kept) {
  if (why !== "changed" && message !== undefined)
    return { status: 409, code: "undo_refused", text: { "zh-CN": message, en: message } } as const;
  const shown = fields.flatMap((name) => {
    const field = object.byName[name];
    return field && !field.hidden && isReadable(fieldRight(context, object, name)) ? [field.label] : [];
  });
  const words = shown.length > 0 ? joinLabels(shown) : messages.hidden_fields;
  return { status: 409, code: "changed_since", text: compose(messages.changed, { fields: words }) } as const;
}
