import { describe, expect, it } from "vitest";
import { both } from "../../pipeline/shared/sample-pipeline.fixture.ts";
import { type Exception, exceptionsIn, isExcused, owedAmong, withEnd } from "./exception.ts";

const kept = (until: string): Exception => ({
  until,
  at: "2026-11-02T00:00:00Z",
  by: null,
  reason: "The customer is abroad",
});
const reason = {
  code: "required",
  criterion: "in",
  kind: "fields",
  field: "amount",
  text: both("Fill in “Amount”"),
  fix: { action: "fill", fields: ["amount"] },
  params: { have: 0 },
} as const;

describe("exceptions as a record keeps them", () => {
  it("stand beside the ticks and sign-offs, by criterion", () => {
    const found = exceptionsIn({ list: { x: true }, $exceptions: { in: { ...kept("2026-11-06") } } });
    expect([...found.keys()]).toEqual(["in"]);
    expect(found.get("in")?.until).toBe("2026-11-06");
  });
  it("what is no exception is passed over, and those of older versions need only an end and a reason", () => {
    const $exceptions = { a: { until: "2026-11-06", reason: "" }, b: { until: 5 }, c: "x", d: null };
    expect([...exceptionsIn({ $exceptions }).keys()]).toEqual(["a"]);
    for (const wrong of [undefined, null, "x", 3, ["a"]] as const)
      expect(exceptionsIn(wrong === undefined ? {} : { $exceptions: [wrong].flat() }).size).toBe(0);
  });
});

describe("how long one lasts", () => {
  it("to the end of its last day, and no day longer", () => {
    const one = kept("2026-11-06");
    expect(["2026-11-05", "2026-11-06", "2026-11-07"].map((day) => isExcused(one, day))).toEqual([
      true,
      true,
      false,
    ]);
    expect(isExcused(undefined, "2026-11-05")).toBe(false);
  });
  it("those that are over are owed, the running ones are not", () => {
    const all = new Map([
      ["old", kept("2026-11-05")],
      ["last-day", kept("2026-11-06")],
      ["new", kept("2026-12-01")],
    ]);
    expect(owedAmong(all, "2026-11-06")).toEqual(["old"]);
    expect(owedAmong(all, "2027-01-01")).toEqual(["old", "last-day", "new"]);
  });
});

it("a reason says when the exception ended, beside what it said before", () => {
  const told = withEnd(reason, kept("2026-11-06"));
  expect(told.text["en"]).toBe("The exception ended on 2026-11-06: Fill in “Amount”");
  expect(told.params).toEqual({ have: 0, exception_until: "2026-11-06" });
  expect(withEnd(reason, undefined)).toBe(reason);
});
