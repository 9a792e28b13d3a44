import type { LabelMap } from "../../../../shared/i18n/label.ts";
import { type GateKinds, type WorldLabels, gateMessages } from "../../gates/shared/public.ts";
import type { Criterion, PipelineDefinition } from "../../pipeline/shared/public.ts";
import { criteriaIn } from "../../gates/public.ts";

const spelled = (name: string): LabelMap => ({ "zh-CN": name, en: name });

/** What a criterion asks, in words: its own message, else all that it asks for. */
export function criterionText(
  kinds: GateKinds,
  labels: WorldLabels,
  definition: PipelineDefinition,
  id: string,
  said: LabelMap | null,
): LabelMap {
  const criterion = criteriaIn(definition).find((one) => one.id === id);
  if (criterion?.message) return criterion.message;
  return (
    (criterion && inFull(kinds, labels, criterion)) ??
    said ??
    (id === "rule.mover_not_allowed" ? gateMessages.mover_rule : spelled(id))
  );
}

function inFull(kinds: GateKinds, labels: WorldLabels, criterion: Criterion): LabelMap | null {
  const kind = kinds.get(criterion.kind);
  return kind?.inFull?.(criterion, labels) ?? kind?.title(criterion, labels) ?? null;
}
