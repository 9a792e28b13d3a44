import { momentAt } from "../../../../shared/time/zone.ts";

/** The UTC moment at which clocks in `zone` show `date` and `time` ("HH:MM:SS.ffffff"), microseconds kept. */
export const zonedMoment = (date: string, time: string, zone: string): string =>
  `${momentAt(zone, date, time.slice(0, 8)).slice(0, 19)}.${time.slice(9).padEnd(6, "0")}Z`;
/** The moment a day begins in `zone`. */
export const startOfDay = (date: string, zone: string): string => zonedMoment(date, "00:00:00.000000", zone);
