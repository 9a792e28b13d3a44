import { DAY_MS } from "./dates.ts";

/** Spreadsheets count days from this one on; before, one that never was. */
export const FIRST_SERIAL_DATE = "1900-03-01";
const ZERO = Date.UTC(1899, 11, 30);

/** The day number in which a spreadsheet keeps a wall clock ("2026-03-25T09:00:00") and microseconds. */
export const serialOf = (wall: string, micros = 0): number =>
  ((Date.parse(`${wall}Z`) - ZERO) * 1000 + micros) / (DAY_MS * 1000);

/** The wall clock, as if it were UTC, of a whole day number and milliseconds after its midnight. */
export const clockOfSerial = (day: number, ms = 0): Date => new Date(ZERO + day * DAY_MS + ms);
