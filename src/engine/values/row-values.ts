import { columnsOf, orderColumn } from "../schema/names.ts";
import { storedFields } from "../schema/plan.ts";
import type { Field } from "../../shared/metadata/field.ts";
import { pointersOf } from "../../shared/metadata/further-links.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import { amountText } from "../../shared/money/minor-units.ts";
import { nameKey } from "../../shared/text/name-key.ts";

export type Row = Record<string, unknown>;

const asMoney = (
  value: WireValue,
): { amount?: string; currency?: string; base?: string; rate_date?: string } =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as object) : {};

/** The columns of a field's wire value, ready for json_to_recordset. */
export function toColumns(field: Field, value: WireValue): Row {
  const row: Row = {};
  putColumns(row, field, value);
  return row;
}

/** The same, put into a row. */
export function putColumns(row: Row, field: Field, value: WireValue): void {
  const { name, kind } = field;
  if (columnsOf(field).length === 0) return;
  if (kind === "money") {
    const money = asMoney(value);
    row[name] = money.amount ?? null;
    row[`${name}__currency`] = money.currency ?? null;
    row[`${name}__base`] = money.base ?? money.amount ?? null;
    row[`${name}__rate_date`] = money.rate_date ?? null;
  } else if (kind === "link" && field.targets.length > 1) {
    const link =
      value !== null && typeof value === "object" && !Array.isArray(value)
        ? (value as { object?: string; id?: string })
        : {};
    row[name] = link.id ?? null;
    row[`${name}__object`] = link.object ?? null;
  } else if (kind === "links") {
    const pointers = pointersOf(value, "");
    row[name] = pointers.length === 0 ? null : pointers.map(({ id }) => id);
    row[`${name}__object`] = pointers.length === 0 ? null : pointers.map(({ object }) => object);
  } else row[name] = value;
  if (field.by_name === true) row[orderColumn(field)] = typeof value === "string" ? nameKey(value) : null;
}

/** Several links from their two columns. */
export function linksFrom(name: string, row: Readonly<Row>): WireValue {
  const [ids, objects] = [row[name], row[`${name}__object`]];
  if (!Array.isArray(ids) || ids.length === 0) return null;
  return ids.map((id, at) => ({
    object: String(Array.isArray(objects) ? (objects[at] ?? "") : ""),
    id: String(id),
  }));
}

/** The wire value of a field from a row's columns, nothing masked or hidden. */
export function fromRow(field: Field, row: Row): WireValue {
  const value = (row[field.name] ?? null) as WireValue;
  if (value === null) return null;
  if (field.kind === "money") {
    const base = row[`${field.name}__base`] as string | null;
    const currency = (row[`${field.name}__currency`] ?? "") as string;
    const date = row[`${field.name}__rate_date`];
    return {
      amount: amountText(String(value), currency),
      currency,
      ...(base !== null && base !== String(value) ? { base } : {}),
      ...(typeof date === "string" ? { rate_date: date } : {}),
    };
  }
  if (field.kind === "links") return linksFrom(field.name, row);
  if (field.kind === "link" && field.targets.length > 1)
    return { object: (row[`${field.name}__object`] ?? "") as string, id: value };
  if (
    field.kind === "decimal" ||
    field.kind === "percent" ||
    (field.kind === "formula" && typeof value === "string")
  )
    return trimZeros(field, String(value));
  return value;
}
const NUMERIC_FORMULAS = ["integer", "decimal", "money", "percent"];
function trimZeros(field: Field, text: string): string {
  if (field.kind === "formula" && !NUMERIC_FORMULAS.includes(field.returns)) return text;
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** A whole row in wire form: every field that has a column. */
export function valuesOf(object: CatalogObject, row: Row): Values {
  const values: Values = {};
  for (const field of storedFields(object)) values[field.name] = fromRow(field, row);
  return values;
}

/** An amount as callers know it: without what the company's currency makes of it. */
export function withoutRate(value: WireValue | undefined): WireValue | undefined {
  if (
    value === null ||
    value === undefined ||
    typeof value !== "object" ||
    Array.isArray(value) ||
    !("amount" in value)
  )
    return value;
  const { base: _base, rate_date: _date, ...given } = value as { readonly [key: string]: WireValue };
  return given;
}

/** Same meaning in wire form. */
export function sameValue(a: WireValue | undefined, b: WireValue | undefined): boolean {
  const left = a ?? null;
  const right = b ?? null;
  if (left === right) return true;
  if (left === null || right === null || typeof left !== "object" || typeof right !== "object")
    return moment(left) === moment(right);
  return canonical(left) === canonical(right);
}
/** "…:00Z", "…:00.000Z" and "…:00.000000Z" are one moment. */
const moment = (value: WireValue): WireValue =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) && value.endsWith("Z")
    ? value.replace(/(?:\.(\d*?)0*)?Z$/, (_, digits: string | undefined) => (digits ? `.${digits}Z` : "Z"))
    : value;
const canonical = (value: WireValue): string =>
  JSON.stringify(value, (_, part: WireValue) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
