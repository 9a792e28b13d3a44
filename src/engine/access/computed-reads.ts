import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { expressionOf } from "../query/checked-expression.ts";

interface Read {
  readonly object: string;
  readonly field: string;
}

/**
 * What follows from the stage tells it: whoever may not read the stage reads none of these, whatever name the
 * stage field has.
 */
const FOLLOWS_STAGE: ReadonlySet<string> = new Set([
  "stage_type",
  "stage_entered_at",
  "pipeline_version",
  "gate_state",
  "probability",
  "forecast_category",
]);

/**
 * Every (object, field) that a formula, a roll-up or the rule behind a field reads directly; nothing for
 * other fields.
 */
export function readsOf(catalog: Catalog, object: CatalogObject, field: Field): readonly Read[] {
  if (field.kind === "formula")
    return expressionOf(catalog, object.name, field.expression)?.references.reads ?? [];
  if (field.worked_out_of) return field.worked_out_of.map((name) => ({ object: object.name, field: name }));
  if (object.stageField && FOLLOWS_STAGE.has(field.name))
    return [{ object: object.name, field: object.stageField }];
  if (field.kind !== "rollup") return [];
  const summed = field.field ? [{ object: field.object, field: field.field }] : [];
  const filtered = field.filter
    ? (expressionOf(catalog, field.object, field.filter)?.references.reads ?? [])
    : [];
  return [...summed, ...filtered];
}
