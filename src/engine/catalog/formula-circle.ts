import { checkExpression } from "../../shared/expression/check.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Catalog } from "../kernel/catalog.ts";

/** The names on a circle of formulas that starts at `field`, through links and roll-ups too. */
export function formulaCircle(
  catalog: Catalog,
  object: CatalogObject,
  field: Field,
  path: readonly string[],
): readonly string[] | null {
  const place = `${object.name}.${field.name}`;
  if (path.includes(place)) return [...path, place];
  const next = [...path, place];
  for (const read of readsOf(catalog, object, field)) {
    const target = catalog.object(read.object);
    const inner = target?.byName[read.field];
    const circle = target && inner ? formulaCircle(catalog, target, inner, next) : null;
    if (circle) return circle;
  }
  return null;
}

function readsOf(
  catalog: Catalog,
  object: CatalogObject,
  field: Field,
): readonly { object: string; field: string }[] {
  if (field.kind === "formula") {
    const checked = checkExpression(field.expression, { schema: catalog, object: object.name });
    return checked.ok ? checked.expression.references.reads : [];
  }
  if (field.kind !== "rollup") return [];
  const filtered = field.filter
    ? checkExpression(field.filter, { schema: catalog, object: field.object })
    : null;
  return [
    ...(field.field ? [{ object: field.object, field: field.field }] : []),
    ...(filtered?.ok ? filtered.expression.references.reads : []),
  ];
}
