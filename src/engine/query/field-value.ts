import { compileExpression } from "./expression-sql.ts";
import { ident } from "../../platform/db/database.ts";
import type { SqlScope, SqlType } from "../../shared/expression/types.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { expressionOf } from "../catalog/checked-expression.ts";
import { orderColumn } from "../schema/names.ts";
import type { Reading } from "./reading.ts";
import { rollupValue } from "./rollup-value.ts";
import { accessAt, allOf, source } from "./source.ts";

/** The part of a name (`by_name`) that it is sorted by. */
export const ORDER_PART = "order";

export type ValueSqlType = SqlType | "jsonb";
const NUMBERS: readonly Field["kind"][] = ["integer", "decimal", "money", "percent", "rollup"];
const LISTS: Readonly<Partial<Record<Field["kind"], ValueSqlType>>> = {
  multiselect: "text[]",
  links: "uuid[]",
  file: "uuid[]",
  image: "uuid[]",
  signature: "uuid[]",
  children: "uuid[]",
  tags: "uuid[]",
};

/** The SQL type of a field as an expression value. */
export function valueType(field: Field, part?: string): ValueSqlType {
  if (part !== undefined) return part === "amount" ? "numeric" : "text";
  if (field.name === "id") return "uuid";
  if (field.kind === "rollup" && field.rolls)
    return NUMBERS.includes(field.rolls) ? "numeric" : returned(field.rolls);
  if (field.kind === "formula") return NUMBERS.includes(field.returns) ? "numeric" : returned(field.returns);
  if (NUMBERS.includes(field.kind)) return "numeric";
  if (field.kind === "link" || field.kind === "person" || field.kind === "department") return "uuid";
  if (field.kind === "address" || field.kind === "location" || field.kind === "json") return "jsonb";
  return LISTS[field.kind] ?? returned(field.kind);
}
const returned = (kind: string): ValueSqlType =>
  kind === "boolean" || kind === "date" ? kind : kind === "datetime" ? "timestamptz" : "text";

/**
 * A field as an expression value: percent as fraction, money as company amount (see `SqlScope.field`). Rights
 * are the caller's business.
 */
export function expressionValue(
  reading: Reading,
  scopeOf: (reading: Reading) => SqlScope,
  alias: string,
  object: CatalogObject,
  field: Field,
  part?: string,
): string {
  const column = `${alias}.${ident(field.name)}`;
  switch (field.kind) {
    case "integer":
      return `${column}::numeric`;
    case "percent":
      return `(${column} * 0.01)`;
    case "money":
      return part === "amount"
        ? column
        : `${alias}.${ident(`${field.name}__${part === "currency" ? "currency" : "base"}`)}`;
    case "link":
      return part === "object" && field.targets.length > 1
        ? `${alias}.${ident(`${field.name}__object`)}`
        : column;
    case "address":
    case "location":
    case "json":
      return part === undefined ? column : `(${column} ->> ${reading.params.add(part, "text")})`;
    case "formula":
      return formulaValue(reading, scopeOf, alias, object, field, part);
    case "rollup": {
      const value = rollupValue(reading, scopeOf, alias, object, field);
      return rollsUpPercent(reading, field) ? `(${value} * 0.01)` : value;
    }
    case "tags":
      return linkedIds(reading, field.object, field.via, field.target, alias);
    case "children":
      return linkedIds(reading, field.object, field.via, "id", alias);
    default:
      return part === ORDER_PART ? `${alias}.${ident(orderColumn(field))}` : column;
  }
}
const rollsUpPercent = (reading: Reading, field: Extract<Field, { kind: "rollup" }>): boolean => {
  const summed = field.field ? reading.context.catalog.object(field.object)?.byName[field.field] : undefined;
  return (
    field.fn !== "count" &&
    (summed?.kind === "percent" || (summed?.kind === "formula" && summed.returns === "percent"))
  );
};

function formulaValue(
  reading: Reading,
  scopeOf: (reading: Reading) => SqlScope,
  alias: string,
  object: CatalogObject,
  field: Extract<Field, { kind: "formula" }>,
  part?: string,
): string {
  if (part === "currency") return reading.params.add(reading.context.company.currency, "text");
  const column = `${alias}.${ident(field.name)}`;
  if (field.stored) return field.returns === "percent" ? `(${column} * 0.01)` : column;
  const place = `${object.name}.${field.name}`;
  const passed = reading.formulas ?? [];
  const expression = expressionOf(reading.context.catalog, object.name, field.expression);
  if (!expression || passed.includes(place)) return `null::${valueType(field)}`;
  return compileExpression(expression, alias, scopeOf({ ...reading, formulas: [...passed, place] }));
}

/** Ids of what hangs on the row, in a fixed order: the tags of a record, or its children. */
function linkedIds(reading: Reading, objectName: string, via: string, target: string, alias: string): string {
  const object = reading.context.catalog.object(objectName);
  if (!object) return "null::uuid[]";
  const row = reading.params.alias();
  const where = allOf([
    `${row}.${ident(via)} = ${alias}."id"`,
    `${row}."deleted_at" is null`,
    accessAt(reading, object, "read", row),
  ]);
  return `array(select ${row}.${ident(target)} from ${source(reading, object)} ${row} where ${where} order by ${row}."id")`;
}
