import { expect, it } from "vitest";
import { answerText } from "../../../../ui/kit/answer-text.ts";
import { handedOver, handoverAnswer } from "./handover-answer.ts";

const none = { approvals: 0, requests: 0, roles: 0, rules: 0, views: 0, shares: 0, jobs: 0 };
const said = (open: number, more: Partial<typeof none> = {}, teams = 0) => {
  const duties = [{ object: "opportunity", field: "owner", open, closed: 7 }];
  const user = { id: "a", name: "Wang", active: true, manager: null };
  const clauses = handoverAnswer({ user, duties, beside: { ...none, ...more }, teams, sessions: 1, keys: 0 });
  return [answerText(clauses, "zh-CN"), answerText(clauses, "en")];
};

it("says how much work hangs on a person", () => {
  expect(said(0)).toEqual(["", ""]);
  expect(said(1)).toEqual(["名下有 1 项工作待交接", "1 item of work to hand over"]);
  expect(said(1200, { shares: 2 }, 1)).toEqual([
    "名下有 1,200 项工作待交接，另有 3 项审批、共享等",
    "1,200 items of work to hand over, and 3 approvals, shares and the like",
  ]);
  expect(said(0, { jobs: 2 })[0]).toBe("没有记录要交接，有 2 项审批、共享等");
});

it("says what a hand-over has come to", () => {
  const told = (done: number, refused: number) => answerText(handedOver(done, refused), "en");
  expect([told(3, 0), told(3, 1), told(0, 0)]).toEqual([
    "3 handed over",
    "3 handed over; 1 could not be handed over",
    "Nothing was handed over",
  ]);
});
