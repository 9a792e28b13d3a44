import type { WireValue } from "../../../shared/metadata/object.ts";
import { isMap } from "../../../shared/metadata/wire-value.ts";
import { dateOfParts } from "../../../shared/time/dates.ts";
import type { FieldInfo } from "../../data/objects.ts";
import { moneyOf } from "../../data/values.ts";
import { targetsOf } from "../../field/input/targets-of.ts";
import { typedAmount } from "../../field/typed-amount.ts";

/**
 * A cell as it was typed or pasted: a value, or the name of a record that is still to be found. What cannot be
 * read stays as it was typed, so that nothing is lost and whoever looks is told.
 */
export type ReadCell =
  | { readonly value: WireValue }
  | { readonly named: string; readonly targets: readonly string[] };

const YES = new Set(["是", "对", "√", "✓", "y", "yes", "true", "1", "ok"]);
const NO = new Set(["否", "不", "×", "n", "no", "false", "0"]);

/** @example readCell(price, "¥1,280", "CNY") // { value: { amount: "1280", currency: "CNY" } } */
export function readCell(field: FieldInfo, given: string, currency: string): ReadCell {
  const text = given.trim();
  if (text === "") return { value: null };
  switch (field.kind) {
    case "money": {
      const amount = typedAmount(plainNumber(text));
      return { value: { amount: amount ?? text, currency } };
    }
    case "decimal":
    case "percent":
      return { value: numberOf(field.kind === "percent" ? text.replace(/[%％]$/, "") : text) ?? text };
    case "integer": {
      const number = numberOf(text);
      return { value: number !== undefined && /^-?\d{1,15}$/.test(number) ? Number(number) : text };
    }
    case "boolean": {
      const word = text.toLowerCase();
      return { value: YES.has(word) ? true : NO.has(word) ? false : text };
    }
    case "date":
      return { value: dayOf(text) ?? text };
    case "select":
      return { value: optionOf(field, text) ?? text };
    case "multiselect": {
      const parts = text.split(/[,，、;；]/).map((part) => part.trim());
      return { value: parts.filter((part) => part !== "").map((part) => optionOf(field, part) ?? part) };
    }
    case "link":
    case "person":
    case "department":
      return { named: text, targets: targetsOf(field) };
    default:
      return { value: field.kind === "long_text" ? given : text.replaceAll(/\s*[\r\n]+\s*/g, " ") };
  }
}

/** Ledgers write what is negative in brackets: (1,280.00). */
const plainNumber = (text: string): string => text.replace(/^[(（](.+)[)）]$/, "-$1");
const numberOf = (text: string): string | undefined => typedAmount(plainNumber(text)) ?? undefined;

/** 2026-11-30, 2026/11/30, 2026.11.30, 2026年11月30日, 20261130 and the English 30 Nov 2026. */
function dayOf(text: string): string | undefined {
  const plain = text.normalize("NFKC").replace(/\s+\d{1,2}:\d{2}(:\d{2})?$/, "");
  const [, year, month, day] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(plain) ?? [];
  if (year) return dateOfParts(Number(year), Number(month), Number(day)) ?? undefined;
  const [, one, word = "", of] = /^(\d{1,2})[- ]([a-z]{3})[a-z]*[-, ]+(\d{4})$/i.exec(plain) ?? [];
  const place = MONTHS.indexOf(word.toLowerCase());
  return one && place >= 0 ? (dateOfParts(Number(of), place + 1, Number(one)) ?? undefined) : undefined;
}
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function optionOf(field: FieldInfo, text: string): string | undefined {
  const options = "options" in field ? (field.options ?? []) : [];
  const word = text.toLowerCase();
  return options.find(
    ({ name, label }) => name === text || Object.values(label).some((one) => one.toLowerCase() === word),
  )?.name;
}

/** What is typed into the cell to begin with: the plain value, without what only makes it nicer to read. */
export function typedText(value: WireValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (isMap(value)) return moneyOf(value)?.amount ?? "";
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

const NUMBER = /^-?\d+(\.\d+)?$/;
/** Whether a cell holds what could not be read: what was typed stands there as it was. */
export function isUnread(field: FieldInfo, value: WireValue | undefined): boolean {
  if (value === null || value === undefined) return false;
  switch (field.kind) {
    case "money":
      return isMap(value) && !NUMBER.test(moneyOf(value)?.amount ?? "0");
    case "decimal":
    case "percent":
      return typeof value === "string" && !NUMBER.test(value);
    case "integer":
      return typeof value !== "number";
    case "boolean":
      return typeof value !== "boolean";
    case "date":
      return typeof value === "string" && !/^\d{4}-\d\d-\d\d$/.test(value);
    case "select":
      return typeof value === "string" && !knows(field, value);
    case "multiselect":
      return Array.isArray(value) && value.some((one) => typeof one !== "string" || !knows(field, one));
    case "link":
    case "person":
    case "department":
      return typeof value === "string" && !ID.test(value);
    default:
      return false;
  }
}
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;
const knows = (field: FieldInfo, name: string): boolean =>
  (field.kind === "select" || field.kind === "multiselect") &&
  [...field.options, ...(field.former ?? [])].some((option) => option.name === name);
