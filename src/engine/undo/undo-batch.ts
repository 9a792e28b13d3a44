import type { Transaction } from "../../platform/db/database.ts";
import { textOf } from "../../shared/i18n/label.ts";
import { say } from "../../shared/i18n/messages.ts";
import type { Context } from "../kernel/context.ts";
import { elevate } from "../kernel/elevate.ts";
import type { Operation, OperationResult } from "../kernel/save-request.ts";
import { saveIn } from "../record/save.ts";
import type { Kept, UndoneBatch, Undoing, WorkingPlan } from "./contract.ts";
import { findWork } from "./find-work.ts";
import { planUndo, readableOf } from "./plan-undo.ts";
import { refillLinks } from "./refill-links.ts";

/**
 * Reverts one batch of what a cause wrote, newest first, in the caller's transaction: records that it made
 * never were, fields that it changed hold what they held before, unless somebody changed them since. What
 * rules wrote because of it goes first, with the rights of the program; all else is written with the rights of
 * whoever undoes. Links that a deletion had emptied lead again to what is restored. The first batch begins at the end of the range, each further one at `next`, which the caller
 * keeps in the same transaction. A batch that is done again does nothing.
 * @example const { next, kept } = await undoBatch(tx, context, { cause: { object: "job", id }, range, reason }, position, 200)
 */
export async function undoBatch(
  tx: Transaction,
  context: Context,
  undoing: Undoing,
  position: number,
  size: number,
): Promise<UndoneBatch> {
  const { written, next } = undoing.range
    ? await findWork(tx, context, undoing, position, size)
    : { written: undoing.written, next: null };
  const { plans, states } = await planUndo(tx, context, undoing.cause, written, undoing.only);
  const reverted = await revert(
    tx,
    context,
    undoing,
    plans.filter((plan): plan is WorkingPlan => plan.is === "operation"),
  );
  const count = (ops: readonly string[]): number =>
    reverted.filter(({ plan, result }) => !plan.written.byRules && result.ok && ops.includes(result.op))
      .length;
  const refused = reverted.flatMap(({ plan, result }): Kept[] => {
    if (result.ok) return [];
    const kept = refusedBy(context, plan, result);
    return [plan.written.byRules ? readableOf(context, kept, states.get(kept.id)) : kept];
  });
  const whole = new Set(refused.map(({ id }) => id));
  const restored = reverted.flatMap(({ result }) =>
    result.ok && result.op === "restored" ? [result.id] : [],
  );
  const links = await refillLinks(tx, context, undoing, restored);
  return {
    next,
    deleted: count(["deleted"]),
    restored: count(["updated", "restored"]),
    // A record that is refused stays as it is, whatever else was found about its fields.
    kept: [...plans.flatMap(({ kept }) => (kept && !whole.has(kept.id) ? [kept] : [])), ...refused, ...links],
  };
}

interface Reverted {
  readonly plan: WorkingPlan;
  readonly result: OperationResult;
}
/**
 * What rules wrote first, then the rest. What goes along with a record that is refused stays with it: then all
 * is done again without that one.
 */
async function revert(
  tx: Transaction,
  context: Context,
  undoing: Undoing,
  working: readonly WorkingPlan[],
): Promise<readonly Reverted[]> {
  const rules = working.filter(({ written }) => written.byRules);
  const direct = working.filter(({ written }) => !written.byRules);
  const along = goingAlong(working, rules);
  const acting = elevate(context, "what rules wrote because of something goes with it");
  if (along.length > 0) await tx.query({ text: "savepoint undo" });
  const done = [
    ...pair(rules, await perform(tx, acting, undoing, [...rules.map(operationOf), ...along])),
    ...pair(direct, await perform(tx, context, undoing, direct.map(operationOf))),
  ];
  if (along.length === 0) return done;
  const refused = done.filter(({ plan, result }) => !result.ok && plan.along.length > 0);
  await tx.query({ text: `${refused.length > 0 ? "rollback to" : "release"} savepoint undo` });
  if (refused.length === 0) return done;
  const others = working.filter((plan) => !refused.some((one) => one.plan === plan));
  return [...refused, ...(await revert(tx, context, undoing, others))];
}
const operationOf = ({ operation }: WorkingPlan): Operation => operation;
const pair = (plans: readonly WorkingPlan[], results: readonly OperationResult[]): Reverted[] =>
  plans.flatMap((plan, at) => {
    const result = results[at];
    return result ? [{ plan, result }] : [];
  });

/** What goes along with several records, or comes by itself, is deleted once. */
function goingAlong(working: readonly WorkingPlan[], rules: readonly WorkingPlan[]): Operation[] {
  const own = new Set(rules.map(({ written }) => written.record));
  const along = new Map(working.flatMap((plan) => plan.along).map((one) => [one.id, one]));
  return [...along.values()].flatMap(({ object, id }): Operation[] =>
    own.has(id) ? [] : [{ op: "delete", object, id, retract: true }],
  );
}

async function perform(
  tx: Transaction,
  context: Context,
  { cause, reason, override, road = "bulk" }: Undoing,
  operations: readonly Operation[],
): Promise<readonly OperationResult[]> {
  if (operations.length === 0) return [];
  const { results } = await saveIn(tx, context, {
    operations,
    road,
    mode: "each",
    ...(reason ? { reason } : {}),
    cause: { object: cause.object, id: cause.id, note: "undo" },
    ...(override ? { override } : {}),
  });
  return results;
}

function refusedBy(
  { language }: Context,
  { written, title }: WorkingPlan,
  { refusal }: Extract<OperationResult, { ok: false }>,
): Kept {
  const told = refusal.reasons[0] ?? { text: refusal.text, params: refusal.params };
  const text = textOf(told.text, language);
  const why =
    refusal.status === 404
      ? "gone"
      : refusal.code === "linked_by"
        ? "used"
        : refusal.code === "version_conflict"
          ? "changed"
          : "refused";
  return {
    object: written.object,
    id: written.record,
    title,
    why,
    fields: refusal.reasons.flatMap(({ field }) => (field ? [field] : [])),
    // Of what the program was refused, the caller may not know the reason.
    ...(written.byRules ? {} : { message: say({ "zh-CN": text, en: text }, language, told.params) }),
  };
}
