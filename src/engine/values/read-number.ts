import Big from "big.js";
import type { Field } from "../../shared/metadata/field.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import { amountText, decimalsOf, minorUnits } from "../../shared/money/minor-units.ts";
import { cleanLine } from "../../shared/text/clean-line.ts";
import { fieldReason, type Read, wrongType } from "./field-reason.ts";

/** What reading an amount asks of the company. */
export interface ReadEnvironment {
  /** The company's currency, for bare amounts. */
  readonly currency: string;
}

const MAX_DIGITS = 30;
/** An exact decimal, or null: at most 30 digits, "1e3" refused. */
function exact(value: NonNullable<WireValue>): Big | null {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? cleanLine(value) : "";
  if (!/^[+-]?\d+(\.\d+)?$/.test(text) || text.length > MAX_DIGITS + 2) return null;
  return new Big(text.replace(/^\+/, ""));
}

/** A decimal, rounded to the scale, within the limits. */
export function readNumber(
  value: NonNullable<WireValue>,
  field: Field,
  scale: number,
  limits: { min?: string; max?: string },
): Read {
  const number = exact(value);
  if (!number) return wrongType(field, value, "number");
  const rounded = number.round(scale, Big.roundHalfUp);
  if (limits.min !== undefined && rounded.lt(limits.min))
    return { reason: fieldReason(field, "too_small", { min: limits.min }) };
  if (limits.max !== undefined && rounded.gt(limits.max))
    return { reason: fieldReason(field, "too_large", { max: limits.max }) };
  return { value: rounded.toFixed() };
}

/** A whole number that a JavaScript number holds exactly. */
export function readInteger(value: NonNullable<WireValue>, field: Extract<Field, { kind: "integer" }>): Read {
  const number = exact(value);
  if (!number || !number.eq(number.round(0)) || number.abs().gt(Number.MAX_SAFE_INTEGER))
    return wrongType(field, value, "integer");
  if (field.min !== undefined && number.lt(field.min))
    return { reason: fieldReason(field, "too_small", { min: field.min }) };
  if (field.max !== undefined && number.gt(field.max))
    return { reason: fieldReason(field, "too_large", { max: field.max }) };
  return { value: number.toNumber() };
}

/** An amount with its currency; a bare one is in the company's. */
export function readMoney(
  value: NonNullable<WireValue>,
  field: Extract<Field, { kind: "money" }>,
  env: ReadEnvironment,
): Read {
  const whole =
    typeof value === "object" && !Array.isArray(value)
      ? (value as { amount?: WireValue; currency?: WireValue })
      : { amount: value, currency: env.currency };
  if (whole.amount === null || whole.amount === undefined || whole.amount === "") return { value: null };
  const amount = exact(whole.amount);
  const currency = whole.currency ?? env.currency;
  if (!amount || typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency))
    return wrongType(field, value, "money");
  if (field.min !== undefined && amount.lt(field.min))
    return { reason: fieldReason(field, "too_small", { min: field.min }) };
  const text = amount.toFixed();
  if (decimalsOf(text) > minorUnits(currency))
    return {
      reason: fieldReason(field, minorUnits(currency) === 0 ? "no_parts" : "too_precise", {
        currency,
        max: minorUnits(currency),
      }),
    };
  return { value: { amount: amountText(text, currency), currency } };
}
