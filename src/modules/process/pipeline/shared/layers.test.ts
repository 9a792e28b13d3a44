import { describe, expect, it } from "vitest";
import { criteriaOf, isLayerOn, layerOf } from "./layers.ts";
import { type Criterion } from "./pipeline.ts";
import { stage } from "./sample-pipeline.fixture.ts";

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
