import { describe, expect, it } from "vitest";
import { creationStages, DEFAULT_RULES, firstOpenStage, inOrder } from "./pipeline.ts";
import { pipeline, stage } from "./sample-pipeline.fixture.ts";

describe("the order of stages", () => {
  const won = stage("won", 1, { type: "won" });
  const stages = [stage("b", 3), won, stage("a", 2)];
  it("is that of their numbers, whatever the list's; the first open one is where records begin", () => {
    expect(inOrder(stages).map(({ name }) => name)).toEqual(["won", "a", "b"]);
    expect(firstOpenStage(pipeline(stages))?.name).toBe("a");
    expect(firstOpenStage(pipeline([won]))).toBeUndefined();
  });
  it("records begin anywhere, in the first open stage, or in those named", () => {
    const beginning = (create_in?: "first" | readonly string[]) =>
      creationStages(pipeline(stages, { ...DEFAULT_RULES, ...(create_in ? { create_in } : {}) }));
    expect([beginning(), beginning("first"), beginning(["b"])]).toEqual([null, ["a"], ["b"]]);
    expect(creationStages(pipeline([won], { ...DEFAULT_RULES, create_in: "first" }))).toBeNull();
  });
});
