import Big from "big.js";
import type { Field } from "../../../../shared/metadata/field.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { parseAddress } from "../../../../shared/text/parse-address.ts";
import { holdsSeveralPhones, normalisePhone } from "../../../../shared/text/phone.ts";
import { cleanLine } from "../../../../shared/text/clean-line.ts";
import { readWebAddress } from "../../../../shared/text/web-address.ts";
import type { CellMark } from "./cell-mark.ts";
import { type Unit } from "./number-unit.ts";
import type { DateOrder } from "./date-order.ts";
import { parseDateIn, parseDatetime } from "./parse-date.ts";
import { findOption, parseBoolean, splitMany, splitOptions } from "./parse-choice.ts";
import { type DecimalMark, numberReadings, type ParsedNumber, parseNumber } from "./parse-number.ts";
import { importReason, type ImportTextKey, optionLabels, shown } from "./reasons.labels.ts";

export interface CellContext {
  /** Zone of the company, for times without one. */
  readonly zone: string;
  readonly dateOrder?: DateOrder;
  /** The column's mark before decimals; "ask" where nothing decided it. */
  readonly decimalMark?: DecimalMark | "ask";
  /** The mark was named: what does not keep to it is no number. */
  readonly isMarkNamed?: boolean;
  /** What the column's numbers stand for. */
  readonly unit?: Unit;
  /** The column holds 0.2 and the like, and nothing says whether 0.2 % or 20 % is meant. */
  readonly areFractionsDoubtful?: boolean;
  /** What a workbook knows of the cell. */
  readonly mark?: CellMark;
}
export type ParsedCell =
  | { readonly ok: true; readonly value: WireValue }
  | { readonly ok: false; readonly reason: Reason };

const good = (value: WireValue): ParsedCell => ({ ok: true, value });

function parseDated(field: Field, cell: string, context: CellContext): ParsedCell {
  const bad = (code: ImportTextKey): ParsedCell => ({
    ok: false,
    reason: importReason(code, { cell: shown(cell) }, field.name),
  });
  const value =
    field.kind === "date"
      ? parseDateIn(cell, context.zone, context.dateOrder)
      : parseDatetime(cell, context.zone, context.dateOrder);
  if (value === null) return bad(field.kind === "date" ? "not_a_date" : "not_a_datetime");
  return value === "ambiguous" ? bad("ambiguous_date") : good(value);
}

/** The number of a cell under its column's mark and unit; "ambiguous" where the mark must be asked for. */
function readNumeric(
  cell: string,
  context: CellContext,
  mustBeWhole: boolean,
): ParsedNumber | "ambiguous" | null {
  const { mark, unit } = context;
  const text = mark?.value !== undefined ? mark.value : cell;
  const named = mark?.number ? "point" : context.decimalMark;
  if (named === "ask" && isInDoubt(text, mustBeWhole)) return "ambiguous";
  const number = parseNumber(text, named === "ask" ? "point" : named, context.isMarkNamed && !mark?.number);
  if (!number) return null;
  const factor = mark?.factor ?? (number.hasUnit ? undefined : unit?.factor);
  const currency = number.currency ?? mark?.currency ?? unit?.currency;
  const amount =
    factor === undefined || factor === "1" ? number.amount : new Big(number.amount).times(factor).toFixed();
  return { ...number, amount, ...(currency ? { currency } : {}) };
}
function isInDoubt(text: string, mustBeWhole: boolean): boolean {
  const readings = numberReadings(text);
  const [point, comma] = [readings?.point, readings?.comma].map((one) =>
    mustBeWhole && one?.includes(".") ? undefined : one,
  );
  return point !== undefined && comma !== undefined && point !== comma;
}

const BAD_NUMBER = {
  integer: "not_a_number",
  decimal: "not_a_number",
  money: "not_money",
  percent: "not_a_percent",
} as const;
function parseNumeric(
  field: Extract<Field, { kind: keyof typeof BAD_NUMBER }>,
  cell: string,
  context: CellContext,
): ParsedCell {
  const bad = (code: ImportTextKey): ParsedCell => ({
    ok: false,
    reason: importReason(code, { cell: shown(cell) }, field.name),
  });
  const number = readNumeric(cell, context, field.kind === "integer");
  if (number === "ambiguous") return bad("ambiguous_number");
  if (!number) return bad(BAD_NUMBER[field.kind]);
  switch (field.kind) {
    case "money":
      if (number.percent) return bad("not_money");
      return good(number.currency ? { amount: number.amount, currency: number.currency } : number.amount);
    case "percent":
      return number.currency && !context.unit?.currency
        ? bad("not_a_percent")
        : parsePercent(number, context, bad);
    case "decimal":
      return good(number.percent ? new Big(number.amount).div(100).toFixed() : number.amount);
    default: {
      if (number.percent) return bad("not_a_number");
      const whole = Number(number.amount);
      return Number.isSafeInteger(whole) && !number.amount.includes(".")
        ? good(whole)
        : bad("not_an_integer");
    }
  }
}

/** In points: "20" is 20 %. A sign says so itself, else the column's unit. */
function parsePercent(
  { amount, percent }: ParsedNumber,
  context: CellContext,
  bad: (code: ImportTextKey) => ParsedCell,
): ParsedCell {
  const value = new Big(amount);
  if (percent || context.unit?.percent === "points") return good(amount);
  if (context.unit?.percent === "fraction") return good(value.times(100).toFixed());
  if (context.unit?.percent === "permille") return good(value.div(10).toFixed());
  return context.areFractionsDoubtful && isFraction(amount) ? bad("ambiguous_percent") : good(amount);
}
/** From -1 to 1 and not 0: 1 may be one percent or all of it. */
export const isFraction = (amount: string): boolean => /^-?(?:0?\.\d*[1-9]|1(?:\.0+)?$)/.test(amount);

function parseOptions(field: Extract<Field, { kind: "select" | "multiselect" }>, cell: string): ParsedCell {
  const parts =
    field.kind === "select" || findOption(field.options, cell) ? [cell] : splitOptions(field.options, cell);
  const names: string[] = [];
  for (const part of parts) {
    const name = findOption(field.options, part);
    if (name === null)
      return {
        ok: false,
        reason: importReason("unknown_option", { cell: shown(part) }, field.name, {
          options: optionLabels(field.options),
        }),
      };
    if (!names.includes(name)) names.push(name);
  }
  if (names.length === 0) return good(null);
  return good(field.kind === "select" ? names[0]! : names);
}
function parseStructured(field: Field, cell: string): ParsedCell {
  if (/^\s*[[{"]/.test(cell) || field.kind === "json") {
    try {
      const value: WireValue = JSON.parse(cell);
      return good(value);
    } catch {
      if (field.kind !== "address")
        return { ok: false, reason: importReason("not_json", { cell: shown(cell) }, field.name) };
    }
  }
  if (field.kind === "address")
    return good(Object.fromEntries(Object.entries(parseAddress(cell)).filter(([, part]) => part !== null)));
  return { ok: false, reason: importReason("not_json", { cell: shown(cell) }, field.name) };
}

/**
 * The wire value of a cell for a field that is no link and no stage (those need the database). Empty is null.
 * @example parseCell(amount, "3.5万", { zone: "Asia/Shanghai" }) // { ok: true, value: "35000" }
 */
export function parseCell(field: Field, cell: string, context: CellContext): ParsedCell {
  const isText = field.kind === "long_text" || field.kind === "rich_text";
  const text = isText ? cell.trim() : cleanLine(cell);
  if (text === "") return good(null);
  const bad = (code: ImportTextKey): ParsedCell => ({
    ok: false,
    reason: importReason(code, { cell: shown(cell) }, field.name, { name: field.label }),
  });
  switch (field.kind) {
    case "text":
    case "long_text":
    case "rich_text":
    case "auto_number":
      return good(isText ? cell : text);
    case "integer":
    case "decimal":
    case "money":
    case "percent":
      return parseNumeric(field, text, context);
    case "boolean": {
      const value = parseBoolean(text);
      return value === null ? bad("not_a_boolean") : good(value);
    }
    case "date":
    case "datetime":
      return parseDated(field, text, context);
    case "select":
    case "multiselect":
      return parseOptions(field, text);
    case "phone": {
      const value = normalisePhone(text);
      return value === null ? bad(holdsSeveralPhones(text) ? "several_phones" : "not_a_phone") : good(value);
    }
    case "email":
      return /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(text.normalize("NFKC"))
        ? good(text.normalize("NFKC").toLowerCase())
        : bad("not_an_email");
    case "url":
      return parseUrl(text) ? good(parseUrl(text)) : bad("not_a_url");
    case "address":
    case "location":
    case "json":
      return parseStructured(field, cell);
    case "file":
    case "image":
    case "signature":
      return good(splitMany(text));
    default:
      return bad("not_importable");
  }
}

/** Adds the scheme people leave out; only web addresses pass. */
function parseUrl(text: string): string | null {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]+:\d+/.test(text) ? text : `https://${text}`;
  const url = readWebAddress(full);
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes(".") ? full : null;
}
