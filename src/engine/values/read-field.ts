import type { Field, FieldKind } from "../../shared/metadata/field.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import { type Read, wrongType } from "./field-reason.ts";
import { readOption, readOptions } from "./read-choice.ts";
import { readIds, readLink, readLinks, readTags } from "./read-link.ts";
import { type ReadEnvironment, readInteger, readMoney, readNumber } from "./read-number.ts";
import { readRichText } from "./read-rich-text.ts";
import { readJson, readLines, readParts } from "./read-structured.ts";
import { readEmail, readLine, readPhone, readText, readUrl } from "./read-text.ts";
import { readDate, readDatetime } from "./read-time.ts";

type Reader<K extends FieldKind> = (
  value: NonNullable<WireValue>,
  field: Extract<Field, { kind: K }>,
  env: ReadEnvironment,
) => Read;

const READERS: { readonly [K in FieldKind]: Reader<K> } = {
  text: (value, field) => readLine(value, field, field.max_length ?? 500),
  long_text: (value, field) => readText(value, field, field.max_length ?? 20_000),
  rich_text: (value, field) => readRichText(value, field, field.max_length ?? 200_000),
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
  tags: readTags,
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
