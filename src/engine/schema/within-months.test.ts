import { expect, test } from "vitest";
import { wholeMonths, withinMonths } from "./within-months.ts";

test.each([
  [
    ["2026-11-29T08:00:00Z", "2026-03-01T00:00:00.123456Z"],
    ["2026-11-30T08:00:00Z"],
    "2026-01-29T00:00:00.123Z",
    "2026-12-31T08:00:00.000Z",
  ],
  [["2026-11-29T08:00:00Z", null], ["2026-11-30T08:00:00Z", null], "-infinity", "infinity"],
  [["0001-02-01T00:00:00Z"], ["9999-12-31T00:00:00Z"], "-infinity", "infinity"],
  [[], [], "-infinity", "infinity"],
])("from %j to %j lies between %s and %s", (since, until, first, last) =>
  expect(withinMonths(since, until)).toEqual([first, last]),
);

test.each([
  [
    ["2026-11-29T08:00:00Z", "2026-03-01T00:00:00.123456Z"],
    ["2026-11-30T08:00:00Z"],
    "2026-02-01T00:00:00.000Z",
    "2027-01-01T00:00:00.000Z",
  ],
  [["2026-11-29T08:00:00Z", null], ["2026-11-30T08:00:00Z", null], "-infinity", "infinity"],
  [["0001-02-01T00:00:00Z"], ["9999-12-31T00:00:00Z"], "-infinity", "infinity"],
])("in whole months from %j to %j lies between %s and %s", (since, until, first, last) =>
  expect(wholeMonths(since, until)).toEqual([first, last]),
);
