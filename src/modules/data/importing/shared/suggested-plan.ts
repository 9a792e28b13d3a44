import type { Field } from "../../../../shared/metadata/field.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { type FieldColumn, linkTargets } from "./field-columns.ts";
import { comesLater } from "./moving-order.ts";
import type { ColumnPlan } from "./options.contract.ts";

/** The plan a suggested column starts with: links are found by the title of their target. */
export function planFor(field: Field, objectOf: (name: string) => CatalogObject | undefined): ColumnPlan {
  const [target] = linkTargets(field, objectOf);
  const title = target ? objectOf(target)?.title : undefined;
  return title ? { field: field.name, by: [title], missing: "refuse" } : { field: field.name };
}

/** A link to what a move brings only later (the head of a department) may be empty until then. */
export function laterLeft(
  object: CatalogObject,
  plan: FieldColumn["plan"] | undefined,
  objectOf: (name: string) => CatalogObject | undefined,
): FieldColumn["plan"] | undefined {
  const field = plan && object.byName[plan.field];
  const [target] =
    field && !field.required && !["owner", "department"].includes(field.name)
      ? linkTargets(field, objectOf)
      : [];
  return plan?.by && target !== undefined && comesLater(object.name, target)
    ? { ...plan, missing: "empty" }
    : plan;
}
