import type { Context } from "../../../../engine/public.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Criterion } from "../../pipeline/shared/public.ts";
import { compose, joinLabels } from "../../../../shared/i18n/compose-labels.ts";
import { gateTexts } from "../shared/gate.texts.ts";
import { labelsIn } from "./judge-moves.ts";

/**
 * What a criterion is about, as a heading: its own message, else its kind and what it names, never an API
 * name.
 */
export function criterionTitle(
  context: Context,
  object: CatalogObject,
  criterion: Criterion,
  forms: ReadonlyMap<string, LabelMap>,
): LabelMap {
  if (criterion.message) return criterion.message;
  const labels = labelsIn(context, object, forms);
  switch (criterion.kind) {
    case "fields":
      return joinLabels(criterion.fields.map((field) => labels.field(field)));
    case "condition":
      return compose(gateTexts.title_condition, {
        fields: joinLabels(labels.fieldsOf(criterion.expression).map((field) => labels.field(field))),
      });
    case "checklist":
      return gateTexts.title_checklist;
    case "tasks":
      return gateTexts.title_tasks;
    case "form":
      return compose(gateTexts.title_form, { form: labels.form(criterion.form) });
    case "document":
      return compose(gateTexts.title_document, { type: labels.documentType(criterion.document_type) });
    case "related":
      return labels.object(criterion.object);
    case "approval":
      return gateTexts.title_approval;
    case "dwell":
      return gateTexts.title_dwell;
  }
}
