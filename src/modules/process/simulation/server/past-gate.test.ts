import { describe, expect, it } from "vitest";
import { rulesOf } from "../../../../testing/gates/past-rules.ts";
import { made } from "../../../../testing/gates/past.ts";
import { gateOf } from "./past-gate.ts";

describe("what a move of the past is asked", () => {
  it("nothing where there is no such stage any more", () => {
    expect(gateOf(rulesOf(), made({ to: "gone" }))).toBeNull();
  });
  it("by the way the record had come: what it had passed is not asked again", () => {
    const rules = rulesOf();
    const asked = (passed: readonly string[]) =>
      gateOf(rules, made({ to: "c" }), { passed: new Set(passed), stood: new Map() })?.asked.map(
        ({ criterion }) => criterion.id,
      );
    expect(asked([])).toEqual(["out", "in"]);
    expect(asked(["b"])).toEqual(["out"]);
    expect(asked([])).toEqual(["out", "in"]);
  });
  it("an earlier stay in a stage left out counts, and two records' ways are not taken for one", () => {
    const rules = rulesOf();
    const stood = (days: number) =>
      gateOf(rules, made({ to: "c" }), { passed: new Set(), stood: new Map([["b", days]]) });
    const skippedIn = (days: number) => stood(days)?.move.path?.stood.get("b");
    expect([skippedIn(3), skippedIn(1), skippedIn(3)]).toEqual([3, 1, 3]);
  });
});
