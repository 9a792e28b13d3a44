import type { LabelMap } from "../../../../shared/i18n/label.ts";
import { type WorldLabels, gateTexts } from "../../gates/shared/public.ts";
import type { Criterion, PipelineDefinition } from "../../pipeline/shared/public.ts";
import { compose, joinLabels } from "../../../../shared/i18n/compose-labels.ts";
import { criteriaIn } from "../../gates/public.ts";

const spelled = (name: string): LabelMap => ({ "zh-CN": name, en: name });

/** What a criterion asks, in words: its own message, else all that it asks for. */
export function criterionText(
  labels: WorldLabels,
  definition: PipelineDefinition,
  id: string,
  said: LabelMap | null,
): LabelMap {
  const criterion = criteriaIn(definition).find((one) => one.id === id);
  if (criterion?.message) return criterion.message;
  return (
    (criterion && inFull(labels, criterion)) ??
    said ??
    (id === "rule.mover_not_allowed" ? gateTexts.mover_rule : spelled(id))
  );
}

function inFull(labels: WorldLabels, criterion: Criterion): LabelMap | null {
  switch (criterion.kind) {
    case "fields":
      return compose(gateTexts.required, {
        field: joinLabels(criterion.fields.map((field) => labels.field(field))),
      });
    case "condition":
      return compose(gateTexts.condition_unmet, { expression: criterion.expression });
    case "checklist":
      return compose(gateTexts.checklist_open, {
        items: joinLabels(criterion.items.map((item) => item.label)),
      });
    case "related":
      return compose(gateTexts.asks_related, { object: labels.object(criterion.object) });
    case "approval":
      return compose(gateTexts.approval_required, { role: labels.role(criterion.approval) });
    case "tasks":
      return gateTexts.tasks_open_all;
    case "form":
      return compose(gateTexts.form_incomplete, { form: labels.form(criterion.form) });
    case "document":
      return compose(gateTexts.asks_document, { type: labels.documentType(criterion.document_type) });
    case "dwell":
      return compose(gateTexts.asks_dwell, { min: criterion.min_days ?? 0, max: criterion.max_days ?? "∞" });
  }
}
