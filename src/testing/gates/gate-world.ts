import { calendarOf } from "../../shared/time/working-calendar.ts";
import { both, stage } from "../../modules/process/pipeline/shared/sample-pipeline.fixture.ts";
import type { Criterion, Stage } from "../../modules/process/pipeline/shared/pipeline.ts";
import { unmetOf } from "../../modules/process/gates/shared/criterion.ts";
import type { GateWorld, Supplying } from "../../modules/process/gates/shared/gate-kind.ts";
import { shippedKinds } from "../../modules/process/gates/shared/kinds/shipped-kinds.ts";

/** Names stand in brackets, so that a text shows which of them were asked for a label. */
export const bracketed: GateWorld["labels"] = {
  field: (name) => both(`<${name}>`),
  object: (name) => both(`<${name}>`),
  documentType: (name) => both(`<${name}>`),
  form: (name) => both(`<${name}>`),
  role: (name) => both(`<${name}>`),
  fieldsOf: (expression) => (expression.includes("amount") ? ["amount"] : []),
};
/** A record that stands in its stage since Monday the 2nd; today is Friday. */
export const gateWorld = (more: Partial<GateWorld> = {}): GateWorld => ({
  record: {},
  evidence: {},
  facts: {},
  enteredOn: "2026-11-02",
  today: "2026-11-06",
  calendar: calendarOf([]),
  labels: bracketed,
  kinds: new Map(Object.entries(shippedKinds)),
  ...more,
});
/** Why a criterion of a stage is not met. */
export const unmet = (criterion: Criterion, more: Partial<GateWorld> = {}, left: Stage = stage("a", 1)) =>
  unmetOf({ criterion, left }, gateWorld(more));

/** What the dialog holds for a criterion: nothing but what is said. */
export const supplying = (more: Partial<Supplying> = {}): Supplying => ({
  given: undefined,
  known: null,
  evidence: undefined,
  record: {},
  hasValues: false,
  person: "u1",
  questionsOf: () => null,
  holds: () => null,
  ...more,
});
