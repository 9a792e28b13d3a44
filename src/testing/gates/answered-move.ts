import { calendarOf } from "../../shared/time/working-calendar.ts";
import type { Criterion } from "../../modules/process/pipeline/shared/pipeline.ts";
import { both, pipeline, stage } from "../../modules/process/pipeline/shared/sample-pipeline.fixture.ts";
import type { AnsweredMove } from "../../modules/process/gates/shared/judge-with-answers.ts";
import { shippedKinds } from "../../modules/process/gates/shared/kinds/shipped-kinds.ts";

export const fields: Criterion = { id: "f", kind: "fields", fields: ["amount", "next_step"] };
export const condition: Criterion = { id: "c", kind: "condition", expression: "amount > 10" };
const list: Criterion = { id: "l", kind: "checklist", items: [{ id: "x", label: both("X") }] };
export const definition = pipeline([
  stage("a", 1),
  stage("b", 2, { entry: [fields, condition, list] }),
  stage("c", 3, { entry: [{ id: "d", kind: "document", document_type: "bid" }] }),
  stage("won", 4, { type: "won" }),
]);
/** What the server sent of it. */
export const SENT: AnsweredMove["sent"] = {
  facts: { c: false, d: 0 },
  evidence: {},
  hidden: [],
  passed: [],
  stood: {},
  owed: [],
  mover: { roles: ["seller"], canReopen: false },
  entered_on: "2026-11-02",
  entered_at: "2026-11-02T02:00:00Z",
  today: "2026-11-06",
};
/** Nothing was put into the dialog yet. */
export const NOTHING = { values: {}, meet: {}, reason: "" };
/** A move of a record in the first stage into the second one. */
export const answered = (more: Partial<AnsweredMove> = {}): AnsweredMove => ({
  definition,
  stageField: "stage",
  record: { stage: "a", amount: null, next_step: null },
  to: "b",
  sent: SENT,
  supplied: NOTHING,
  found: [],
  calendar: calendarOf([]),
  labels: { field: both, object: both, documentType: both, form: both, role: both, fieldsOf: () => [] },
  kinds: new Map(Object.entries(shippedKinds)),
  person: "u1",
  questionsOf: () => null,
  holds: (_expression, { amount }) => Number(amount) > 10,
  ...more,
});
