import { describe, expect, it } from "vitest";
import { rulesOf } from "../../../../testing/gates/past-rules.ts";
import { type PipelineRules } from "../../pipeline/shared/pipeline.ts";
import { stage } from "../../pipeline/shared/sample-pipeline.fixture.ts";
import { made } from "../../../../testing/gates/past.ts";
import { gateOf } from "./past-gate.ts";
import { brokenRules, ruleAsked } from "./past-verdict.ts";

const broken = (rules: Partial<PipelineRules>, move = made()) => {
  const gate = gateOf(rulesOf(rules), move);
  return gate && brokenRules(move, gate).map(({ criterion, state }) => `${criterion} ${state}`);
};

describe("what a move of the past breaks of the rules", () => {
  it("a skip that is not allowed", () => {
    expect(broken({ allow_skip: false }, made({ to: "c" }))).toEqual(["rule.skip_not_allowed unmet"]);
    expect(broken({ allow_skip: false })).toEqual([]);
  });
  it("a way back without the reason that it needs; of a file nobody knows it", () => {
    const back = made({ from: "c", to: "a" });
    const rules = { backward_needs_reason: true };
    expect(broken(rules, back)).toEqual(["rule.backward_reason_required unmet"]);
    expect(broken(rules, { ...back, reason: "new buyer" })).toEqual([]);
    expect(broken(rules, { ...back, imported: true })).toEqual(["rule.backward_reason_required unknown"]);
  });
  it("rights and consents of that day are not kept: they count as given", () => {
    const reopened = made({ from: "won", to: "a", reason: "cancelled" });
    expect(broken({ reopen_approval: "manager" }, reopened)).toEqual([]);
    expect(broken({ allow_reopen: false }, reopened)).toEqual(["rule.reopen_not_allowed unmet"]);
    const guarded = [stage("a", 1), stage("b", 2, { movers: ["chief"] })];
    const gate = gateOf(rulesOf({}, guarded), made());
    expect(gate && brokenRules(made(), gate)).toEqual([]);
  });
  it("stands in no layer, and says what it says where it is known", () => {
    expect(ruleAsked({ code: "x" }, "unknown")).toEqual({
      criterion: "rule.x",
      kind: "rule",
      layer: null,
      state: "unknown",
      text: null,
    });
  });
});
