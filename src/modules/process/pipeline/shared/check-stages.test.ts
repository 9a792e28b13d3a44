import { describe, expect, it } from "vitest";
import { faultsOf } from "../../../../testing/gates/faults-of.ts";
import { DEFAULT_RULES, type PipelineDefinition, type PipelineRules, type Stage } from "./pipeline.ts";
import { both, pipeline, stage } from "./sample-pipeline.fixture.ts";

const check = (definition: PipelineDefinition) =>
  faultsOf(definition).map(({ path, code }) => `${path}:${code}`);

const withRules = (stages: readonly Stage[], rules: Partial<PipelineRules>) =>
  check(pipeline(stages, { ...DEFAULT_RULES, ...rules }));

const a = stage("a", 1);

describe("its stages", () => {
  it.each(["", "1a", "A", "a-b", "a".repeat(61)])("%o is no name of one", (name) => {
    expect(check(pipeline([stage(name, 1)]))).toContain(`stages.${name}:bad_name`);
  });
  it("have orders of their own; of a name that occurs twice only that is told", () => {
    expect(check(pipeline([a, stage("b", 1)]))).toEqual(["stages.b:duplicate_order"]);
    expect(check(pipeline([a, a]))).toEqual(["stages.a:duplicate_stage"]);
  });
  it.each([
    [-1, true],
    [0, false],
    [100, false],
    [101, true],
  ])("a probability of %i is wrong: %s", (probability, isWrong) => {
    const found = check(pipeline([stage("a", 1, { probability })]));
    expect(found).toEqual(isWrong ? ["stages.a:bad_probability"] : []);
  });
  it("an id names one thing: a criterion and an action may not share it", () => {
    const on_exit: Stage["on_exit"] = [{ id: "x", kind: "task", title: both("t") }];
    const exit: Stage["exit"] = [{ id: "x", kind: "dwell", min_days: 1 }];
    expect(check(pipeline([stage("a", 1, { exit, on_exit })]))).toEqual(["stages.a.actions.x:duplicate_id"]);
  });
});

describe("its rules", () => {
  it("name roles that there are", () => {
    expect(withRules([a], { override_approval: { role: "boss" } })).toEqual([
      "rules.override_approval:unknown_role",
    ]);
    expect(withRules([a], { reopen_approval: { role: "finance" }, override_approval: "manager" })).toEqual(
      [],
    );
  });
  it("let records begin in stages that there are", () => {
    expect(withRules([a], { create_in: ["a", "gone"] })).toEqual(["rules.create_in:unknown_stage"]);
  });
});
