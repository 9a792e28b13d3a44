import fc from "fast-check";
import { expect, it } from "vitest";
import { calendarOf } from "../../../../shared/time/working-calendar.ts";
import { wallTime } from "../../../../shared/time/zone.ts";
import { endOfQuiet, nextDigest } from "./preferences.ts";

const zone = "Asia/Shanghai";
/** 2026-12-05 is a Saturday that is worked, Monday the 7th is a holiday. */
const calendar = calendarOf([
  { date: "2026-12-05", working: true },
  { date: "2026-12-07", working: false },
]);

it.each([
  ["2026-12-01T00:00:00Z", "2026-12-01T00:30:00.000Z", "this morning"],
  ["2026-12-01T00:30:00Z", "2026-12-02T00:30:00.000Z", "not the one that is due now"],
  ["2026-12-04T02:00:00Z", "2026-12-05T00:30:00.000Z", "on a Saturday that is worked"],
  ["2026-12-05T02:00:00Z", "2026-12-08T00:30:00.000Z", "behind a Sunday and a holiday"],
])("the digest after %s comes %s (%s)", (now, due, _when) => {
  expect(nextDigest({ zone, calendar }, "08:30", now)).toBe(due);
});

it.each([
  ["2026-12-01T14:30:00Z", "2026-12-02T00:00:00.000Z", "in the evening"],
  ["2026-12-01T22:00:00Z", "2026-12-02T00:00:00.000Z", "in the morning"],
  ["2026-12-02T00:00:00Z", null, "when they are over"],
])("quiet hours from 22:00 to 08:00 at %s end %s (%s)", (now, end, _when) => {
  expect(endOfQuiet(zone, { from: "22:00", until: "08:00" }, now)).toBe(end);
});

const times = fc
  .integer({ min: 0, max: 1439 })
  .map((n) => `${String(Math.floor(n / 60)).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}`);

it("quiet hours end within a day, at their time, and are then over", () => {
  fc.assert(
    fc.property(times, times, fc.integer({ min: 0, max: 400 * 1440 }), (from, until, minutes) => {
      const now = new Date(Date.parse("2026-01-01T00:00:00Z") + minutes * 60_000).toISOString();
      const end = endOfQuiet(zone, { from, until }, now);
      if (end === null) return;
      const waits = Date.parse(end) - Date.parse(now);
      expect(waits > 0 && waits <= 24 * 3_600_000).toBe(true);
      expect(wallTime(zone, end).slice(11, 16)).toBe(until);
      expect(endOfQuiet(zone, { from, until }, end)).toBeNull();
    }),
  );
});
