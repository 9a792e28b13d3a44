import type { Criterion } from "../../pipeline/shared/public.ts";
import type { PastRules } from "./past-rules.ts";
import { isAlike, nextOther, nextOtherIn } from "./versions.ts";

/**
 * Until when a criterion finds what it finds at a moment: from then on something that it reads may differ.
 */
export function standsUntil(
  { judgeable, facts, tasks, lives, evidence }: PastRules,
  criterion: Criterion,
  record: string,
  at: string,
): string {
  const expression = judgeable.get(criterion.id)?.expression;
  if (expression) return facts.holdsUntil(expression, record, at);
  // Days go by on their own, and what a module's own kind reads nobody here knows.
  if (criterion.kind === "dwell" || "settings" in criterion) return at;
  if (criterion.kind === "tasks") return tasks.standUntil(record, at);
  const life = lives.get(record) ?? [];
  if (criterion.kind === "fields") return nextOtherIn(life, at, criterion.fields);
  return nextOther(life, at, (index, held) =>
    isAlike(evidence(life, index)[criterion.id], evidence(life, held)[criterion.id]),
  );
}
