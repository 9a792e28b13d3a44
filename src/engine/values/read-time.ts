import type { Field } from "../../shared/metadata/field.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import { isDate } from "../../shared/time/dates.ts";
import { type Read, wrongType } from "./field-reason.ts";

/** A day. */
export function readDate(value: NonNullable<WireValue>, field: Field): Read {
  if (value === "") return { value: null };
  return typeof value === "string" && isDate(value) ? { value } : wrongType(field, value, "date");
}
const FIRST_MOMENT = Date.parse("0001-01-01T00:00:00Z");
const LAST_MOMENT = Date.parse("9999-12-31T23:59:59.999Z");
/** A moment with its offset; kept in UTC. */
export function readDatetime(value: NonNullable<WireValue>, field: Field): Read {
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
