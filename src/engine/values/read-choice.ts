import type { Field } from "../../shared/metadata/field.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import { fieldReason, type Read, wrongType } from "./field-reason.ts";

/** One of the field's options, by its name. */
export function readOption(
  value: NonNullable<WireValue>,
  field: Extract<Field, { kind: "select" | "multiselect" }>,
): Read {
  if (value === "") return { value: null };
  if (typeof value !== "string") return wrongType(field, value, "text");
  if (field.options.some((option) => option.name === value)) return { value };
  return { reason: fieldReason(field, "unknown_option", { value: value.slice(0, 60) }) };
}

/** Several of the field's options, each once. */
export function readOptions(
  value: NonNullable<WireValue>,
  field: Extract<Field, { kind: "multiselect" }>,
): Read {
  if (!Array.isArray(value) || value.length > 200) return wrongType(field, value, "list");
  const chosen = value.filter((item) => item !== null && item !== "");
  for (const item of chosen) {
    const read = readOption(item ?? "", field);
    if ("reason" in read) return read;
  }
  return { value: chosen.length === 0 ? null : [...new Set(chosen)] };
}
