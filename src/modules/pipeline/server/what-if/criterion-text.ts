import type { Context } from "../../../../engine/context.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Criterion, PipelineDefinition } from "../../shared/pipeline.ts";
import { compose, gateTexts, joinLabels } from "../../shared/texts.ts";
import { criteriaIn } from "../evidence.hooks.ts";

const nameOf = (label: LabelMap | undefined, name: string): LabelMap => label ?? { "zh-CN": name, en: name };

/** What a criterion asks, in words: its own message, else all that it asks for. */
export function criterionText(context: Context, object: CatalogObject, definition: PipelineDefinition, id: string, said: LabelMap | null): LabelMap {
  const criterion = criteriaIn(definition).find((one) => one.id === id);
  if (criterion?.message) return criterion.message;
  return (criterion && inFull(context, object, criterion)) ?? said ?? (id === "rule.mover_not_allowed" ? gateTexts.mover_rule : nameOf(undefined, id));
}

function inFull(context: Context, object: CatalogObject, criterion: Criterion): LabelMap | null {
  switch (criterion.kind) {
    case "fields":
      return compose(gateTexts.required, { field: joinLabels(criterion.fields.map((field) => nameOf(object.byName[field]?.label, field))) });
    case "condition":
      return compose(gateTexts.condition_unmet, { expression: criterion.expression });
    case "checklist":
      return compose(gateTexts.checklist_open, { items: joinLabels(criterion.items.map((item) => item.label)) });
    case "related":
      return compose(gateTexts.asks_related, { object: nameOf(context.catalog.object(criterion.object)?.label, criterion.object) });
    case "approval":
      return compose(gateTexts.approval_required, { role: criterion.approval });
    case "tasks":
      return gateTexts.tasks_open_all;
    case "form":
      return compose(gateTexts.form_incomplete, { form: criterion.form });
    case "document":
      return compose(gateTexts.asks_document, { type: criterion.document_type });
    case "dwell":
      return compose(gateTexts.asks_dwell, { min: criterion.min_days ?? 0, max: criterion.max_days ?? "∞" });
  }
}
