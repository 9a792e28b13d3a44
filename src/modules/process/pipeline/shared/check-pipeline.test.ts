import { describe, expect, it } from "vitest";
import { faultsOf } from "../../../../testing/gates/faults-of.ts";
import { type PipelineDefinition } from "./pipeline.ts";
import { pipeline, stage } from "./sample-pipeline.fixture.ts";

const check = (definition: PipelineDefinition) =>
  faultsOf(definition).map(({ path, code }) => `${path}:${code}`);

const a = stage("a", 1);

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
