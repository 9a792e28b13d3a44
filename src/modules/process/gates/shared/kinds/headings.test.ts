import { expect, it } from "vitest";
import type { Criterion } from "../../../pipeline/shared/pipeline.ts";
import { both } from "../../../pipeline/shared/sample-pipeline.fixture.ts";
import { bracketed, gateWorld } from "../../../../../testing/gates/gate-world.ts";

const { kinds } = gateWorld();
it.each<readonly [Criterion, string, string]>([
  [
    { id: "k", kind: "fields", fields: ["amount", "owner"] },
    "<amount>, <owner>",
    "Fill in “<amount>, <owner>”",
  ],
  [
    { id: "k", kind: "condition", expression: "amount > 1" },
    "Condition: <amount>",
    "Condition not met: amount > 1",
  ],
  [{ id: "k", kind: "form", form: "needs" }, "Questionnaire: <needs>", "Complete “<needs>”"],
  [{ id: "k", kind: "document", document_type: "bid" }, "Document: <bid>", "“<bid>” required"],
  [{ id: "k", kind: "related", object: "activity" }, "<activity>", "“<activity>” required"],
  [{ id: "k", kind: "approval", approval: "legal" }, "Sign-off", "Needs approval by <legal>"],
  [{ id: "k", kind: "dwell", min_days: 3 }, "Time in stage", "3–∞ working days in stage"],
  [{ id: "k", kind: "dwell", max_days: 9 }, "Time in stage", "0–9 working days in stage"],
  [{ id: "k", kind: "tasks" }, "Tasks", "Not all tasks of this stage are completed"],
  [
    { id: "k", kind: "checklist", items: [{ id: "x", label: both("Budget") }] },
    "Checklist",
    "Checklist not complete: Budget",
  ],
])("%o is headed %s, in full %s", (criterion, title, full) => {
  const kind = kinds.get(criterion.kind);
  const said = [kind?.title(criterion, bracketed)["en"], kind?.inFull?.(criterion, bracketed)["en"]];
  expect(said).toEqual([title, full]);
});
