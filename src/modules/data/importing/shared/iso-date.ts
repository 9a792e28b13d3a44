import { dateOfParts } from "../../../../shared/time/dates.ts";
import { clockOfSerial } from "../../../../shared/time/serial-day.ts";

/** "24" is 2024, "98" is 1998. */
export const century = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);

/** "2017-02-30" is no date. */
export const isoDate = (year: number, month: number, day: number): string | null =>
  year < 1000 ? null : dateOfParts(year, month, day);

/** An Excel day number. */
export const fromSerial = (serial: number): string => clockOfSerial(serial).toISOString().slice(0, 10);
