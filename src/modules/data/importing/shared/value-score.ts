import type { Field } from "../../../../shared/metadata/field.ts";
import { parseCell } from "./parse-cell.ts";
import { findOption } from "./parse-choice.ts";

/**
 * Values speak too: a select whose options the column holds, phones, mails, dates. Nothing is said by an
 * empty column.
 */
export function valueScore(field: Field, samples: readonly string[]): number | null {
  if (samples.length === 0) return null;
  const share = (fits: (cell: string) => boolean): number => samples.filter(fits).length / samples.length;
  switch (field.kind) {
    case "select":
    case "stage":
      return share((cell) => findOption(field.options ?? [], cell) !== null);
    case "date":
    case "datetime":
      return share((cell) => {
        const parsed = parseCell(field, cell, { zone: "UTC" });
        return parsed.ok || parsed.reason.code === "ambiguous_date";
      });
    case "email":
    case "phone":
    case "integer":
    case "decimal":
    case "money":
    case "percent":
    case "boolean":
    case "url":
      return share((cell) => parseCell(field, cell, { zone: "UTC" }).ok);
    default:
      return null;
  }
}
