import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { ruleReasons } from "../../gates/shared/public.ts";
import type { Layer } from "../../pipeline/shared/public.ts";
import type { PastGate } from "./past-rules.ts";
import type { MadeMove } from "./read-moves.ts";

export interface PastQuestion {
  readonly criterion: string;
  readonly kind: string;
  readonly layer: Layer | null;
  readonly state: "met" | "unmet" | "unknown";
  readonly text: LabelMap | null;
}

export interface PastVerdict {
  readonly verdict: "refused" | "passed" | "undecided" | "absent";
  readonly asked: readonly PastQuestion[];
}

/** What a move breaks of the rules that every pipeline has. */
export function brokenRules(made: MadeMove, { move }: PastGate): readonly PastQuestion[] {
  // A file tells when a record moved, not why.
  const isUntold = ({ fix }: Reason): boolean => made.imported && fix?.action === "give_reason";
  return ruleReasons(move).map((reason) => ruleAsked(reason, isUntold(reason) ? "unknown" : "unmet"));
}

/** A rule as a question of the verdict. */
export const ruleAsked = (
  { code, text }: Pick<Reason, "code"> & Partial<Pick<Reason, "text">>,
  state: PastQuestion["state"],
): PastQuestion => ({
  criterion: `rule.${code}`,
  kind: "rule",
  layer: null,
  state,
  text: text ?? null,
});
