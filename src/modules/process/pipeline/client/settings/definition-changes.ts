import type { PipelineDefinition, Criterion } from "../../shared/pipeline.ts";

type Rules = PipelineDefinition["rules"];
export interface CriterionChange {
  readonly kind: "added" | "removed" | "changed";
  readonly criterion: Criterion;
}
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Which criteria came, went, or ask something else, by their ids. */
export function criterionChanges(
  before: readonly Criterion[] = [],
  after: readonly Criterion[] = [],
): readonly CriterionChange[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const kept = after.flatMap((criterion): readonly CriterionChange[] => {
    const was = old.get(criterion.id);
    if (!was) return [{ kind: "added", criterion }];
    return isSame(was, criterion) ? [] : [{ kind: "changed", criterion }];
  });
  const gone = before.filter(({ id }) => !after.some((one) => one.id === id));
  return [...kept, ...gone.map((criterion): CriterionChange => ({ kind: "removed", criterion }))];
}

const RULES = [
  "allow_skip",
  "allow_backward",
  "backward_needs_reason",
  "allow_reopen",
  "lost_asks_exit",
  "override_approval",
  "reopen_approval",
  "meeting_days",
  "create_in",
] as const satisfies readonly (keyof Rules)[];
export type RuleName = (typeof RULES)[number];

/** The rules that differ, by name; nothing before is no difference. */
export const ruleChanges = (before: Rules | undefined, after: Rules): readonly RuleName[] =>
  before === undefined ? [] : RULES.filter((name) => !isSame(before[name], after[name]));
