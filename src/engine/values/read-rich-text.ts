import type { Field } from "../../shared/metadata/field.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import { wellFormed } from "../../shared/text/well-formed.ts";
import { cleanDocument, cleanRichText } from "./clean-rich-text.ts";
import { fieldReason, type Read, wrongType } from "./field-reason.ts";
import { readText } from "./read-text.ts";

/** JSON says the same at greater length: a document of many short pieces, about this many times. */
const MOST_JSON = 16;

/** Formatted text, given as HTML or as a document; kept as the one HTML of its document. */
export function readRichText(value: NonNullable<WireValue>, field: Field, max: number): Read {
  if (!isMap(value)) return readText(value, field, max, cleanRichText);
  if (JSON.stringify(value).length > MOST_JSON * max)
    return { reason: fieldReason(field, "too_long", { max }) };
  const given = wellFormed(value);
  if (given === undefined) return { reason: fieldReason(field, "too_nested") };
  const html = cleanDocument(given);
  return html === null ? wrongType(field, value, "document") : readText(html, field, max, (clean) => clean);
}
