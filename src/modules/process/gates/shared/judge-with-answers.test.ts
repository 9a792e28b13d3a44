import { describe, expect, it } from "vitest";
import { pipeline, stage } from "../../pipeline/shared/sample-pipeline.fixture.ts";
import { answered, definition, NOTHING, SENT } from "../../../../testing/gates/answered-move.ts";
import { type AnsweredMove, judgeWithAnswers } from "./judge-with-answers.ts";

const open = (more: Partial<AnsweredMove> = {}) =>
  judgeWithAnswers(answered(more))?.unmet.map(
    ({ criterion, field }) => `${criterion}${field ? ` ${field}` : ""}`,
  );

describe("the gate while a person types", () => {
  it("stands as the server found it until something is put in", () => {
    expect(open()).toEqual(["f amount", "f next_step", "c", "l"]);
  });
  it("what is typed counts at once: the field, and the condition that reads it", () => {
    expect(open({ supplied: { ...NOTHING, values: { amount: "11", next_step: "call" } } })).toEqual(["l"]);
    expect(open({ supplied: { ...NOTHING, values: { amount: "9", next_step: "call" } } })).toEqual([
      "c",
      "l",
    ]);
  });
  it("what is emptied again is open again", () => {
    const record = { stage: "a", amount: "11", next_step: "call" };
    expect(open({ record, supplied: { ...NOTHING, values: { next_step: " " } } })).toEqual([
      "f next_step",
      "l",
    ]);
  });
  it("a tick counts", () => {
    expect(open({ supplied: { ...NOTHING, meet: { l: { x: true } } } })).not.toContain("l");
  });
  it("a reason counts for a way back that asks for one, blanks do not", () => {
    const back = pipeline(definition.stages, { ...definition.rules, backward_needs_reason: true });
    const from = { definition: back, record: { stage: "b" }, to: "a" };
    expect(open(from)).toEqual(["rule.backward_reason_required"]);
    expect(open({ ...from, supplied: { ...NOTHING, reason: "  " } })).toEqual([
      "rule.backward_reason_required",
    ]);
    expect(open({ ...from, supplied: { ...NOTHING, reason: "lost the budget" } })).toEqual([]);
  });
  it("stages that the record has passed are not asked again", () => {
    expect(open({ to: "c" })).toContain("l");
    expect(open({ to: "c", sent: { ...SENT, passed: ["b"] } })).toEqual(["d"]);
  });
  it("what an exception that is over let pass is asked for again", () => {
    const from = { record: { stage: "b", amount: null, next_step: "x" }, to: "won" };
    expect(open({ ...from, sent: { ...SENT, passed: ["c"] } })).toEqual([]);
    expect(open({ ...from, sent: { ...SENT, passed: ["c"], owed: ["f"] } })).toEqual(["f amount"]);
  });
  it("who may move by the rules is told by what the server sent", () => {
    const guarded = pipeline([stage("a", 1), stage("b", 2, { movers: ["chief"] })]);
    expect(open({ definition: guarded })).toEqual(["rule.mover_not_allowed"]);
    const sent = { ...SENT, mover: { roles: ["chief"], canReopen: false } };
    expect(open({ definition: guarded, sent })).toEqual([]);
  });
  it("what a list does not carry is open neither in words nor in the ring", () => {
    const sparse = answered({ record: { stage: "a", amount: "11" }, sent: { ...SENT, facts: { c: true } } });
    const information = judgeWithAnswers(sparse)?.ring.find(({ layer }) => layer === "information");
    expect(information).toMatchObject({ asked: 1, open: 0, state: "met" });
    const missing = [{ criterion: "f", code: "required", field: "next_step" }];
    const told = judgeWithAnswers({ ...sparse, found: missing })?.ring;
    expect(told?.find(({ layer }) => layer === "information")).toMatchObject({ open: 1, state: "open" });
  });
  it("there is no answer for a stage that the pipeline does not have", () => {
    expect(judgeWithAnswers(answered({ to: "nowhere" }))).toBeNull();
  });
});
