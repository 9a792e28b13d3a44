import {
  type CallOf,
  type Context,
  type Refusal,
  type Result,
  accept,
  elevate,
  isUuid,
  refuse,
  roadOf,
  saveIn,
  updating,
  versionOf,
} from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { retryDeadlock } from "../../../../platform/db/retry-deadlock.ts";
import { type LabelMap, LANGUAGES } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import type { Road } from "../../../../shared/metadata/hooks.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { loadPrincipal } from "../../../base/identity/public.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type { WritableOf } from "../../../../shared/metadata/record-of.ts";
import type { ApprovalStatus, Consent } from "../shared/approval.ts";
import type { approveRequest } from "../shared/approval.contract.ts";
import { approvalMessages } from "./approvals.messages.ts";
import { carriedOut } from "./carried-out.ts";
import { checkWhatWasSeen, type WhatWasSeen } from "./check-what-was-seen.ts";
import { mayDecide, readRequests, type RequestRow, showRequest } from "./read-requests.ts";
import { approvalRequestObject } from "./approval-request.object.ts";

type Decision = "approve" | "refuse" | "withdraw";
export interface Deciding {
  readonly id: string;
  readonly decision: Decision;
  readonly comment: string;
  readonly seen: WhatWasSeen;
  readonly road: Road;
}

/** POST /approvals/:id/approve | refuse | withdraw. */
export async function decideApproval(
  context: Context,
  call: CallOf<typeof approveRequest>,
  decision: Decision,
): Promise<Result<AnswerOf<typeof approveRequest>>> {
  const { id } = call.params;
  const comment = call.body.comment?.trim() ?? "";
  if (!isUuid(id)) return notFound();
  if (decision === "refuse" && comment === "")
    return refuse({ status: 422, code: "comment_required", text: approvalMessages.comment_required });
  const version = versionOf(call);
  if (!version.ok) return version;
  const deciding: Deciding = {
    id,
    decision,
    comment,
    seen: { seen: call.body.seen, version: version.value },
    road: roadOf(call),
  };
  const decided = await retryDeadlock(() => context.db.transaction((tx) => decideIn(tx, context, deciding)));
  if (!decided.ok) return decided;
  const [fresh] = await readRequests(context.db, context, { id });
  return accept({ data: fresh ? showRequest(context, fresh) : null });
}
const notFound = () => refuse({ status: 404, code: "not_found", text: approvalMessages.not_found });

/** The same within a transaction of the caller’s; a refusal rolls it back. */
export async function decideIn(
  tx: Transaction,
  context: Context,
  { id, decision, comment, seen: shown, road }: Deciding,
): Promise<Result<null>> {
  const [seen] = await readRequests(tx, context, { id });
  if (!seen) return notFound();
  // All of one intent are decided one after the other: only one of them is the last.
  await tx.query({
    text: "select pg_advisory_xact_lock(hashtextextended($1, 0))",
    values: [`approvals ${seen.batch}`],
  });
  const [row] = await readRequests(tx, context, { id, lock: true });
  if (!row) return notFound();
  if (row.status !== "waiting") return refuse({ status: 409, code: "closed", text: approvalMessages.closed });
  if (decision === "withdraw" ? row.owner !== context.principal.id : !mayDecide(context, row))
    return refuse({ status: 403, code: "not_yours", text: approvalMessages.not_yours });
  const show = carriedOut.read(context.hooks).get(row.handler)?.show;
  const sound =
    decision === "withdraw" ? accept(null) : await checkWhatWasSeen(tx, context, row, shown, show);
  if (!sound.ok) return sound;
  const siblings = (
    await readRequests(
      tx,
      elevate(context, "consents are counted together, also those that others were asked for"),
      { batch: row.batch },
    )
  ).filter((one) => one.id !== row.id);
  const own: Values = {
    decided_by: context.principal.id,
    decided_at: context.now,
    comment: comment === "" ? null : comment,
  };
  if (decision !== "approve") {
    const status = decision === "refuse" ? "refused" : "withdrawn";
    await settle(tx, context, road, row, { ...own, status });
    for (const other of siblings)
      if (other.status === "waiting")
        await settle(tx, context, "rule", other, { status: "withdrawn", decided_at: context.now });
    return accept(null);
  }
  if (siblings.some((one) => one.status === "waiting")) {
    await settle(tx, context, road, row, { ...own, status: "approved" });
    return accept(null);
  }
  const done = await carryOut(tx, context, [
    ...siblings,
    { ...row, decided_by: context.principal.id, decided_at: context.now },
  ]);
  await settle(tx, context, road, row, {
    ...own,
    status: done ? "returned" : "approved",
    ...(done ? { reasons: reasonsOf(done) } : {}),
  });
  return accept(null);
}

/** Null when it was done; else why not. What it wrote before it was refused is undone. */
async function carryOut(
  tx: Transaction,
  context: Context,
  rows: readonly RequestRow[],
): Promise<Refusal | null> {
  const row = rows.at(-1);
  const handler = row && carriedOut.read(context.hooks).get(row.handler)?.carryOut;
  if (!row || !handler || !row.owner)
    return refuse({ status: 404, code: "not_found", text: approvalMessages.not_found }).refusal;
  if (!row.regarding || !row.regarding_object)
    return refuse({ status: 404, code: "record_gone", text: approvalMessages.record_gone }).refusal;
  const principal = await loadPrincipal(context.db, context.workspace, row.owner, {
    roleOverride: row.narrowed_to,
    kind: row.narrowed_to === null ? "person" : "program",
  });
  if (!principal)
    return refuse({ status: 422, code: "requester_gone", text: approvalMessages.requester_gone }).refusal;
  const { idempotency: _key, ...rest } = context;
  const consents = rows.map((one): Consent => ({
    need: one.need,
    by: one.decided_by,
    at: one.decided_at ?? context.now,
    request: one.id,
  }));
  await tx.query({ text: "savepoint carry_out" });
  const done = await handler(
    tx,
    { ...rest, principal, language: row.language },
    {
      object: row.regarding_object,
      id: row.regarding,
      intent: row.intent,
      consents,
      request: row.id,
      supplied: row.supplied,
    },
  );
  await tx.query({ text: done.ok ? "release savepoint carry_out" : "rollback to savepoint carry_out" });
  return done.ok ? null : done.refusal;
}

function reasonsOf(refusal: Refusal): WireValue {
  const given = refusal.reasons.filter((reason) => !reason.waived);
  if (given.length > 0)
    return given.map(({ code, text, criterion, field }) => ({
      code,
      text: { ...text },
      ...(criterion ? { criterion } : {}),
      ...(field ? { field } : {}),
    }));
  const text: LabelMap = Object.fromEntries(
    LANGUAGES.map((language) => [language, say(refusal.text, language, refusal.params)]),
  );
  return [{ code: refusal.code, text }];
}

/**
 * Closed requests leave the way free for a new one. The change is the deciding person's, who needs no right
 * on the object for it.
 */
export async function settle(
  tx: Transaction,
  context: Context,
  road: Road,
  row: Pick<RequestRow, "id">,
  values: WritableOf<typeof approvalRequestObject> & { readonly status: ApprovalStatus },
): Promise<void> {
  const operation = updating(approvalRequestObject, row.id, { ...values, open_key: null });
  const acting = elevate(context, "requests are written by the program only");
  const { saved, results } = await saveIn(tx, acting, { road, mode: "all", operations: [operation] });
  if (!saved) throw new Error(`approval ${row.id} could not be settled: ${JSON.stringify(results)}`);
}
