import { fits } from "../../../../shared/wire/fits.ts";
import {
  Answer,
  type Context,
  type Refusal,
  type Result,
  accept,
  beginWrite,
  refuse,
  titlesFor,
} from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import {
  type Asking,
  type CarryOut,
  type Need,
  refuseSecond,
  requestApproval,
} from "../../approvals/public.ts";
import { OVERRIDE_CONSENT, REOPEN_CONSENT } from "../shared/move.ts";
import { type Approver, stageOf } from "../../pipeline/shared/public.ts";
import { compose } from "../../../../shared/i18n/compose-labels.ts";
import { attemptMove, type MoveOf } from "./attempt-move.ts";
import { IntentBody } from "./intent-body.ts";
import { criteriaIn } from "./evidence.hooks.ts";
import {
  loadPipelines,
  pipelineMessages,
  readWhole,
  inTransaction,
  stageObject,
  toWire,
} from "../../pipeline/public.ts";
import { saveEvidence } from "./save-evidence.ts";

/** The name under which consents to moves come back. */
export const STAGE_MOVES = "stage_move";

/** What became of a move that only consents stood against: it waits (202), or went through after all. */
export type AskedMove = { readonly waits: Answer } | { readonly waits: null };

/**
 * Asks for the consents that a move still needs, if nothing else stands against it; null when a consent would
 * not help. What was supplied with it is kept on the record in the same transaction, and the gate is asked
 * once more with that before anybody else is.
 */
export async function askForConsents(
  context: Context,
  move: MoveOf,
  refusal: Refusal,
): Promise<Result<AskedMove> | null> {
  if (missingConsents(refusal).length === 0) return null;
  const { object, id } = move;
  const read = await readWhole(context.db, context, object, id);
  if (!read?.canUpdate) return null;
  const [title = ""] = [...(await titlesFor(context, [{ object: object.name, id }])).values()];
  return inTransaction(context, async (tx): Promise<Result<AskedMove>> => {
    const writing = beginWrite(tx, context);
    // The key is remembered with the request, or with the move if there is nothing to ask after all.
    const { idempotency: _key, ...quiet } = writing;
    const free = await refuseSecond(tx, writing, {
      handler: STAGE_MOVES,
      regarding: { object: object.name, id, title, owner: null },
    });
    if (!free.ok) return free;
    const kept = await saveEvidence(tx, quiet, move);
    if (!kept.ok) return kept;
    const waiting: MoveOf = { ...move, seen: "checked", intent: kept.value.intent };
    await tx.query({ text: "savepoint asking" });
    const tried = await attemptMove(tx, writing, waiting);
    if (tried.ok) return accept({ waits: null });
    await tx.query({ text: "rollback to savepoint asking" });
    const missing = missingConsents(tried.refusal);
    if (missing.length === 0) return tried;
    const asked = await requestApproval(
      tx,
      writing,
      await askingOf(tx, writing, waiting, { title, missing, supplied: kept.value.supplied }),
    );
    return asked.ok
      ? accept({ waits: new Answer(202, { id: asked.value.id, approvals: asked.value.requests }) })
      : asked;
  });
}

interface Missing {
  readonly title: string;
  readonly missing: readonly Reason[];
  readonly supplied: Values;
}
async function askingOf(
  tx: Transaction,
  context: Context,
  { object, id, intent }: MoveOf,
  { title, missing, supplied }: Missing,
): Promise<Asking> {
  const read = await readWhole(tx, context, object, id);
  const { pipeline, department, owner = null } = partOf(staged, read?.record);
  const definition = (await loadPipelines(tx, context)).find(pipeline, department)?.definition;
  const stage = definition ? (stageOf(definition, intent.to)?.label ?? intent.to) : intent.to;
  const criteria = new Map(
    definition ? criteriaIn(definition).map((criterion) => [criterion.id, criterion.message]) : [],
  );
  return {
    handler: STAGE_MOVES,
    intent: Object.fromEntries(Object.entries(intent).map(([name, value]) => [name, toWire(value)])),
    regarding: { object: object.name, id, title: title || id, owner },
    key: intent.to,
    reason: intent.override?.reason ?? intent.reason ?? null,
    needs: missing.map((reason): Need => ({
      need: reason.criterion ?? "",
      approver: approverOf(reason),
      what: whatOf(reason, { stage, until: intent.override?.until }, criteria),
    })),
    supplied,
    road: "transition",
  };
}

const asksConsent = ({ code, fix }: Reason): boolean =>
  code === "approval_required" && fix?.action === "ask_approval";

/** An override asks only for its own consent: what it passes is not asked for. */
function missingConsents({ reasons }: Refusal): readonly Reason[] {
  const overriding = reasons.filter((reason) => reason.criterion === OVERRIDE_CONSENT);
  if (overriding.length > 0) return overriding;
  return reasons.every(asksConsent) ? reasons : [];
}

function approverOf({ params }: Reason): Approver {
  const { role } = params ?? {};
  return typeof role === "string" ? { role } : "manager";
}

interface Into {
  readonly stage: LabelMap | string;
  /** The last day on which what is passed counts as met. */
  readonly until: string | undefined;
}
function whatOf(
  { criterion = "" }: Reason,
  { stage, until }: Into,
  criteria: ReadonlyMap<string, LabelMap | undefined>,
): LabelMap {
  if (criterion === OVERRIDE_CONSENT)
    return until
      ? compose(pipelineMessages.ask_override_until, { stage, until })
      : compose(pipelineMessages.ask_override, { stage });
  if (criterion === REOPEN_CONSENT) return compose(pipelineMessages.ask_reopen, { stage });
  return criteria.get(criterion) ?? compose(pipelineMessages.ask_sign_off, { stage });
}

/**
 * With the last consent the move is made as the person who asked; all gates are asked again with that day's
 * facts.
 */
export const moveOnConsent: CarryOut = async (
  tx,
  context,
  { object, id, intent, consents, request, supplied },
) => {
  const found = stageObject(context, object);
  if (!found.ok) return found;
  if (!fits(IntentBody, intent))
    return refuse({ status: 422, code: "bad_intent", text: pipelineMessages.bad_intent });
  return attemptMove(tx, context, {
    object: found.value,
    id,
    intent,
    consents: new Map(consents.map(({ need, by, at }) => [need, { by, at }])),
    cause: { object: "approval_request", id: request },
    ...(supplied ? { supplied } : {}),
  });
};
