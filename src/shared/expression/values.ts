import Big from "big.js";
import type { FieldKind } from "../metadata/field.ts";
import type { WireValue } from "../metadata/object.ts";
import { isMap } from "../metadata/wire-value.ts";
import { isDate } from "../time/dates.ts";
import { formatMoment, parseMoment } from "../time/moment.ts";
import type { ValueType } from "./types.ts";
import { isLink, isList } from "./value-types.ts";

/**
 * A value while evaluating: number → Big, datetime → microseconds (bigint), date, text, link → string, list →
 * array. Its node's type tells which.
 */
export type Value = null | boolean | string | bigint | Big | readonly Value[];

/** Places of a division or an average. */
export const DIVISION_PLACES = 12;
// A constructor of our own: the places of a division must not depend on what another module set.
const Exact = Big();
Exact.DP = DIVISION_PLACES;
Exact.RM = 1;

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;
/** An exact number, or null for what is none. */
export function toBig(value: string | number): Big | null {
  const text = typeof value === "number" ? String(value) : value;
  return NUMBER.test(text) ? new Exact(text.replace(/^\+/, "")) : null;
}
export const big = (value: string | number | Big): Big => new Exact(value);
export const isBig = (value: unknown): value is Big => value instanceof Exact || value instanceof Big;

/** Canonical text of a number: no exponent, no trailing zeros, no -0. */
export const numberText = (value: Big): string => (value.eq(0) ? "0" : value.toFixed());

/** a ÷ b with 12 places, half away from zero; null by zero. */
export const divide = (a: Big, b: Big): Big | null => (b.eq(0) ? null : big(a).div(b));

const isArray = (value: WireValue): value is readonly WireValue[] => Array.isArray(value);

/**
 * A field's wire value as an expression sees it: company amount of money, percent as fraction, id of a link.
 * What does not fit is null.
 */
export function fromWire(
  wire: WireValue | undefined,
  type: ValueType,
  kind?: FieldKind,
  part?: string,
): Value {
  if (wire === null || wire === undefined) return null;
  if (part !== undefined) return fromPart(wire, part, type);
  if (kind === "percent") {
    const points = numberFrom(wire);
    return points === null ? null : points.times("0.01");
  }
  if (isList(type))
    return isArray(wire)
      ? wire.map((item) => fromWire(item, elementOf(type.list))).filter((item) => item !== null)
      : null;
  if (isLink(type)) return linkFrom(wire);
  return scalarFrom(wire, type);
}
const elementOf = (list: "text" | "number" | "link" | "date" | "datetime"): ValueType =>
  list === "link" ? { link: [] } : list;

function scalarFrom(wire: WireValue, type: ValueType): Value {
  switch (type) {
    case "number":
      return numberFrom(wire);
    case "boolean":
      return typeof wire === "boolean" ? wire : null;
    case "text":
      return typeof wire === "string" ? wire.normalize("NFC") : null;
    case "date":
      return typeof wire === "string" && isDate(wire) ? wire : null;
    case "datetime":
      return typeof wire === "string" ? parseMoment(wire) : null;
    // Of a compound value only "is it there" can be asked.
    case "json":
      return true;
    default:
      return null;
  }
}
function numberFrom(wire: WireValue): Big | null {
  if (typeof wire === "number" || typeof wire === "string") return toBig(wire);
  return isMap(wire) ? numberFrom(wire["base"] ?? wire["amount"] ?? null) : null;
}
function linkFrom(wire: WireValue): string | null {
  if (typeof wire === "string") return wire.toLowerCase();
  return isMap(wire) && typeof wire["id"] === "string" ? wire["id"].toLowerCase() : null;
}
function fromPart(wire: WireValue, part: string, type: ValueType): Value {
  if (isMap(wire)) return fromWire(wire[part], type);
  // Money may come as a bare amount.
  return part === "amount" ? fromWire(wire, type) : null;
}

/** Wire form of an expression's value: numbers as decimal strings, moments as ISO UTC with microseconds. */
export function toWire(value: Value): WireValue {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "bigint") return formatMoment(value);
  if (isBig(value)) return numberText(value);
  return value.map(toWire);
}
