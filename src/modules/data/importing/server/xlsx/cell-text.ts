import { clockOfSerial } from "../../../../../shared/time/serial-day.ts";
import { DAY_MS } from "../../../../../shared/time/dates.ts";
import Big from "big.js";
import type { CellMark } from "../../shared/cell-mark.ts";
import { type NumberFormat, showCode } from "./number-format.ts";

/** A cell as the sheet shows it, and what else must be known of it. */
export interface ShownCell {
  readonly text: string;
  readonly mark?: CellMark;
}

/** A number with the 15 digits that a spreadsheet keeps, written out. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return "";
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return new Big(value.toPrecision(15)).toFixed();
}

const two = (value: number): string => String(value).padStart(2, "0");

/**
 * "2026-03-25 09:00:00" of a serial day; never rounded into the next day. 1900 was no leap year, though
 * spreadsheets count its 29 February.
 */
function showMoment(serial: number, shows: "date" | "datetime", is1904: boolean): string {
  const day = Math.floor(serial);
  const shifted = is1904 ? day + 1462 : day < 60 ? day + 1 : day;
  // What is kept is exact to less than a microsecond; a hair beside a whole second is what calculating has
  // left over.
  const exact = Math.round((serial - day) * (DAY_MS * 1000));
  const second = Math.round(exact / 1e6);
  const micros = Math.abs(exact - second * 1e6) <= 2 ? second * 1e6 : exact;
  const at = clockOfSerial(shifted, Math.floor(micros / 1000));
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999) return plainNumber(serial);
  const iso = at.toISOString();
  if (shows === "date" || micros === 0) return iso.slice(0, 10);
  const fraction = String(micros % 1_000_000)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}${fraction ? `.${fraction}` : ""}`;
}
function showClock(serial: number, isDuration: boolean): string {
  const seconds = Math.round(serial * 86_400);
  const hours = Math.floor(seconds / 3600);
  return `${two(isDuration ? hours : hours % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

const NUMBER: CellMark = { number: true };
const marks = new Map<NumberFormat, CellMark>();
/** One mark for all cells of a format. */
function markOf(format: Extract<NumberFormat, { shows: "number" }>): CellMark {
  if (!format.currency && !format.factor) return NUMBER;
  const known = marks.get(format);
  if (known) return known;
  const mark: CellMark = {
    number: true,
    ...(format.currency ? { currency: format.currency } : {}),
    ...(format.factor ? { factor: format.factor } : {}),
  };
  if (marks.size < 1000) marks.set(format, mark);
  return mark;
}

/** A number under its format. */
export function showNumber(raw: string, format: NumberFormat, is1904: boolean): ShownCell {
  const value = Number(raw);
  if (raw === "" || !Number.isFinite(value)) return { text: raw };
  switch (format.shows) {
    case "number":
      return { text: /^-?\d{1,15}$/.test(raw) ? raw : plainNumber(value), mark: markOf(format) };
    case "words": {
      const words = format.sections.find(({ holds }) => holds(value))?.words;
      // The number stays at hand for a field that asks for one.
      return words === undefined
        ? { text: plainNumber(value), mark: NUMBER }
        : { text: words, mark: { number: true, value: plainNumber(value) } };
    }
    case "percent":
      if (format.isPermille) return { text: `${plainNumber(value)}‰`, mark: NUMBER };
      return {
        text: `${new Big(value.toPrecision(15)).times(new Big(100).pow(format.signs)).toFixed()}%`,
        mark: NUMBER,
      };
    case "date":
    case "datetime":
      // A clock without a day is kept as a part of day 0.
      return value >= 0 && value < 1 && format.shows === "datetime"
        ? { text: showClock(value, false) }
        : value < 0
          ? { text: plainNumber(value), mark: NUMBER }
          : { text: showMoment(value, format.shows, is1904) };
    case "time":
      return value >= 1 ? { text: showMoment(value, "datetime", is1904) } : { text: showClock(value, false) };
    case "duration":
      return { text: showClock(value, true) };
    default: {
      const text = plainNumber(value);
      return /^\d+$/.test(text)
        ? { text: showCode(format.pattern, text), mark: { number: true, value: text } }
        : { text, mark: NUMBER };
    }
  }
}
