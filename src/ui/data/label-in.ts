import type { LabelMap } from "../../shared/i18n/label.ts";

/** The texts by language that a record keeps in a JSON field. */
export function labelIn(value: unknown): LabelMap {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([language, text]) => (typeof text === "string" ? [[language, text]] : [])),
  );
}
