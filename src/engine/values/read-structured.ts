import type { Field } from "../../shared/metadata/field.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import { cleanLine, cleanParagraphs, isBlank } from "../../shared/text/clean-line.ts";
import { wellFormed } from "../../shared/text/well-formed.ts";
import { fieldReason, type Read, wrongType } from "./field-reason.ts";

/** A value of named parts; an address may also be one text. */
export function readParts(
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

/** Any JSON, as the database can keep it. */
export function readJson(value: NonNullable<WireValue>, field: Field): Read {
  const clean = wellFormed(value, cleanParagraphs);
  if (clean === undefined) return wrongType(field, "…", "json");
  const text = JSON.stringify(clean).normalize("NFC");
  if (text.length > 200_000) return { reason: fieldReason(field, "too_long", { max: 200_000 }) };
  const kept: WireValue = JSON.parse(text);
  return { value: kept };
}

/** `{upsert: [{…}], delete: [id]}`, or a plain list of new lines. */
export function readLines(value: NonNullable<WireValue>, field: Field): Read {
  if (Array.isArray(value)) return { value };
  const { upsert = [], delete: removed = [] } =
    typeof value === "object" ? (value as { upsert?: WireValue; delete?: WireValue }) : { upsert: value };
  return Array.isArray(upsert) && Array.isArray(removed) ? { value } : wrongType(field, value, "list");
}
