import fc from "fast-check";
import { expect, test } from "vitest";
import { addWorkingMinutes, openingsOf, workingMinutesBetween } from "../expression/working-hours.ts";
import type { Moment } from "../expression/types.ts";
import { parseMoment } from "./moment.ts";
import { readHours, WEEKDAYS, type WeekHours } from "./week-hours.ts";
import { calendarOf, type CalendarException } from "./working-calendar.ts";
import { TIME_UNITS, workingTimeOf, type WorkingTime } from "./working-time.ts";

const SHANGHAI = "Asia/Shanghai";
const golden = [
  { date: "2026-10-01", working: false },
  { date: "2026-10-02", working: false },
  { date: "2026-10-10", working: true },
];
const office = workingTimeOf({ calendar: calendarOf(golden), zone: SHANGHAI });
/** A moment by the clock in Shanghai. */
const at = (text: string): string => new Date(`${text}:00+08:00`).toISOString();
const shown = (iso: string | null): string | null =>
  iso === null ? null : new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16);
const later = (time: WorkingTime, from: string, amount: number, unit: (typeof TIME_UNITS)[number]) =>
  shown(time.add(at(from), { amount, unit }));

test("hours of work pass over lunch, nights, weekends and holidays, and count days worked in exchange", () => {
  expect([
    later(office, "2026-09-28T11:30", 1, "working_hours"),
    later(office, "2026-09-28T17:30", 60, "working_minutes"),
    later(office, "2026-09-27T23:00", 1, "working_hours"),
    later(office, "2026-09-30T17:00", 2, "working_hours"),
    // A Saturday that is worked has the hours of a Monday.
    later(office, "2026-10-09T17:00", 3, "working_hours"),
    later(office, "2026-09-28T10:00", 2, "hours"),
    later(office, "2026-09-28T10:00", -1.5, "days"),
  ]).toEqual([
    "2026-09-28T13:30",
    "2026-09-29T09:30",
    "2026-09-28T10:00",
    "2026-10-05T10:00",
    "2026-10-10T11:00",
    "2026-09-28T12:00",
    "2026-09-26T22:00",
  ]);
});

test("days of work keep the time of the clock within the hours of that day, forward and back", () => {
  expect([
    later(office, "2026-09-30T10:00", 1, "working_days"),
    later(office, "2026-10-03T10:00", 1, "working_days"),
    later(office, "2026-10-08T10:00", -3, "working_days"),
    later(office, "2026-10-04T10:00", -1, "working_days"),
    later(office, "2026-10-05T09:00", -1, "working_hours"),
    later(office, "2026-10-03T10:00", 0, "working_days"),
  ]).toEqual([
    "2026-10-05T10:00",
    "2026-10-06T09:00",
    "2026-10-05T10:00",
    "2026-09-29T18:00",
    "2026-09-30T17:00",
    "2026-10-05T09:00",
  ]);
});

test("a night shift belongs to the day it begins on, and leave is not worked", () => {
  const nights = { mon: [["22:00", "06:00"]], tue: [["22:00", "06:00"]] } satisfies WeekHours;
  const night = workingTimeOf({ calendar: calendarOf([], nights), zone: SHANGHAI });
  expect(later(night, "2026-11-30T23:00", 8, "working_hours")).toBe("2026-12-01T23:00");
  expect(later(night, "2026-12-01T02:00", 1, "working_days")).toBe("2026-12-02T02:00");
  expect([night.isOpen(at("2026-12-01T05:59")), night.isOpen(at("2026-12-01T06:00"))]).toEqual([true, false]);
  const away = workingTimeOf({
    calendar: calendarOf([]),
    zone: SHANGHAI,
    absences: [{ from: at("2026-12-01T11:00"), until: at("2026-12-02T14:00") }],
  });
  expect(later(away, "2026-12-01T10:00", 2, "working_hours")).toBe("2026-12-02T15:00");
  expect(away.minutesBetween(at("2026-12-01T09:00"), at("2026-12-02T18:00"))).toBe(6 * 60);
});

test("hours that overlap, or that no clock shows, are none", () => {
  expect(
    readHours({
      mon: [
        ["13:00", "18:00"],
        ["09:00", "12:00"],
      ],
    }),
  ).toEqual({
    mon: [
      ["09:00", "12:00"],
      ["13:00", "18:00"],
    ],
  });
  for (const wrong of [{}, [], null, "mon", { mon: [["9:00", "12:00"]] }, { day: [["09:00", "12:00"]] }])
    expect(readHours(wrong)).toBeNull();
  expect(
    readHours({
      mon: [
        ["09:00", "12:00"],
        ["11:59", "18:00"],
      ],
    }),
  ).toBeNull();
});

const ZONES = [SHANGHAI, "America/New_York", "America/Havana", "Europe/London", "Australia/Lord_Howe"];
const clock = fc
  .integer({ min: 0, max: 95 })
  .map((at) => `${String(Math.floor(at / 4)).padStart(2, "0")}:${String((at % 4) * 15).padStart(2, "0")}`);
const periods = fc
  .uniqueArray(clock, { minLength: 2, maxLength: 4 })
  .map((clocks) => [...clocks].sort())
  .chain((clocks) =>
    fc.constantFrom(
      clocks.length >= 4
        ? [
            [clocks[0], clocks[1]],
            [clocks[2], clocks[3]],
          ]
        : [[clocks[0], clocks[1]]],
      // Over midnight.
      [[clocks[1], clocks[0]]],
    ),
  );
const hours = fc
  .dictionary(fc.constantFrom(...WEEKDAYS), periods, { minKeys: 1, maxKeys: 7 })
  .map((given) => readHours(given))
  .filter((given): given is WeekHours => given !== null);
const days = fc.array(
  fc.record<CalendarException>({
    date: fc
      .integer({ min: 0, max: 90 })
      .map((day) => new Date(Date.UTC(2026, 8, 15 + day)).toISOString().slice(0, 10)),
    working: fc.boolean(),
  }),
  { maxLength: 20 },
);
const moments = fc
  .integer({ min: 0, max: 90 * 86_400 })
  .map((seconds) => new Date(Date.UTC(2026, 8, 15) + seconds * 1000).toISOString());
const world = fc.record({ hours, days, zone: fc.constantFrom(...ZONES), from: moments, to: moments });

test("the walk over days and the kept openings give the same, over changes of the clock and night shifts", () => {
  fc.assert(
    fc.property(world, fc.integer({ min: -6000, max: 6000 }), ({ hours, days, zone, from, to }, minutes) => {
      const calendar = calendarOf(days, hours);
      const time = workingTimeOf({ calendar, zone });
      const moment: Moment = { now: "2026-11-01T00:00:00.000Z", zone, actor: null, calendar };
      const found = addWorkingMinutes(moment, parseMoment(from) ?? 0n, minutes);
      const walked = time.add(from, { amount: minutes, unit: "working_minutes" });
      expect(found).toBe(walked === null ? null : parseMoment(walked));
      const between = workingMinutesBetween(moment, parseMoment(from) ?? 0n, parseMoment(to) ?? 0n);
      expect(between).toBe(Math.trunc(time.minutesBetween(from, to)) || 0);
    }),
    { numRuns: 25 },
  );
});

const leave = fc.array(
  fc.tuple(moments, moments).map(([a, b]) => (a < b ? { from: a, until: b } : { from: b, until: a })),
  { maxLength: 3 },
);
test("what is added is what lies between, with leave; every end is within hours or at their edge", () => {
  fc.assert(
    fc.property(
      world,
      leave,
      fc.integer({ min: 1, max: 4000 }),
      ({ hours, days, zone, from }, absences, minutes) => {
        const time = workingTimeOf({ calendar: calendarOf(days, hours), zone, absences });
        const end = time.add(from, { amount: minutes, unit: "working_minutes" });
        const start = time.add(from, { amount: -minutes, unit: "working_minutes" });
        if (end === null || start === null) return;
        expect(time.minutesBetween(from, end)).toBeCloseTo(minutes, 6);
        expect(time.minutesBetween(start, from)).toBeCloseTo(minutes, 6);
        expect(time.isOpen(start)).toBe(true);
        expect(time.isOpen(new Date(Date.parse(end) - 1).toISOString())).toBe(true);
        const opens = time.opensAt(from);
        expect(opens !== null && time.isOpen(opens) && time.minutesBetween(from, opens) === 0).toBe(true);
        for (const days of [1, -1, 5]) {
          const day = time.add(from, { amount: days, unit: "working_days" });
          if (day === null) continue;
          const before = new Date(Date.parse(day) - 1).toISOString();
          expect(time.isOpen(day) || time.isOpen(before), `${days} days from ${from}: ${day}`).toBe(true);
        }
      },
    ),
    { numRuns: 25 },
  );
});

test("the openings of nine years are counted once and searched", () => {
  const calendar = calendarOf(golden);
  const moment: Moment = { now: "2026-11-01T00:00:00.000Z", zone: "America/New_York", actor: null, calendar };
  expect(openingsOf(moment)).toBe(openingsOf({ ...moment, now: "2026-12-01T00:00:00.000Z" }));
  expect(openingsOf(moment).starts.length).toBeGreaterThan(4000);
});
