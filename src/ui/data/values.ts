import type { Money, Values, WireValue } from "../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";

export const textValue = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
export const idOf = (record: Values): string => textValue(partOf(anyRecord, record).id);

export const isList = (value: unknown): value is readonly WireValue[] => Array.isArray(value);

/** What an amount in another currency is worth in the company's, and the day of the rate that says so. */
export function ratedOf(
  value: WireValue | undefined,
): { readonly base: string; readonly date: string } | null {
  if (!isMap(value)) return null;
  const { base, rate_date: date } = value;
  return typeof base === "string" && typeof date === "string" ? { base, date } : null;
}
export const moneyOf = (value: WireValue | undefined): Money | null => {
  if (!isMap(value)) return null;
  const { amount, currency } = value;
  return typeof amount === "string" || typeof amount === "number"
    ? { amount: String(amount), currency: typeof currency === "string" ? currency : "" }
    : null;
};

/** A place on the map, as its field keeps it. */
type Place = Readonly<Values> & {
  readonly lat?: WireValue;
  readonly lng?: WireValue;
  readonly address?: WireValue;
};
export const placeOf = (value: unknown): Place | null => (isMap(value) ? value : null);

/** What a link's value may say where it is no bare id: {object, id}, or an expanded record. */
interface Linked {
  readonly object?: WireValue;
  readonly id?: WireValue;
  readonly name?: WireValue;
}
const linkedIn = (value: unknown): Linked => (isMap(value) ? value : {});

/** The id in a link's value: a bare id, {object, id}, or an expanded record. */
export const linkId = (value: unknown): string | null => {
  if (typeof value === "string") return value;
  const { id } = linkedIn(value);
  return typeof id === "string" ? id : null;
};
export const linkObject = (value: WireValue | undefined, targets: readonly string[]): string | null => {
  const { object } = linkedIn(value);
  return typeof object === "string" ? object : (targets[0] ?? null);
};

/** The titles of its links came with the record: one that is missing there is out of sight. */
export const hasTitles = (record: Values): boolean => isMap(record["titles"]);
/** What a to-one link's target is called, as sent along with ?titles=1. */
export function titleAt(record: Values, field: string): string {
  const titles = record["titles"];
  if (isMap(titles) && typeof titles[field] === "string") return titles[field];
  const { name } = linkedIn(record[field]);
  return typeof name === "string" ? name : "";
}

/** The titles of several links, in their order; empty where one is out of sight. */
export function titlesAt(record: Values, field: string): readonly string[] {
  const titles = isMap(record["titles"]) ? record["titles"][field] : undefined;
  return isList(titles) ? titles.map((title) => textValue(title)) : [];
}

export const isSame = (one: WireValue | undefined, other: WireValue | undefined): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
export const isBlank = (value: WireValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isMap(value) && Object.values(value).every((part) => isBlank(part)));

/**
 * Of a structure that was changed in part, the parts that differ from its other state; null where none does.
 */
export function onlyWhatDiffers(value: WireValue, other: WireValue | undefined): WireValue {
  if (!isMap(value) || !isMap(other)) return value;
  const parts = Object.entries(value).filter(([name, part]) => !isSame(part, other[name]));
  return parts.length === 0 ? null : Object.fromEntries(parts);
}
