import { describe, expect, it } from "vitest";
import { DEFAULT_RULES, type PipelineRules, type Stage } from "../../pipeline/shared/pipeline.ts";
import { both, pipeline, stage } from "../../pipeline/shared/sample-pipeline.fixture.ts";
import { made } from "./past.fixture.ts";
import { gateOf } from "./past-gate.ts";
import type { Rules } from "./past-rules.ts";
import { brokenRules, ruleAsked } from "./past-verdict.ts";
import { sameGates } from "./same-gates.ts";

const stages = [
  stage("a", 1, { exit: [{ id: "out", kind: "fields", fields: ["amount"] }] }),
  stage("b", 2, { entry: [{ id: "in", kind: "dwell", min_days: 2 }] }),
  stage("c", 3),
  stage("won", 4, { type: "won" }),
];
const rulesOf = (rules: Partial<PipelineRules> = {}, own: readonly Stage[] = stages): Rules => ({
  definition: pipeline(own, { ...DEFAULT_RULES, ...rules }),
  judgeable: new Map(),
  labels: { field: both, object: both, documentType: both, form: both, role: both, fieldsOf: () => [] },
  gates: new Map(),
});
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

describe("whether a draft asks just what holds", () => {
  const changed = stages.map((one) => (one.name === "b" ? { ...one, entry: [] } : one));
  it("by the move: a gate that was not touched is the same", () => {
    const same = sameGates(rulesOf(), rulesOf({}, changed));
    expect([same(made()), same(made({ from: "b", to: "c" }))]).toEqual([false, true]);
  });
  it("other rules, or another order, and no gate is the same", () => {
    const orders = stages.map((one) => ({ ...one, order: one.order * 10 }));
    expect(sameGates(rulesOf(), rulesOf({ allow_skip: false }))(made())).toBe(false);
    expect(sameGates(rulesOf(), rulesOf({}, orders))(made())).toBe(false);
    expect(sameGates(rulesOf(), rulesOf())(made())).toBe(true);
  });
  it("another label changes no gate; other movers do", () => {
    const renamed = stages.map((one) => ({ ...one, label: both("x") }));
    const guarded = stages.map((one) => (one.name === "b" ? { ...one, movers: ["chief"] } : one));
    expect(sameGates(rulesOf(), rulesOf({}, renamed))(made())).toBe(true);
    expect(sameGates(rulesOf(), rulesOf({}, guarded))(made())).toBe(false);
  });
});
