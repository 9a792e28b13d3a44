import type { Label } from "../../../../../shared/i18n/label.ts";
import { freshId } from "../../../../../ui/data/fresh-id.ts";
import { useContributions } from "../../../../../ui/extension-point.ts";
import type { AddedKind, Criterion, CriterionKind } from "../../shared/pipeline.ts";
import { criterionEditors } from "../criterion-editors.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";

type ShippedKind = Exclude<CriterionKind, AddedKind>;

/** Begins a criterion of each shipped kind. */
const FRESH: { readonly [K in ShippedKind]: (id: string) => Criterion } = {
  fields: (id) => ({ id, kind: "fields", fields: [] }),
  condition: (id) => ({ id, kind: "condition", expression: "" }),
  checklist: (id) => ({ id, kind: "checklist", items: [{ id: freshId("item"), label: {} }] }),
  tasks: (id) => ({ id, kind: "tasks" }),
  form: (id) => ({ id, kind: "form", form: "" }),
  document: (id) => ({ id, kind: "document", document_type: "", min: 1 }),
  related: (id) => ({ id, kind: "related", object: "activity", expression: "", min: 1 }),
  approval: (id) => ({ id, kind: "approval", approval: "" }),
  dwell: (id) => ({ id, kind: "dwell", min_days: 1 }),
};
const isShipped = (kind: string): kind is ShippedKind => Object.hasOwn(FRESH, kind);
const isAdded = (kind: string): kind is AddedKind => kind.includes(".");

export interface KindChoice {
  readonly label: Label;
  readonly begin: () => Criterion;
}
/** Every kind of criteria that a stage may ask for: the shipped ones, then those that modules bring. */
export function useCriterionKinds(): ReadonlyMap<string, KindChoice> {
  const added = useContributions(criterionEditors);
  const choices = new Map<string, KindChoice>();
  for (const kind of Object.keys(FRESH))
    if (isShipped(kind))
      choices.set(kind, { label: pipelineSettingsMessages[kind], begin: () => FRESH[kind](freshId(kind)) });
  for (const [kind, { label, fresh }] of added)
    if (isAdded(kind))
      choices.set(kind, {
        label,
        begin: () => ({ id: freshId(kind.replaceAll(".", "_")), kind, settings: fresh }),
      });
  return choices;
}
