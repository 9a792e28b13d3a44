import { describe, expect, it } from "vitest";
import { faultsOf } from "../../../../../testing/gates/faults-of.ts";
import type { Criterion, Stage } from "../../../pipeline/shared/pipeline.ts";
import { both, pipeline, stage } from "../../../pipeline/shared/sample-pipeline.fixture.ts";

const check = (criterion: Criterion, more: Partial<Stage> = {}) =>
  faultsOf(pipeline([stage("a", 1, { exit: [criterion], ...more })]));
const codes = (...of: Parameters<typeof check>) => check(...of).map(({ code }) => code);
const x = { id: "x", label: both("X") };

describe("what a definition is refused for, kind by kind", () => {
  it.each<readonly [Criterion, readonly string[]]>([
    [{ id: "k", kind: "fields", fields: [] }, ["empty"]],
    [{ id: "k", kind: "fields", fields: ["amount", "tags", "parts"] }, ["unknown_field", "unknown_field"]],
    [{ id: "k", kind: "condition", expression: "  " }, ["bad_expression"]],
    [{ id: "k", kind: "checklist", items: [] }, ["empty"]],
    [{ id: "k", kind: "checklist", items: [{ id: "x", label: { en: "X" } }] }, ["label_missing"]],
    [{ id: "k", kind: "checklist", items: [x, x] }, ["duplicate_id"]],
    [{ id: "k", kind: "form", form: "" }, ["unknown_form"]],
    [{ id: "k", kind: "document", document_type: "" }, ["unknown_document"]],
    [{ id: "k", kind: "document", document_type: "papyrus" }, ["unknown_document"]],
    [{ id: "k", kind: "document", document_type: "contract" }, []],
    [{ id: "k", kind: "related", object: "" }, ["unknown_related"]],
    [{ id: "k", kind: "related", object: "activity", min: 3, max: 2 }, ["bad_bounds"]],
    [{ id: "k", kind: "related", object: "activity", min: -1 }, ["bad_bounds"]],
    [{ id: "k", kind: "related", object: "activity", expression: "colour == 1" }, ["bad_expression"]],
    [{ id: "k", kind: "related", object: "activity", expression: `status == "done"`, min: 0 }, []],
    [{ id: "k", kind: "approval", approval: "" }, ["unknown_role"]],
    [{ id: "k", kind: "approval", approval: "finance" }, []],
    [{ id: "k", kind: "dwell" }, ["bad_bounds"]],
    [{ id: "k", kind: "dwell", min_days: 5, max_days: 4 }, ["bad_bounds"]],
    [{ id: "k", kind: "dwell", max_days: 4 }, []],
  ])("%o: %o", (criterion, expected) => expect(codes(criterion)).toEqual(expected));

  it("tasks are named by the templates that some stage makes, those of leaving it included", () => {
    const asks = (id: string): Criterion => ({ id: "k", kind: "tasks", items: [{ id, label: both("t") }] });
    const on_exit: Stage["on_exit"] = [
      { id: "later", kind: "task", title: both("Thank") },
      { id: "field", kind: "set", field: "next_step", value: "x" },
    ];
    expect(codes(asks("later"), { on_exit })).toEqual([]);
    expect(codes(asks("field"), { on_exit })).toEqual(["unknown_template"]);
    expect(codes({ id: "k", kind: "tasks" })).toEqual([]);
  });

  it("what is not chosen yet is said as what to do, not as a wrong choice", () => {
    const [problem] = check({ id: "k", kind: "approval", approval: "" });
    expect(problem?.text).toEqual({ "zh-CN": "请选择角色", en: "Choose a role" });
  });

  it("a kind that no module brings is a fault with its place and its name", () => {
    const [found, ...more] = check({ id: "k", kind: "rentals.deposit", settings: {} });
    expect([found?.path, found?.code, more]).toEqual(["stages.a.exit.k", "unknown_kind", []]);
    expect(found?.text["en"]).toContain("rentals.deposit");
  });
});
