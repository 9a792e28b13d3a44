import { describe, expect, it } from "vitest";
import { buildCatalog, EMPTY_LAYER } from "../../../../engine/catalog/build-catalog.ts";
import { shippedObjects } from "../../../../objects/registry.ts";
import { checkExpression } from "../../../../shared/expression/check.ts";
import { shippedKinds } from "../../gates/shared/kinds/shipped-kinds.ts";
import { checkDefinition } from "./check-definition.ts";
import { DEFAULT_RULES, type PipelineDefinition, type PipelineRules, type Stage } from "./pipeline.ts";
import { both, pipeline, stage } from "./sample-pipeline.fixture.ts";

const world = {
  schema: buildCatalog(1, shippedObjects, EMPTY_LAYER),
  checkExpression,
  forms: [],
  roles: ["finance"],
  people: [],
  kinds: new Map(Object.entries(shippedKinds)),
};
const check = (definition: PipelineDefinition) =>
  checkDefinition(definition, world).map(({ path, code }) => `${path}:${code}`);
const withRules = (stages: readonly Stage[], rules: Partial<PipelineRules>) =>
  check(pipeline(stages, { ...DEFAULT_RULES, ...rules }));
const a = stage("a", 1);
const b = stage("b", 2);
const won = stage("won", 3, { type: "won" });

describe("the pipeline as a whole", () => {
  it("is of an object that has stages", () => {
    expect(check({ ...pipeline([a]), object: "product" })).toEqual(["object:unknown_object"]);
    expect(check({ ...pipeline([a]), object: "nothing" })).toEqual(["object:unknown_object"]);
  });
  it("has a name for programs and words in both languages", () => {
    expect(check({ ...pipeline([a]), name: "Sales 1" })).toEqual(["name:bad_name"]);
    expect(check({ ...pipeline([a]), label: {} })).toEqual(["label:label_missing", "label:label_missing"]);
  });
  it("has stages", () => expect(check(pipeline([]))).toEqual(["stages:no_stages"]));
});

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
