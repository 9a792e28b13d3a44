import { describe, expect, it } from "vitest";
import type { Stage } from "../../../pipeline/shared/pipeline.ts";
import { both, stage } from "../../../pipeline/shared/sample-pipeline.fixture.ts";
import { unmetOf } from "../criterion.ts";
import { gateWorld, supplying, unmet } from "../../../../../testing/gates/gate-world.ts";
import { tasksKind } from "./tasks.ts";

describe("tasks", () => {
  const on_enter: Stage["on_enter"] = [
    { id: "t1", kind: "task", title: both("Call") },
    { id: "s", kind: "set", field: "next_step", value: "x" },
    { id: "t2", kind: "task", title: both("Visit") },
  ];
  const left = stage("a", 1, { on_enter });

  it("without a list are those made on entering the stage that is left; other actions are none", () => {
    const [found] = unmet({ id: "k", kind: "tasks" }, { facts: { k: { t1: true } } }, left);
    expect(found?.params).toEqual({ open: 1, of: 2 });
    expect(found?.fix?.items?.map(({ id, done }) => [id, done])).toEqual([
      ["t1", true],
      ["t2", false],
    ]);
  });

  it("with a list are the named ones only", () => {
    const named = [{ id: "t1", label: both("Call") }];
    const facts = { k: { t1: true } };
    expect(unmet({ id: "k", kind: "tasks", items: named }, { facts }, left)).toEqual([]);
  });

  it("of a stage that is no more are none", () => {
    expect(unmetOf({ criterion: { id: "k", kind: "tasks" }, left: undefined }, gateWorld())).toEqual([]);
  });

  it("finished in the dialog join those that were finished", () => {
    const about = supplying({ known: { t1: true, t2: false }, given: ["t2"] });
    expect(tasksKind.suppliedFact?.({ id: "k", kind: "tasks" }, about)).toEqual({ t1: true, t2: true });
  });
});
