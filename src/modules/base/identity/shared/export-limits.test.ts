import { describe, expect, it } from "vitest";
import { bothLimits, exportLimits, NO_LIMITS } from "./export-limits.ts";

const company = { rows: 1000, daily: 5000 };
const roles = {
  clerk: { rows: 100, daily: 200 },
  lead: { rows: 500, daily: null },
  nightly: { rows: null, daily: 50 },
};
const held = (...names: readonly string[]) => exportLimits({ company, roles }, names);

describe("how much somebody may take out", () => {
  it("without a role it is what the company says", () => {
    expect(held()).toEqual(company);
  });
  it("a role with limits of its own has those instead of the company's, be they narrower or wider", () => {
    expect(held("clerk")).toEqual({ rows: 100, daily: 200 });
    expect(held("lead")).toEqual({ rows: 500, daily: null });
  });
  it("a role without has the company's", () => {
    expect(held("seller")).toEqual(company);
  });
  it("of several roles the widest counts, each limit for itself", () => {
    expect(held("clerk", "lead")).toEqual({ rows: 500, daily: null });
    expect(held("lead", "nightly")).toEqual({ rows: null, daily: null });
    expect(held("nightly", "clerk")).toEqual({ rows: null, daily: 200 });
    expect(held("clerk", "seller")).toEqual(company);
  });
  it("the order of the roles does not matter", () => {
    for (const [one, other] of [
      ["clerk", "lead"],
      ["lead", "nightly"],
      ["clerk", "seller"],
    ] as const)
      expect(held(one, other)).toEqual(held(other, one));
  });
  it("a company without limits gives none to a role without", () => {
    expect(exportLimits({ company: NO_LIMITS, roles: {} }, ["seller"])).toEqual(NO_LIMITS);
  });
});

describe("what two limits allow together", () => {
  it("is the narrower one of each", () => {
    expect(bothLimits({ rows: 100, daily: 5000 }, { rows: 1000, daily: 200 })).toEqual({
      rows: 100,
      daily: 200,
    });
  });
  it("no limit narrows nothing", () => {
    expect(bothLimits(NO_LIMITS, company)).toEqual(company);
    expect(bothLimits(company, NO_LIMITS)).toEqual(company);
    expect(bothLimits(NO_LIMITS, NO_LIMITS)).toEqual(NO_LIMITS);
  });
  it("nothing at all stays nothing", () => {
    expect(bothLimits({ rows: 0, daily: null }, company)).toEqual({ rows: 0, daily: 5000 });
  });
});
