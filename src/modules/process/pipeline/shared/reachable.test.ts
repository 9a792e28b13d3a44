import { describe, expect, it } from "vitest";
import { faultsOf } from "../../../../testing/gates/faults-of.ts";
import { DEFAULT_RULES, type PipelineDefinition, type PipelineRules, type Stage } from "./pipeline.ts";
import { pipeline, stage } from "./sample-pipeline.fixture.ts";

const check = (definition: PipelineDefinition) =>
  faultsOf(definition).map(({ path, code }) => `${path}:${code}`);

const withRules = (stages: readonly Stage[], rules: Partial<PipelineRules>) =>
  check(pipeline(stages, { ...DEFAULT_RULES, ...rules }));

const a = stage("a", 1);

const b = stage("b", 2);

const won = stage("won", 3, { type: "won" });

describe("every stage is reached somehow", () => {
  it("an earlier one by going back, where that is allowed", () => {
    expect(withRules([a, b, won], { create_in: ["b"] })).toEqual([]);
    expect(withRules([a, b, won], { create_in: ["b"], allow_backward: false })).toEqual([
      "stages.a:unreachable",
    ]);
  });
  it("from a closed stage nothing goes on", () => {
    expect(withRules([a, won], { create_in: ["won"] })).toEqual(["stages.a:unreachable"]);
  });
  it("a closed one from any open one, whatever its order", () => {
    const first = stage("lost", 0, { type: "lost" });
    expect(withRules([first, a, won], { create_in: ["a"], allow_backward: false })).toEqual([]);
  });
});
