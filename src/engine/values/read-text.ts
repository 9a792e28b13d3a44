import type { Field } from "../../shared/metadata/field.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import { cleanLine, cleanParagraphs, isBlank } from "../../shared/text/clean-line.ts";
import { normalisePhone, plainPhone } from "../../shared/text/phone.ts";
import { fieldReason, type Read, wrongType } from "./field-reason.ts";

/** One line of text, as people see it: what nobody can see is not kept. */
export const readLine = (value: NonNullable<WireValue>, field: Field, max: number): Read =>
  readText(value, field, max, cleanLine);
const MOST_RAW = 4;
/** A text of several lines; `clean` takes away what nobody can see. */
export function readText(
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

const EMAIL = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@<>(),;:"[\]\\.]{2,}$/;
/** An address of e-mail, in lower-case letters. */
export function readEmail(value: NonNullable<WireValue>, field: Field): Read {
  const read = readLine(value, field, 254);
  if ("reason" in read || read.value === null) return read;
  const text = String(read.value).trim().toLowerCase();
  return EMAIL.test(text) ? { value: text } : wrongType(field, value, "email");
}

/** An address of the web; where no scheme is given, https. */
export function readUrl(value: NonNullable<WireValue>, field: Field): Read {
  const read = readLine(value, field, 2000);
  if ("reason" in read || read.value === null) return read;
  const text = String(read.value).trim();
  const full = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(full) && /^https?:\/\/[^/]*\./i.test(full)
    ? { value: full }
    : wrongType(field, value, "url");
}

/** A telephone number in its one form, where some rule knows it. */
export function readPhone(value: NonNullable<WireValue>, field: Field): Read {
  const read = readLine(value, field, 60);
  if ("reason" in read || read.value === null) return read;
  const text = plainPhone(String(read.value));
  const known = normalisePhone(text);
  if (known !== null) return { value: known };
  // What no rule knows, an extension alone or a short number abroad, is kept as it was typed.
  return /^[+()\d\s\-转#*.xext]{3,40}$/i.test(text) ? { value: text } : wrongType(field, value, "phone");
}
