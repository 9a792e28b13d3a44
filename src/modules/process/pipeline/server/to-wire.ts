import type { WireValue } from "../../../../shared/metadata/object.ts";

/** Plain data as JSON carries it: what is undefined is left out. */
export function toWire(value: unknown): WireValue {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (Array.isArray(value)) return value.map(toWire);
  if (typeof value !== "object") return null;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) =>
      part === undefined ? [] : [[name, toWire(part)] as const],
    ),
  );
}
