import fc from "fast-check";
import { expect, test } from "vitest";
import { isSchedule, nextOf, type Schedule } from "./schedule.ts";
import { calendarOf } from "./working-calendar.ts";
import { dayIn, wallTime } from "./zone.ts";

const world = {
  calendar: calendarOf([
    { date: "2026-10-01", working: false },
    { date: "2026-10-02", working: false },
    { date: "2026-10-10", working: true },
  ]),
  zone: "Asia/Shanghai",
};
/** The next times after a moment, by the clock in Shanghai. */
function times(schedule: Schedule, after: string, count = 3): readonly (string | null)[] {
  const found: (string | null)[] = [];
  for (let at: string | null = after; found.length < count;) {
    at = at === null ? null : nextOf(schedule, at, world);
    found.push(at === null ? null : wallTime(world.zone, at).slice(0, 16));
  }
  return found;
}
const AFTER = "2026-09-29T16:00:00.000Z"; // Wednesday 30 September, 00:00 in Shanghai

test("daily, weekly, monthly and by cron, in the company's zone", () => {
  expect(times({ every: "day", at: "08:30" }, AFTER, 2)).toEqual(["2026-09-30T08:30", "2026-10-01T08:30"]);
  expect(times({ every: "week", days: [1, 4], at: "09:00" }, AFTER)).toEqual([
    "2026-10-01T09:00",
    "2026-10-05T09:00",
    "2026-10-08T09:00",
  ]);
  expect(times({ every: "month", day: 31, at: "18:00" }, AFTER)).toEqual([
    "2026-09-30T18:00",
    "2026-10-31T18:00",
    "2026-11-30T18:00",
  ]);
  expect(times({ every: "month", day: -1, at: "18:00" }, AFTER, 1)).toEqual(["2026-09-30T18:00"]);
  expect(times({ cron: "*/30 9-10 * * 1-5" }, AFTER)).toEqual([
    "2026-09-30T09:00",
    "2026-09-30T09:30",
    "2026-09-30T10:00",
  ]);
  expect(times({ cron: "0 8 13 * 5" }, AFTER)).toEqual([
    "2026-10-02T08:00",
    "2026-10-09T08:00",
    "2026-10-13T08:00",
  ]);
  expect(times({ cron: "0 0 29 2 *" }, AFTER, 1)).toEqual(["2028-02-29T00:00"]);
});

test("on working days a day is passed over, a week or month is put off", () => {
  expect(times({ every: "day", at: "08:30", working: true }, AFTER)).toEqual([
    "2026-09-30T08:30",
    "2026-10-05T08:30",
    "2026-10-06T08:30",
  ]);
  expect(times({ every: "week", days: [4], at: "09:00", working: true }, AFTER, 2)).toEqual([
    "2026-10-05T09:00",
    "2026-10-08T09:00",
  ]);
  // A Saturday that is worked.
  expect(times({ every: "month", day: 10, at: "09:00", working: true }, AFTER, 2)).toEqual([
    "2026-10-10T09:00",
    "2026-11-10T09:00",
  ]);
});

test("what never comes is none", () => {
  for (const cron of ["0 8 31 2 *", "60 8 * * *", "0 8 * *", "x 8 * * *", "0 8 5-1 * *", "*/0 * * * *"])
    expect(isSchedule({ cron }, world), cron).toBe(false);
  expect(isSchedule({ every: "day", at: "24:00" }, world)).toBe(false);
  expect(isSchedule({ every: "week", days: [], at: "09:00" }, world)).toBe(false);
});

test("each time is after the one before, and on its day, over changes of the clock", () => {
  const zone = fc.constantFrom("America/New_York", "Europe/London", "America/Havana", "Asia/Shanghai");
  const clock = fc
    .integer({ min: 0, max: 95 })
    .map((at) => `${String(Math.floor(at / 4)).padStart(2, "0")}:${String((at % 4) * 15).padStart(2, "0")}`);
  const after = fc
    .integer({ min: 0, max: 400 * 86_400 })
    .map((s) => new Date(Date.UTC(2026, 0, 1) + s * 1000).toISOString());
  fc.assert(
    fc.property(zone, clock, after, fc.boolean(), (zone, at, from, working) => {
      const here = { calendar: world.calendar, zone };
      const next = nextOf({ every: "day", at, working }, from, here);
      if (next === null) throw new Error("there is always a next day");
      expect(next > from).toBe(true);
      expect(!working || world.calendar.isWorkingDay(dayIn(zone, next))).toBe(true);
      // Where the clock jumps over the time it is the first moment after.
      expect(wallTime(zone, next).slice(11, 16) >= at).toBe(true);
      expect(nextOf({ every: "day", at, working }, new Date(Date.parse(next) - 1).toISOString(), here)).toBe(
        next,
      );
    }),
    { numRuns: 60 },
  );
});
