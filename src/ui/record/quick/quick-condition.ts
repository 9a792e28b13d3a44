import { type ConditionRow, conditionParts } from "../../../shared/expression/simple-conditions.ts";
import type { CheckOptions } from "../../../shared/expression/types.ts";
import { isMap } from "../../../shared/metadata/wire-value.ts";
import { isList, textValue } from "../../data/values.ts";
import type { DayRange } from "./day-ranges.ts";
import { rangeOf } from "./day-ranges.ts";

/** What is chosen for one field at its quick filter. */
export type Quick =
  | { readonly is: "none" }
  | { readonly is: "any"; readonly values: readonly string[] }
  | { readonly is: "empty" }
  | { readonly is: "days"; readonly range: DayRange }
  | { readonly is: "between"; readonly from: string; readonly to: string }
  | { readonly is: "yes" | "no" }
  /** Conditions on the field that the quick filter cannot show. */
  | { readonly is: "other"; readonly count: number };

/** Oneself, whoever looks. */
export const ME = "me()";

/** What a filter says of a field, as its quick filter shows it. */
export function quickOf(filter: string, name: string, options: CheckOptions): Quick {
  const own = partsOf(filter, name, options).filter((part) => part.isOwn);
  const [first] = own;
  if (!first) return { is: "none" };
  const rows = own.flatMap(({ row }) => row ?? []);
  const range = rangeOf(own.map(({ text }) => text).join(" && "), name, options);
  if (range) return { is: "days", range };
  return (
    (own.length === 1 ? singleOf(rows[0]) : null) ?? betweenOf(rows) ?? { is: "other", count: own.length }
  );
}

function singleOf(row: ConditionRow | undefined): Quick | null {
  if (!row) return null;
  const { operator, value = null } = row;
  if (operator === "blank") return { is: "empty" };
  if (value === true && (operator === "eq" || operator === "ne"))
    return { is: operator === "eq" ? "yes" : "no" };
  if (operator === "in" && isList(value)) return { is: "any", values: value.map(textValue) };
  if (operator !== "eq") return null;
  if (isMap(value)) return value["expression"] === ME ? { is: "any", values: [ME] } : null;
  return typeof value === "string" ? { is: "any", values: [value] } : null;
}

function betweenOf(rows: readonly ConditionRow[]): Quick | null {
  const one = (operator: ConditionRow["operator"]) => rows.filter((row) => row.operator === operator);
  const [from, to] = [one("ge"), one("le")];
  if (from.length > 1 || to.length > 1 || from.length + to.length !== rows.length) return null;
  const [low, high] = [from[0]?.value ?? "", to[0]?.value ?? ""];
  return isMap(low) || isMap(high) ? null : { is: "between", from: textValue(low), to: textValue(high) };
}

/** The filter with what it says of a field exchanged for `text`; "": it says nothing of it. */
export function withQuick(filter: string, name: string, text: string, options: CheckOptions): string {
  const others = partsOf(filter, name, options).filter((part) => !part.isOwn);
  return [...others.map((part) => part.text), text].filter((part) => part !== "").join(" && ");
}

function partsOf(filter: string, name: string, options: CheckOptions) {
  const parts = conditionParts(filter, options) ?? [{ text: filter, row: null }];
  return parts.map((part) => ({ ...part, isOwn: part.row?.field === name }));
}

/** The condition that some values of a field meet. */
export function anyText(name: string, values: readonly string[]): string {
  if (values.length === 0) return "";
  if (values.length === 1 && values[0] === ME) return `${name} == ${ME}`;
  return `${name} in [${values.map((value) => JSON.stringify(value)).join(", ")}]`;
}
/** From one value up to another, both within; either may be open. `isText`: days, not amounts. */
export function betweenText(name: string, from: string, to: string, isText: boolean): string {
  const said = (sign: string, value: string) =>
    value === "" ? [] : [`${name} ${sign} ${isText ? JSON.stringify(value) : value}`];
  return [...said(">=", from), ...said("<=", to)].join(" && ");
}
