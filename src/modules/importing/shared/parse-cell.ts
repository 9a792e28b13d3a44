import Big from "big.js";
import type { Field } from "../../../shared/metadata/field.ts";
import type { WireValue } from "../../../shared/metadata/object.ts";
import type { Reason } from "../../../shared/metadata/reason.ts";
import { parseAddress } from "../../../shared/text/parse-address.ts";
import { normalisePhone } from "../../../shared/text/phone.ts";
import { type DateOrder, parseDate, parseDatetime } from "./parse-date.ts";
import { findOption, parseBoolean, splitMany } from "./parse-choice.ts";
import { parseNumber } from "./parse-number.ts";

import { importReason, type ImportTextKey, shown } from "./reasons.labels.ts";

export interface CellContext {
  /** Zone of the company, for times without one. */
  readonly zone: string;
  readonly dateOrder?: DateOrder;
  /** The column holds fractions where 0.2 means 20 % (a spreadsheet's percent format). */
  readonly fractions?: boolean;
}
export type ParsedCell = { readonly ok: true; readonly value: WireValue } | { readonly ok: false; readonly reason: Reason };

const good = (value: WireValue): ParsedCell => ({ ok: true, value });

function parseDated(field: Field, cell: string, context: CellContext): ParsedCell {
  const bad = (code: ImportTextKey): ParsedCell => ({ ok: false, reason: importReason(code, { cell: shown(cell) }, field.name) });
  const value = field.kind === "date" ? parseDate(cell, context.dateOrder) : parseDatetime(cell, context.zone, context.dateOrder);
  if (value === null) return bad(field.kind === "date" ? "not_a_date" : "not_a_datetime");
  return value === "ambiguous" ? bad("ambiguous_date") : good(value);
}

function parseNumeric(field: Field, cell: string, context: CellContext): ParsedCell {
  const bad = (code: ImportTextKey): ParsedCell => ({ ok: false, reason: importReason(code, { cell: shown(cell) }, field.name) });
  const number = parseNumber(cell);
  if (field.kind === "money")
    return number && !number.percent ? good(number.currency ? { amount: number.amount, currency: number.currency } : number.amount) : bad("not_money");
  if (field.kind === "percent") {
    if (!number || number.currency) return bad("not_a_percent");
    return good(context.fractions && !number.percent ? new Big(number.amount).times(100).toFixed() : number.amount);
  }
  if (!number || number.percent) return bad("not_a_number");
  if (field.kind === "decimal") return good(number.amount);
  const whole = Number(number.amount);
  return Number.isSafeInteger(whole) && !number.amount.includes(".") ? good(whole) : bad("not_an_integer");
}

function parseOptions(field: Extract<Field, { kind: "select" | "multiselect" }>, cell: string): ParsedCell {
  const parts = field.kind === "select" || findOption(field.options, cell) ? [cell] : splitMany(cell);
  const names: string[] = [];
  for (const part of parts) {
    const name = findOption(field.options, part);
    if (name === null) return { ok: false, reason: importReason("unknown_option", { cell: shown(part), options: optionNames(field.options) }, field.name) };
    if (!names.includes(name)) names.push(name);
  }
  return good(field.kind === "select" ? names[0]! : names);
}
const optionNames = (options: readonly { readonly name: string; readonly hidden?: boolean }[]): string => {
  const names = options.filter((option) => !option.hidden).map((option) => option.name);
  return names.length > 12 ? `${names.slice(0, 12).join(", ")} …` : names.join(", ");
};

function parseStructured(field: Field, cell: string): ParsedCell {
  if (/^\s*[[{"]/.test(cell) || field.kind === "json") {
    try {
      const value: WireValue = JSON.parse(cell);
      return good(value);
    } catch {
      if (field.kind !== "address") return { ok: false, reason: importReason("not_json", { cell: shown(cell) }, field.name) };
    }
  }
  if (field.kind === "address") return good(Object.fromEntries(Object.entries(parseAddress(cell)).filter(([, part]) => part !== null)));
  return { ok: false, reason: importReason("not_json", { cell: shown(cell) }, field.name) };
}

/**
 * The wire value of a cell for a field that is no link and no stage (those need the database). Empty is null.
 * @example parseCell(amount, "3.5万", { zone: "Asia/Shanghai" }) // { ok: true, value: "35000" }
 */
export function parseCell(field: Field, cell: string, context: CellContext): ParsedCell {
  const text = cell.trim();
  if (text === "") return good(null);
  const bad = (code: ImportTextKey): ParsedCell => ({ ok: false, reason: importReason(code, { cell: shown(cell), name: field.name }, field.name) });
  switch (field.kind) {
    case "text":
    case "long_text":
    case "rich_text":
    case "auto_number":
      return good(field.kind === "long_text" || field.kind === "rich_text" ? cell : text);
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
      return value === null ? bad("not_a_phone") : good(value);
    }
    case "email":
      return /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(text.normalize("NFKC")) ? good(text.normalize("NFKC").toLowerCase()) : bad("not_an_email");
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
  try {
    const url = new URL(full);
    return /^https?:$/.test(url.protocol) && url.hostname.includes(".") ? full : null;
  } catch {
    return null;
  }
}
