import type { Context } from "../../../../engine/public.ts";
import { askerAt, isKnown } from "./ask-criterion.ts";
import { gateOf } from "./past-gate.ts";
import type { PastRules } from "./past-rules.ts";
import { brokenRules } from "./past-verdict.ts";
import type { Placed, Seen } from "./place-move.ts";
import { standsUntil } from "./stands-until.ts";
import { FOREVER } from "./versions.ts";

/**
 * Tells of a later moment until when the move is still refused, as nothing that what refuses it then reads
 * changes before; null: it is not refused then.
 */
export function judgeLater(
  context: Context,
  rules: PastRules,
  placed: Placed,
): (when: Seen) => string | null {
  const gate = gateOf(rules, placed.move, rules.pathBefore(placed.move));
  if (!gate || brokenRules(placed.move, gate).some(({ state }) => state === "unmet")) return () => FOREVER;
  return (when) => {
    const ask = askerAt(context, rules, placed, when);
    let until: string | null = null;
    for (const one of gate.asked) {
      if (!isKnown(rules, one, when.seen) || ask(one).length === 0) continue;
      const next = standsUntil(rules, one.criterion, placed.move.record, when.seen);
      if (until === null || next > until) until = next;
      if (until === FOREVER) break;
    }
    return until;
  };
}
