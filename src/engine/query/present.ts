import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import { pointedAt } from "../../shared/metadata/further-links.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import { amountText } from "../../shared/money/minor-units.ts";
import { fieldsByState } from "../access/field-by-state.ts";
import { fieldRights, isReadable } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";
import { linksFrom } from "../values/row-values.ts";
import { maskValue } from "./mask-value.ts";
import { SEEN, TITLE } from "./outputs.ts";

export type FoundRow = Readonly<Record<string, unknown>>;

/**
 * A row in wire form as this caller may see it: hidden fields absent, masked ones masked. Fields that the row
 * lacks are left out.
 */
export function present(context: Context, object: CatalogObject, row: FoundRow): Values {
  return presenter(context, object)(row);
}

/** `present` for many rows of one object. */
export function presenter(context: Context, object: CatalogObject): (row: FoundRow) => Values {
  const { shown, titled } = shownOf(context, object);
  return (row) => {
    const values: Values = {};
    for (const { field, name, isMasked, seen } of shown) {
      const right = seen === undefined ? undefined : seenOf(row, seen, isMasked);
      if (row[name] === undefined || right === "hidden") continue;
      const value = wireOf(context, field, row);
      values[name] = (right === undefined ? isMasked : right === "mask") ? maskedOf(field, value) : value;
    }
    if (typeof row["deleted_at"] === "string")
      Object.assign(values, { deleted_at: row["deleted_at"], deleted_by: row["deleted_by"] ?? null });
    const titles = titlesOf(titled, row);
    if (titles) values["titles"] = titles;
    return values;
  };
}

interface ShownField {
  readonly field: Field;
  readonly name: string;
  readonly isMasked: boolean;
  /** The column that tells how much of it is seen of a row, where that differs. */
  readonly seen?: string;
}
export interface Shown {
  readonly shown: readonly ShownField[];
  readonly titled: readonly { readonly name: string; readonly column: string }[];
}
const known = new WeakMap<object, Shown>();
/** What is shown of an object follows from the rights on its fields alone. */
export function shownOf(context: Context, object: CatalogObject): Shown {
  const rights = fieldRights(context, object);
  const found = known.get(rights);
  if (found) return found;
  const byState = fieldsByState(context, object);
  const shown = object.fields.flatMap((field): ShownField[] => {
    const { name } = field;
    const isMasked = rights.get(name) === "mask";
    // What any state leaves to read is read; whether it may be changed is another matter.
    if (byState.has(name) && !isReadable(rights.get(name)))
      return [{ field, name, isMasked, seen: SEEN + name }];
    return rights.get(name) === "hidden" ? [] : [{ field, name, isMasked }];
  });
  const titled = shown.flatMap(({ name, field }) =>
    pointedAt(field).length > 0 ? [{ name, column: TITLE + name }] : [],
  );
  known.set(rights, { shown, titled });
  return { shown, titled };
}

/** How much of a field is seen of this row; of rows that do not tell, as little as of any. */
export function seenOf(row: FoundRow, seen: string, isMasked: boolean): "hidden" | "mask" | "read" {
  const told = row[seen];
  return told === "read" || told === "mask" ? told : isMasked && told === undefined ? "mask" : "hidden";
}
/** Of a link there is nothing to be seen in part. */
export const maskedOf = (field: Field, value: WireValue): WireValue =>
  pointedAt(field).length > 0 ? null : maskValue(value);

function titlesOf(
  titled: readonly { readonly name: string; readonly column: string }[],
  row: FoundRow,
): Values | undefined {
  let titles: Values | undefined;
  for (const { name, column } of titled) {
    const title = row[column];
    if (title === undefined) continue;
    titles ??= {};
    if (title !== null)
      titles[name] = Array.isArray(title)
        ? title.map((one) => (one === null ? null : String(one)))
        : String(title);
  }
  return titles;
}

/** One field of a row in wire form, whoever looks. */
export function wireOf(context: Context, field: Field, row: FoundRow): WireValue {
  const value = (row[field.name] ?? null) as WireValue;
  if (value === null) return null;
  switch (field.kind) {
    case "money":
      return moneyWire(context, field.name, String(value), row);
    case "link":
      return field.targets.length > 1
        ? { object: String(row[`${field.name}__object`] ?? ""), id: value }
        : value;
    case "links":
      return linksFrom(field.name, row);
    case "decimal":
    case "percent":
      return plainDecimal(String(value));
    case "signature":
      return Array.isArray(value) ? (value[0] ?? null) : value;
    case "formula":
      return computedWire(context, field.returns, value);
    case "rollup":
      return computedWire(context, rollupKind(context, field), value);
    default:
      return value;
  }
}

function computedWire(context: Context, kind: string, value: WireValue): WireValue {
  if (kind === "integer") return Number(value);
  if (kind === "money")
    return {
      amount: amountText(String(value), context.company.currency),
      currency: context.company.currency,
    };
  return kind === "decimal" || kind === "percent" ? plainDecimal(String(value)) : value;
}

/**
 * An amount in its own currency; one in another than the company's with the company amount and the day of the
 * rate that made it.
 */
function moneyWire({ company }: Context, name: string, value: string, row: FoundRow): WireValue {
  const currency = String(row[`${name}__currency`] ?? company.currency);
  const amount = amountText(value, currency);
  const base = row[`${name}__base`];
  if (currency === company.currency || typeof base !== "string") return { amount, currency };
  const date = row[`${name}__rate_date`];
  return {
    amount,
    currency,
    base: amountText(base, company.currency),
    ...(typeof date === "string" ? { rate_date: date } : {}),
  };
}

/** What a roll-up is counted in: a count is a whole number, a sum of money is money. */
export function rollupKind(context: Context, field: Extract<Field, { kind: "rollup" }>): string {
  if (field.fn === "count") return "integer";
  const summed = field.field ? context.catalog.object(field.object)?.byName[field.field] : undefined;
  const kind = summed?.kind === "formula" ? summed.returns : summed?.kind;
  return kind === "integer" && field.fn === "avg" ? "decimal" : (kind ?? "decimal");
}

/** "12.500000" → "12.5", "3.000" → "3". */
export const plainDecimal = (text: string): string =>
  text.includes(".") ? text.replace(/\.?0+$/, "") : text;
/** The columns of the recycle bin. */
export const binOutputs = (alias: string): string[] =>
  ["deleted_at", "deleted_by"].map((name) => `${alias}.${ident(name)}`);
