import { FIRST_SERIAL_DATE, serialOf } from "../../../../shared/time/serial-day.ts";
import Big from "big.js";
import type { Field } from "../../../../shared/metadata/field.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import { momentAt, wallTime } from "../../../../shared/time/zone.ts";
import { partOf, printCell, type PrintContext } from "./print-cell.ts";

const kindOf = (field: Field): string => (field.kind === "formula" ? field.returns : field.kind);

/** The number format of a column of a workbook; undefined where its cells are texts. */
export function formatOf(field: Field): string | undefined {
  switch (kindOf(field)) {
    case "money":
      return "#,##0.00";
    case "percent":
      return field.kind === "percent" && field.scale === 0 ? "0%" : "0.00%";
    case "date":
      return "yyyy-mm-dd";
    case "datetime":
      return "yyyy-mm-dd hh:mm:ss";
    default:
      return undefined;
  }
}

/** A number as a spreadsheet keeps it; undefined with more than the 15 digits that it keeps. */
function numberOf(text: string): number | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined;
  const value = new Big(text);
  return value.c.length <= 15 && value.abs().lt("1e15") ? Number(text) : undefined;
}

/**
 * A moment as the company's clock shows it; undefined where that would lose a part of it or stand for two
 * moments.
 */
function momentOf(iso: string, zone: string): number | undefined {
  const micros = Number((/\.(\d+)/.exec(iso)?.[1] ?? "").slice(0, 6).padEnd(6, "0"));
  // A hair beside a whole second would be taken for what calculating has left over.
  if (micros > 0 && (micros <= 2 || micros >= 999_998)) return undefined;
  const wall = wallTime(zone, iso);
  const same = momentAt(zone, wall.slice(0, 10), wall.slice(11));
  if (wall < FIRST_SERIAL_DATE || Math.floor(Date.parse(same) / 1000) !== Math.floor(Date.parse(iso) / 1000))
    return undefined;
  return serialOf(wall, micros);
}

/**
 * A value as a cell of a workbook that one can calculate with and that reads back as the same value: numbers,
 * percentages and days as such, all that a spreadsheet would shorten or change as text.
 * @example typedCell(probability, "25", context) // 0.25, under the format "0.00%"
 */
export function typedCell(field: Field, value: WireValue, context: PrintContext): string | number {
  const text = printCell(field, value, context);
  switch (kindOf(field)) {
    case "money":
    case "integer":
    case "decimal":
    case "rollup":
      return numberOf(String(partOf(value, "amount") ?? text)) ?? text;
    case "percent": {
      const points = numberOf(String(value));
      return points === undefined ? text : new Big(String(value)).div(100).toNumber();
    }
    case "date":
      return text >= FIRST_SERIAL_DATE && /^\d{4}-\d\d-\d\d$/.test(text)
        ? serialOf(text.concat("T00:00:00"))
        : text;
    case "datetime":
      return momentOf(String(value), context.zone) ?? text;
    default:
      return text;
  }
}
