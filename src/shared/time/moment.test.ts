import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, DAY_MS } from "./dates.ts";
import { laterOf, microAfter, toMicros } from "./micros.ts";
import {
  formatMoment,
  localClock,
  localDate,
  momentOfClock,
  parseMoment,
  startOfDate,
  withinYears,
} from "./moment.ts";

/** The wall clock as a text without zone, as if it were UTC. */
const clock = (text: string): number => Date.parse(`${text}Z`);
const told = (micros: bigint): string => formatMoment(micros);
const [FIRST, LAST] = [-62_135_596_800_000_000n, 253_402_300_799_999_999n];
const anyMoment = fc.bigInt({ min: FIRST, max: LAST });
/** As the calendars of zones are known: by whole minutes. */
const modern = fc.bigInt({ min: 0n, max: 4_000_000_000_000_000n });
const zone = fc.constantFrom(
  "Asia/Shanghai",
  "America/New_York",
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "America/Havana",
  "Pacific/Apia",
  "UTC",
);

describe("a moment", () => {
  it.each([
    ["2026-03-01T08:00:00Z", "2026-03-01T08:00:00.000000Z"],
    ["2026-03-01 08:00Z", "2026-03-01T08:00:00.000000Z"],
    ["2026-03-01T08:00:00+08:00", "2026-03-01T00:00:00.000000Z"],
    ["2026-03-01T08:00:00-0330", "2026-03-01T11:30:00.000000Z"],
    ["2026-03-01T00:00:00.1234567Z", "2026-03-01T00:00:00.123456Z"],
    ["1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000000Z"],
    ["9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"],
  ])("%s is %s", (given, moment) => {
    const read = parseMoment(given);
    expect(read === null ? null : told(read)).toBe(moment);
  });

  it.each([
    "",
    "2026-03-01",
    "2026-03-01T08:00:00",
    "2026-02-30T08:00:00Z",
    "2026-03-01T24:00:00Z",
    "2026-03-01T08:60:00Z",
    "2026-03-01T08:00:60Z",
    "2026-03-01T08Z",
    "0000-12-31T23:59:59Z",
    "0001-01-01T00:00:00+00:01",
    "9999-12-31T23:59:59-00:01",
    "2026-03-01T08:00:00.Z",
    "2026-03-01T08:00:00.1234567890Z",
    "2026-03-01T08:00:00+8",
    "2026-03-01T08:00:00z",
    " 2026-03-01T08:00:00Z",
  ])("%j is none", (given) => expect(parseMoment(given)).toBeNull());

  it("is written so that it is read again, to the microsecond, and texts sort as moments do", () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, (one, other) => {
        expect(parseMoment(told(one))).toBe(one);
        expect(told(one) < told(other)).toBe(one < other);
      }),
    );
  });

  it("beyond the calendar is none", () => {
    expect([withinYears(FIRST), withinYears(FIRST - 1n), withinYears(LAST), withinYears(LAST + 1n)]).toEqual([
      FIRST,
      null,
      LAST,
      null,
    ]);
  });
});

describe("the clock of a zone", () => {
  it("in a gap goes on as before it, in a repeated hour as after it", () => {
    const at = (text: string, where: string) => told(momentOfClock(clock(text), where));
    // New York leaves out 02:00 to 03:00 on 8 March 2026 and has 01:00 to 02:00 twice on 1 November.
    expect(at("2026-03-08T01:59:59", "America/New_York")).toBe("2026-03-08T06:59:59.000000Z");
    expect(at("2026-03-08T02:30:00", "America/New_York")).toBe("2026-03-08T07:30:00.000000Z");
    expect(at("2026-03-08T03:00:00", "America/New_York")).toBe("2026-03-08T07:00:00.000000Z");
    expect(at("2026-11-01T00:59:59", "America/New_York")).toBe("2026-11-01T04:59:59.000000Z");
    expect(at("2026-11-01T01:30:00", "America/New_York")).toBe("2026-11-01T06:30:00.000000Z");
    expect(at("2026-11-01T02:00:00", "America/New_York")).toBe("2026-11-01T07:00:00.000000Z");
  });

  it("keeps parts of a second", () => {
    const moment = momentOfClock(clock("2026-03-01T08:00:00.25"), "Asia/Shanghai");
    expect(told(moment)).toBe("2026-03-01T00:00:00.250000Z");
    expect(localClock(moment + 999n, "Asia/Shanghai")).toBe(clock("2026-03-01T08:00:00"));
  });

  it("counts down before 1970 as after it", () => {
    expect(localDate(-1n, "UTC")).toBe("1969-12-31");
    expect(localDate(0n, "UTC")).toBe("1970-01-01");
    expect(localDate(-1n, "Asia/Shanghai")).toBe("1970-01-01");
    expect(localDate(FIRST, "America/New_York"), "the day before the first").toBeNull();
  });

  it("leads from a moment to itself, but where the hour comes twice", () => {
    fc.assert(
      fc.property(modern, zone, (micros, where) => {
        const whole = micros - (micros % 1_000_000n);
        const shown = localClock(whole, where);
        const back = momentOfClock(shown, where);
        expect(localClock(back, where)).toBe(shown);
        expect(back === whole || back - whole <= 3_600_000_000n).toBe(true);
      }),
    );
  });
});

describe("the first moment of a day", () => {
  it("lies in it, and the moment before does not", () => {
    fc.assert(
      fc.property(modern, zone, (micros, where) => {
        const day = localDate(micros, where) ?? "";
        const first = startOfDate(day, where);
        expect(localDate(first, where)).toBe(day);
        expect(localDate(first - 1_000_000n, where)).not.toBe(day);
        expect(first <= micros).toBe(true);
      }),
    );
  });

  it("is 01:00 where midnight is left out, and the first midnight where it comes twice", () => {
    // Havana goes from 00:00 to 01:00 on 8 March 2026 and from 01:00 back to 00:00 on 1 November.
    expect(told(startOfDate("2026-03-08", "America/Havana"))).toBe("2026-03-08T05:00:00.000000Z");
    expect(localClock(startOfDate("2026-03-08", "America/Havana"), "America/Havana")).toBe(
      dayNumber("2026-03-08") * DAY_MS + 3_600_000,
    );
    expect(told(startOfDate("2026-11-01", "America/Havana"))).toBe("2026-11-01T04:00:00.000000Z");
  });
});

describe("microseconds as text", () => {
  it.each([
    ["2026-03-01T08:00:00Z", "2026-03-01T08:00:00.000000Z"],
    ["2026-03-01T08:00:00.5Z", "2026-03-01T08:00:00.500000Z"],
    ["2026-03-01T08:00:00.1234567Z", "2026-03-01T08:00:00.123456Z"],
    ["2026-03-01T08:00:00+08:00", "2026-03-01T00:00:00.000000Z"],
    ["2026-03-01", "2026-03-01T00:00:00.000000Z"],
    ["10000-01-01T00:00:00Z", "10000-01-01T00:00:00.000000Z"],
  ])("%s has them as %s", (given, text) => expect(toMicros(given)).toBe(text));

  it("is of moments only", () => {
    expect(() => toMicros("never")).toThrow(RangeError);
    // A date beyond what the calendar writes has a sign in front.
    expect(() => toMicros("-000001-01-01T00:00:00Z")).toThrow("not a moment");
  });

  it("the next one is later by one, over the second, the day and the year", () => {
    expect(
      ["2026-03-01T08:00:00Z", "2026-03-01T08:00:00.000009Z", "2026-12-31T23:59:59.999999Z"].map(microAfter),
    ).toEqual(["2026-03-01T08:00:00.000001Z", "2026-03-01T08:00:00.000010Z", "2027-01-01T00:00:00.000000Z"]);
    fc.assert(fc.property(modern, (micros) => microAfter(told(micros)) === told(micros + 1n)));
  });

  it("of two the later is taken", () => {
    expect(laterOf("2026-03-01T08:00:00.000001Z", "2026-03-01T08:00:00.000000Z")).toBe(
      "2026-03-01T08:00:00.000001Z",
    );
    expect(laterOf("a", "b")).toBe("b");
  });
});
