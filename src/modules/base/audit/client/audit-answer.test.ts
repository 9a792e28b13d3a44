import { describe, expect, it } from "vitest";
import { answerText } from "../../../../ui/kit/answer-text.ts";
import type { LogDay } from "../shared/log.contract.ts";
import { auditAnswer, sealAnswer } from "./audit-answer.ts";

const whole = { sealed: 12_044, last: 12_044 };
const said = (day: Partial<LogDay>, isToday = true, seals = whole) => {
  const clauses = auditAnswer({ day: "11-28", changes: 0, people: 0, undone: 0, ...day }, isToday, seals);
  return [answerText(clauses, "zh-CN"), answerText(clauses, "en")];
};

describe("what the log says of a day", () => {
  it("counts changes, persons and undos", () => {
    expect(said({ changes: 318, people: 4, undone: 1 })).toEqual([
      "今天 318 次改动，4 人，1 次撤销；全部 12,044 条已封存",
      "318 changes today, by 4 people, 1 undo; all 12,044 entries sealed",
    ]);
    expect(said({ changes: 1, people: 1 }, false)).toEqual([
      "11-28 有 1 次改动，1 人；全部 12,044 条已封存",
      "1 change on 11-28, by 1 person; all 12,044 entries sealed",
    ]);
  });

  it("knows a day without a change, and one on which only the program worked", () => {
    expect(said({})).toEqual([
      "今天还没有改动；全部 12,044 条已封存",
      "No changes yet today; all 12,044 entries sealed",
    ]);
    expect(said({}, false)[1]).toBe("No changes on 11-28; all 12,044 entries sealed");
    expect(said({ changes: 9 })[0]).toBe("今天 9 次改动，都由系统完成；全部 12,044 条已封存");
  });

  it("does not call the log sealed as long as some of it is not", () => {
    expect(said({}, true, { sealed: 90, last: 95 })).toEqual([
      "今天还没有改动；已封存 90 / 95 条",
      "No changes yet today; 90 of 95 sealed",
    ]);
  });
});

it("a seal alone is a sentence of its own", () => {
  expect(answerText(sealAnswer({ sealed: 7, last: 7 }), "en")).toBe("All 7 entries sealed");
  expect(answerText(sealAnswer({ sealed: 5, last: 7 }), "zh-CN")).toBe("已封存 5 / 7 条");
});
