import Big from "big.js";
import type { Label } from "../../shared/i18n/label.ts";
import type { Field, FieldKind } from "../../shared/metadata/field.ts";
import { pointersOf } from "../../shared/metadata/further-links.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import { amountText, decimalsOf, minorUnits } from "../../shared/money/minor-units.ts";
import { cleanLine, cleanParagraphs, isBlank } from "../../shared/text/clean-line.ts";
import { normalisePhone, plainPhone } from "../../shared/text/phone.ts";
import { wellFormed } from "../../shared/text/well-formed.ts";
import { cleanRichText } from "./clean-rich-text.ts";
import { kindWords, recordMessages } from "./messages.ts";

/** A value as given by a caller, brought into its one wire form — or why not. */
export type Read = { readonly value: WireValue } | { readonly reason: Reason };

type Reader<K extends FieldKind> = (
  value: NonNullable<WireValue>,
  field: Extract<Field, { kind: K }>,
  env: ReadEnvironment,
) => Read;
export interface ReadEnvironment {
  /** The company's currency, for bare amounts. */
  readonly currency: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (value: unknown): value is string => typeof value === "string" && UUID.test(value);

const fieldReason = (
  field: Field,
  code: keyof typeof recordMessages,
  params: Reason["params"] = {},
): Reason => ({
  code,
  field: field.name,
  params: { ...params },
  text: withLabel(recordMessages[code], field),
});
/** Puts the field's label into a message per language, so that the reason can be said in any. */
export function withLabel(message: Label, field: Pick<Field, "label">): Label {
  const place = (language: "zh-CN" | "en") =>
    message[language].replaceAll("{label}", field.label[language] ?? field.label["zh-CN"] ?? "");
  return { "zh-CN": place("zh-CN"), en: place("en") };
}
function wrongType(field: Field, value: unknown, kind: keyof typeof kindWords): Read {
  const shown = (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 60);
  const word = kindWords[kind];
  const base = withLabel(recordMessages.wrong_type, field);
  return {
    reason: {
      code: "wrong_type",
      field: field.name,
      params: { value: shown, kind },
      text: {
        "zh-CN": base["zh-CN"].replace("{kind}", word["zh-CN"]),
        en: base.en.replace("{kind}", word.en),
      },
    },
  };
}

/** One line of text, as people see it: what nobody can see is not kept. */
const readLine = (value: NonNullable<WireValue>, field: Field, max: number): Read =>
  readText(value, field, max, cleanLine);
const MOST_RAW = 4;
function readText(
  value: NonNullable<WireValue>,
  field: Field,
  max: number,
  clean: (text: string) => string | null = cleanParagraphs,
): Read {
  if (typeof value === "number") return readText(String(value), field, max, clean);
  if (typeof value !== "string") return wrongType(field, value, "text");
  // Cleaning takes away what is only markup, but a text many times as long is not cleaned to find that out.
  if (value.length > MOST_RAW * max) return { reason: fieldReason(field, "too_long", { max }) };
  const text = clean(value);
  if (text === null) return { reason: fieldReason(field, "too_nested") };
  if (text.length > max) return { reason: fieldReason(field, "too_long", { max }) };
  return { value: isBlank(text) ? null : text };
}

const MAX_DIGITS = 30;
/** An exact decimal, or null: at most 30 digits, "1e3" refused. */
function exact(value: NonNullable<WireValue>): Big | null {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? cleanLine(value) : "";
  if (!/^[+-]?\d+(\.\d+)?$/.test(text) || text.length > MAX_DIGITS + 2) return null;
  return new Big(text.replace(/^\+/, ""));
}
function readNumber(
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
function readInteger(value: NonNullable<WireValue>, field: Extract<Field, { kind: "integer" }>): Read {
  const number = exact(value);
  if (!number || !number.eq(number.round(0)) || number.abs().gt(Number.MAX_SAFE_INTEGER))
    return wrongType(field, value, "integer");
  if (field.min !== undefined && number.lt(field.min))
    return { reason: fieldReason(field, "too_small", { min: field.min }) };
  if (field.max !== undefined && number.gt(field.max))
    return { reason: fieldReason(field, "too_large", { max: field.max }) };
  return { value: number.toNumber() };
}
function readMoney(
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

/** "YYYY-MM-DD" of a real day between years 1 and 9999. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text >= "0001-01-01";
}
function readDate(value: NonNullable<WireValue>, field: Field): Read {
  if (value === "") return { value: null };
  return typeof value === "string" && isDate(value) ? { value } : wrongType(field, value, "date");
}
const FIRST_MOMENT = Date.parse("0001-01-01T00:00:00Z");
const LAST_MOMENT = Date.parse("9999-12-31T23:59:59.999Z");
function readDatetime(value: NonNullable<WireValue>, field: Field): Read {
  if (value === "") return { value: null };
  const ok =
    typeof value === "string" &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
    isDate(value.slice(0, 10));
  const moment = ok ? Date.parse(value) : Number.NaN;
  // An offset may lead out of the years that a date can be in.
  if (Number.isNaN(moment) || moment < FIRST_MOMENT || moment > LAST_MOMENT)
    return wrongType(field, value, "datetime");
  return { value: String(value).endsWith("Z") ? value : new Date(moment).toISOString() };
}
function readOption(
  value: NonNullable<WireValue>,
  field: Extract<Field, { kind: "select" | "multiselect" }>,
): Read {
  if (value === "") return { value: null };
  if (typeof value !== "string") return wrongType(field, value, "text");
  if (field.options.some((option) => option.name === value)) return { value };
  return { reason: fieldReason(field, "unknown_option", { value: value.slice(0, 60) }) };
}
function readOptions(value: NonNullable<WireValue>, field: Extract<Field, { kind: "multiselect" }>): Read {
  if (!Array.isArray(value) || value.length > 200) return wrongType(field, value, "list");
  const chosen = value.filter((item) => item !== null && item !== "");
  for (const item of chosen) {
    const read = readOption(item ?? "", field);
    if ("reason" in read) return read;
  }
  return { value: chosen.length === 0 ? null : [...new Set(chosen)] };
}
function readIds(value: NonNullable<WireValue>, field: Field, max = 500): Read {
  if (!Array.isArray(value) || value.length > max || !value.every(isUuid))
    return wrongType(field, value, "list");
  return { value: value.length === 0 && field.kind !== "tags" ? null : [...new Set(value)] };
}
function readLink(value: NonNullable<WireValue>, field: Field, targets: readonly string[]): Read {
  if (value === "") return { value: null };
  const whole =
    typeof value === "object" && !Array.isArray(value)
      ? (value as { id?: WireValue; object?: WireValue })
      : { id: value, object: targets[0] };
  if (!isUuid(whole.id)) return wrongType(field, value, "id");
  if (targets.length === 1) return { value: whole.id };
  if (typeof whole.object !== "string" || !targets.includes(whole.object))
    return wrongType(field, value, "id");
  return { value: { object: whole.object, id: whole.id } };
}
/** Each as {object, id}, every record once; a bare id where there is one object to choose from. */
function readLinks(value: NonNullable<WireValue>, field: Extract<Field, { kind: "links" }>): Read {
  const given: readonly WireValue[] = Array.isArray(value) ? value : [value];
  const most = field.max_count ?? MOST_LINKS;
  if (given.length > most) return { reason: fieldReason(field, "too_many_links", { max: most }) };
  const found = new Map<string, WireValue>();
  for (const one of given) {
    if (one === null || one === "") continue;
    const read = readLink(one, field, field.targets);
    if ("reason" in read) return wrongType(field, value, "links");
    const [pointer] = pointersOf(read.value, field.targets[0] ?? "");
    if (pointer)
      found.set(pointer.id.toLowerCase(), { object: pointer.object, id: pointer.id.toLowerCase() });
  }
  return { value: found.size === 0 ? null : [...found.values()] };
}
const MOST_LINKS = 50;
const EMAIL = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@<>(),;:"[\]\\.]{2,}$/;
function readEmail(value: NonNullable<WireValue>, field: Field): Read {
  const read = readLine(value, field, 254);
  if ("reason" in read || read.value === null) return read;
  const text = String(read.value).trim().toLowerCase();
  return EMAIL.test(text) ? { value: text } : wrongType(field, value, "email");
}
function readUrl(value: NonNullable<WireValue>, field: Field): Read {
  const read = readLine(value, field, 2000);
  if ("reason" in read || read.value === null) return read;
  const text = String(read.value).trim();
  const full = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(full) && /^https?:\/\/[^/]*\./i.test(full)
    ? { value: full }
    : wrongType(field, value, "url");
}
function readPhone(value: NonNullable<WireValue>, field: Field): Read {
  const read = readLine(value, field, 60);
  if ("reason" in read || read.value === null) return read;
  const text = plainPhone(String(read.value));
  const known = normalisePhone(text);
  if (known !== null) return { value: known };
  // What no rule knows, an extension alone or a short number abroad, is kept as it was typed.
  return /^[+()\d\s\-转#*.xext]{3,40}$/i.test(text) ? { value: text } : wrongType(field, value, "phone");
}
function readParts(
  value: NonNullable<WireValue>,
  field: Field,
  names: readonly string[],
  kind: "address" | "location",
): Read {
  if (typeof value === "string" && kind === "address")
    return readParts({ detail: value }, field, names, kind);
  if (typeof value !== "object" || Array.isArray(value)) return wrongType(field, value, kind);
  const parts = Object.entries(value).filter(
    ([, part]) => part !== null && !(typeof part === "string" && isBlank(part)),
  );
  if (
    parts.some(
      ([name, part]) => !names.includes(name) || typeof part === "object" || String(part).length > 500,
    )
  )
    return wrongType(field, value, kind);
  return {
    value:
      parts.length === 0
        ? null
        : Object.fromEntries(
            parts.map(([name, part]) => [name, typeof part === "string" ? cleanLine(part) : part]),
          ),
  };
}
function readJson(value: NonNullable<WireValue>, field: Field): Read {
  const clean = wellFormed(value, cleanParagraphs);
  if (clean === undefined) return wrongType(field, "…", "json");
  const text = JSON.stringify(clean).normalize("NFC");
  if (text.length > 200_000) return { reason: fieldReason(field, "too_long", { max: 200_000 }) };
  const kept: WireValue = JSON.parse(text);
  return { value: kept };
}

/** `{upsert: [{…}], delete: [id]}`, or a plain list of new lines. */
function readLines(value: NonNullable<WireValue>, field: Field): Read {
  if (Array.isArray(value)) return { value };
  const { upsert = [], delete: removed = [] } =
    typeof value === "object" ? (value as { upsert?: WireValue; delete?: WireValue }) : { upsert: value };
  return Array.isArray(upsert) && Array.isArray(removed) ? { value } : wrongType(field, value, "list");
}

const READERS: { readonly [K in FieldKind]: Reader<K> } = {
  text: (value, field) => readLine(value, field, field.max_length ?? 500),
  long_text: (value, field) => readText(value, field, field.max_length ?? 20_000),
  rich_text: (value, field) => readText(value, field, field.max_length ?? 200_000, cleanRichText),
  integer: readInteger,
  decimal: (value, field) => readNumber(value, field, field.scale ?? 6, field),
  money: readMoney,
  percent: (value, field) => readNumber(value, field, field.scale ?? 4, field),
  boolean: (value, field) => (typeof value === "boolean" ? { value } : wrongType(field, value, "boolean")),
  date: readDate,
  datetime: readDatetime,
  select: readOption,
  multiselect: readOptions,
  link: (value, field) => readLink(value, field, field.targets),
  links: readLinks,
  children: readLines,
  tags: (value, field) => readIds(value, field),
  person: (value, field) => readLink(value, field, ["user"]),
  department: (value, field) => readLink(value, field, ["department"]),
  phone: readPhone,
  email: readEmail,
  url: readUrl,
  address: (value, field) =>
    readParts(value, field, ["province", "city", "district", "detail", "code"], "address"),
  auto_number: (value, field) => readLine(value, field, 60),
  formula: (value) => ({ value }),
  rollup: (value) => ({ value }),
  file: (value, field) => readIds(value, field, field.max_count ?? 100),
  image: (value, field) => readIds(value, field, field.max_count ?? 100),
  location: (value, field) => readParts(value, field, ["lat", "lng", "accuracy", "address"], "location"),
  signature: (value, field) => readIds(Array.isArray(value) ? value : [value], field, 1),
  json: readJson,
  stage: (value, field) => readLine(value, field, 60),
};

/**
 * Brings a given value into wire form, or says why it cannot be.
 * @example readField(amountField, 12, { currency: "CNY" }) // { value: { amount: "12.00", currency: "CNY" } }
 */
export function readField(field: Field, value: WireValue | undefined, env: ReadEnvironment): Read {
  if (value === null || value === undefined) return { value: null };
  const reader = READERS[field.kind] as Reader<FieldKind>;
  return reader(value, field as never, env);
}
