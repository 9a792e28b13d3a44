import type { Context } from "../../../../engine/public.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { type GateWorld, unmetOf, type CriterionOnSide } from "../../gates/shared/public.ts";
import { kindsOf } from "../../gates/public.ts";
import type { PastRules, Rules } from "./past-rules.ts";
import type { Placed, Seen } from "./place-move.ts";

/** What one criterion finds missing at a moment; its facts are looked up when it is asked. */
export function askerAt(
  context: Context,
  { judgeable, facts, tasks, labels }: PastRules,
  { move, enteredAt }: Placed,
  when: Seen,
): (one: CriterionOnSide) => readonly Reason[] {
  const { zone, calendar } = context.company;
  const answers: Record<string, WireValue> = {};
  let [enteredOn, today]: (string | undefined)[] = [];
  const world: GateWorld = {
    record: when.record,
    evidence: when.evidence,
    facts: answers,
    get enteredOn() {
      return enteredAt ? (enteredOn ??= dayIn(zone, enteredAt)) : null;
    },
    enteredAt,
    get today() {
      return (today ??= dayIn(zone, when.now));
    },
    calendar,
    labels,
    kinds: kindsOf(context),
  };
  return (one) => {
    const { id, kind } = one.criterion;
    const expression = judgeable.get(id)?.expression;
    answers[id] =
      kind === "tasks"
        ? { ...tasks.at(move.record, when.seen) }
        : expression
          ? facts.answer(expression, when.record, when)
          : null;
    return unmetOf(one, world);
  };
}

/** Whether history can say what the criterion asks as of a moment. */
export const isKnown = ({ judgeable }: Rules, { criterion }: CriterionOnSide, seen: string): boolean => {
  const since = judgeable.get(criterion.id)?.since;
  return since !== null && since !== undefined && since <= seen;
};
