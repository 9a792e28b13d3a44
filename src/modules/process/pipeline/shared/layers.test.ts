import { describe, expect, it } from "vitest";
import { criteriaOf, isLayerOn, layerOf } from "./layers.ts";
import { creationStages, type Criterion, DEFAULT_RULES, firstOpenStage, inOrder } from "./pipeline.ts";
import { pipeline, stage } from "./sample-pipeline.fixture.ts";

describe("the layer that a criterion stands in", () => {
  it.each<readonly [Criterion, string, string]>([
    [{ id: "k", kind: "fields", fields: [] }, "information", "information"],
    [{ id: "k", kind: "form", form: "f" }, "information", "information"],
    [{ id: "k", kind: "checklist", items: [] }, "tasks", "tasks"],
    [{ id: "k", kind: "tasks" }, "tasks", "tasks"],
    [{ id: "k", kind: "document", document_type: "d" }, "documents", "documents"],
    [{ id: "k", kind: "approval", approval: "r" }, "review", "review"],
    [{ id: "k", kind: "condition", expression: "x" }, "entry", "exit"],
    [{ id: "k", kind: "related", object: "o" }, "entry", "exit"],
    [{ id: "k", kind: "dwell" }, "entry", "exit"],
    [{ id: "k", kind: "rentals.deposit", settings: {} }, "entry", "exit"],
    [{ id: "k", kind: "rentals.deposit", settings: {}, layer: "documents" }, "documents", "documents"],
  ])("%o: before entering %s, before leaving %s", (criterion, entry, exit) => {
    expect([layerOf(criterion, "entry"), layerOf(criterion, "exit")]).toEqual([entry, exit]);
  });
});

describe("a layer that is switched off", () => {
  const wait: Criterion = { id: "w", kind: "dwell", min_days: 1 };
  const fill: Criterion = { id: "f", kind: "fields", fields: ["amount"] };
  it("asks nothing; the side that is off is off on that side alone", () => {
    const one = stage("a", 1, { entry: [wait, fill], exit: [wait, fill], layers: { exit: false } });
    expect(criteriaOf(one, "entry")).toEqual([wait, fill]);
    expect(criteriaOf(one, "exit")).toEqual([fill]);
  });
  it("is one that says no: what is not told is on", () => {
    expect(isLayerOn(stage("a", 1), "tasks")).toBe(true);
    expect(isLayerOn(stage("a", 1, { layers: { tasks: true } }), "tasks")).toBe(true);
    expect(isLayerOn(stage("a", 1, { layers: { tasks: false } }), "tasks")).toBe(false);
  });
});

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
