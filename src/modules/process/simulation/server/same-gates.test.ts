import { describe, expect, it } from "vitest";
import { pastStages, rulesOf } from "../../../../testing/gates/past-rules.ts";
import { both } from "../../pipeline/shared/sample-pipeline.fixture.ts";
import { made } from "../../../../testing/gates/past.ts";
import { sameGates } from "./same-gates.ts";

describe("whether a draft asks just what holds", () => {
  const changed = pastStages.map((one) => (one.name === "b" ? { ...one, entry: [] } : one));
  it("by the move: a gate that was not touched is the same", () => {
    const same = sameGates(rulesOf(), rulesOf({}, changed));
    expect([same(made()), same(made({ from: "b", to: "c" }))]).toEqual([false, true]);
  });
  it("other rules, or another order, and no gate is the same", () => {
    const orders = pastStages.map((one) => ({ ...one, order: one.order * 10 }));
    expect(sameGates(rulesOf(), rulesOf({ allow_skip: false }))(made())).toBe(false);
    expect(sameGates(rulesOf(), rulesOf({}, orders))(made())).toBe(false);
    expect(sameGates(rulesOf(), rulesOf())(made())).toBe(true);
  });
  it("another label changes no gate; other movers do", () => {
    const renamed = pastStages.map((one) => ({ ...one, label: both("x") }));
    const guarded = pastStages.map((one) => (one.name === "b" ? { ...one, movers: ["chief"] } : one));
    expect(sameGates(rulesOf(), rulesOf({}, renamed))(made())).toBe(true);
    expect(sameGates(rulesOf(), rulesOf({}, guarded))(made())).toBe(false);
  });
});
