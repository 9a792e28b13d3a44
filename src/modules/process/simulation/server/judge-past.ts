import type { Context } from "../../../../engine/public.ts";
import { withoutRepeats } from "../../gates/shared/public.ts";
import { layerOf } from "../../pipeline/shared/public.ts";
import { askerAt, isKnown } from "./ask-criterion.ts";
import { gateOf } from "./past-gate.ts";
import type { PastRules } from "./past-rules.ts";
import { brokenRules, type PastQuestion, type PastVerdict, ruleAsked } from "./past-verdict.ts";
import type { Placed, Seen } from "./place-move.ts";

/** Judges one move of the past with the facts of one moment. */
export function judgePast(context: Context, rules: PastRules, placed: Placed, when: Seen): PastVerdict {
  const gate = gateOf(rules, placed.move, rules.pathBefore(placed.move));
  if (!gate) return { verdict: "absent", asked: [] };
  const ask = askerAt(context, rules, placed, when);
  const found = gate.asked.map((one) => (isKnown(rules, one, when.seen) ? ask(one) : null));
  const unmet = withoutRepeats(found.flatMap((reasons) => reasons ?? []));
  const criteria = gate.asked.map(({ criterion, side }, at): PastQuestion => {
    const [reason] = unmet.filter((one) => one.criterion === criterion.id);
    const state = found[at] === null ? "unknown" : reason ? "unmet" : "met";
    return {
      criterion: criterion.id,
      kind: criterion.kind,
      layer: layerOf(criterion, side),
      state,
      text: reason?.text ?? null,
    };
  });
  // Who had which role then is not kept.
  const movers =
    gate.to.movers && gate.to.movers.length > 0 ? [ruleAsked({ code: "mover_not_allowed" }, "unknown")] : [];
  const all = [...brokenRules(placed.move, gate), ...movers, ...criteria];
  const verdict = all.some((one) => one.state === "unmet")
    ? "refused"
    : all.some((one) => one.state === "unknown")
      ? "undecided"
      : "passed";
  return { verdict, asked: all };
}
