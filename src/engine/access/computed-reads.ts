import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { stageFields } from "../../shared/metadata/stage-fields.ts";
import type { Catalog } from "../kernel/catalog.ts";
import { expressionOf } from "../catalog/checked-expression.ts";

interface Read {
  readonly object: string;
  readonly field: string;
}

/**
 * The companions of a stage tell it: whoever may not read the stage reads none of them, whatever name the stage
 * field has. The pipeline alone does not.
 */
const COMPANIONS: ReadonlySet<string> = new Set(
  Object.keys(stageFields()).filter((name) => name !== "pipeline"),
);

/**
 * Every (object, field) that a formula, a roll-up or the rule behind a field reads directly; nothing for
 * other fields.
 */
export function readsOf(catalog: Catalog, object: CatalogObject, field: Field): readonly Read[] {
  if (field.kind === "formula")
    return expressionOf(catalog, object.name, field.expression)?.references.reads ?? [];
  if (field.reads) return field.reads;
  if (field.worked_out_of) return field.worked_out_of.map((name) => ({ object: object.name, field: name }));
  if (object.stageField && COMPANIONS.has(field.name))
    return [{ object: object.name, field: object.stageField }];
  if (field.kind !== "rollup") return [];
  const summed = field.field ? [{ object: field.object, field: field.field }] : [];
  const filtered = field.filter
    ? (expressionOf(catalog, field.object, field.filter)?.references.reads ?? [])
    : [];
  return [...summed, ...filtered];
}
