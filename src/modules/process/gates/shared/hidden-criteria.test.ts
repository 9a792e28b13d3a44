import { describe, expect, it } from "vitest";
import { both, pipeline, stage } from "../../pipeline/shared/sample-pipeline.fixture.ts";
import { answered, condition, fields, NOTHING, SENT } from "../../../../testing/gates/answered-move.ts";
import { type AnsweredMove, judgeWithAnswers } from "./judge-with-answers.ts";

const open = (more: Partial<AnsweredMove> = {}) =>
  judgeWithAnswers(answered(more))?.unmet.map(
    ({ criterion, field }) => `${criterion}${field ? ` ${field}` : ""}`,
  );

describe("what the browser cannot know", () => {
  it("a hidden criterion stands as the server found it, whatever is typed", () => {
    const sent = { ...SENT, hidden: ["f", "c"] };
    const supplied = { ...NOTHING, values: { amount: "11", next_step: "call" } };
    expect(open({ sent, supplied, found: [{ criterion: "f", code: "required" }] })).toEqual(["f", "l"]);
    expect(open({ sent, supplied, found: [] })).toEqual(["l"]);
  });
  it("a hidden criterion keeps its own message, and tells nothing else of itself", () => {
    const message = both("Ask finance");
    const entry = [{ ...fields, message }, condition];
    const hiding = pipeline([stage("a", 1), stage("b", 2, { entry })]);
    const answer = judgeWithAnswers(
      answered({
        definition: hiding,
        sent: { ...SENT, hidden: ["f", "c"] },
        found: [
          { criterion: "f", code: "required" },
          { criterion: "c", code: "condition_unmet" },
        ],
      }),
    );
    expect(answer?.unmet.map(({ text }) => text["en"])).toEqual(["Ask finance", "Condition not met: "]);
  });
  it("a field that a list does not carry may well be filled in: the server's word holds", () => {
    const record = { stage: "a", amount: "11" };
    expect(open({ record })).toEqual(["c", "l"]);
    expect(open({ record, found: [{ criterion: "f", code: "required", field: "next_step" }] })).toEqual([
      "f next_step",
      "c",
      "l",
    ]);
  });
});
