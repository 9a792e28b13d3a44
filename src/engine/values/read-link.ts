import type { Field } from "../../shared/metadata/field.ts";
import { pointersOf } from "../../shared/metadata/further-links.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import { fieldReason, type Read, wrongType } from "./field-reason.ts";
import { isUuid } from "./is-uuid.ts";

/** A list of ids, each once. */
export function readIds(value: NonNullable<WireValue>, field: Field, max = 500): Read {
  if (!Array.isArray(value) || value.length > max || !value.every(isUuid))
    return wrongType(field, value, "list");
  return { value: value.length === 0 && field.kind !== "tags" ? null : [...new Set(value)] };
}

/**
 * Tags: the whole list, or `{add, remove}`, what is put on and taken off whatever others there are, as when
 * many records get the same one.
 */
export function readTags(value: NonNullable<WireValue>, field: Field): Read {
  if (!isMap(value)) return readIds(value, field);
  const { add, remove, ...rest } = value;
  const [added, removed] = [readIds(add ?? [], field), readIds(remove ?? [], field)];
  if (Object.keys(rest).length > 0 || !("value" in added) || !("value" in removed))
    return wrongType(field, value, "list");
  return { value: { add: added.value, remove: removed.value } };
}

/** A link: its id, with the object where there are several to choose from. */
export function readLink(value: NonNullable<WireValue>, field: Field, targets: readonly string[]): Read {
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
const MOST_LINKS = 50;
/** Each as {object, id}, every record once; a bare id where there is one object to choose from. */
export function readLinks(value: NonNullable<WireValue>, field: Extract<Field, { kind: "links" }>): Read {
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
