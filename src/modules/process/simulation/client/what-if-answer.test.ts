import { describe, expect, it } from "vitest";
import { replayed } from "../../../../testing/screens/replayed.ts";
import { answerText } from "../../../../ui/kit/answer-text.ts";
import type { Simulation } from "../shared/simulation.contract.ts";
import { whatIfAnswer } from "./what-if-answer.ts";

const value = (amount: string) => ({ short: `¥${amount.length}`, full: `¥${amount}` });
const said = (more: Partial<Simulation>) => {
  const clauses = whatIfAnswer(replayed(more), value);
  return [answerText(clauses, "zh-CN"), answerText(clauses, "en")];
};
const draft = (refused: number, undecided = 0) => ({ refused, passed: 9, undecided, absent: 0 });
const won = (records: number, amount: string | null) => [{ outcome: "won" as const, records, value: amount }];

describe("what a what-if has found", () => {
  it("says nothing where nothing was moved", () => {
    expect(whatIfAnswer(replayed({ moves: 0 }), value)).toEqual([]);
  });

  it("says that nothing would be stopped, and of how many that is not known", () => {
    expect(said({ draft: draft(0) })).toEqual([
      "不会拦下任何推进（共 23 次）",
      "Would block none of 23 moves",
    ]);
    expect(said({ moves: 1, draft: draft(0, 1) })).toEqual([
      "不会拦下任何推进（共 1 次），1 次无法判断",
      "Would block none of 1 move, 1 can’t be determined",
    ]);
  });

  it("says what would be stopped and what of it was won", () => {
    expect(said({ draft: draft(1), outcomes: won(1, "43920000") })).toEqual([
      "会拦下 1 次推进，其中 1 单后来赢了（¥8）",
      "Would block 1 move, of which 1 was later won (¥8)",
    ]);
    expect(said({ draft: draft(2010), outcomes: won(1530, "1") })).toEqual([
      "会拦下 2,010 次推进，其中 1,530 单后来赢了（¥1）",
      "Would block 2,010 moves, of which 1,530 were later won (¥1)",
    ]);
  });

  it("leaves the worth out where it is nought or not for the reader, and says that none was won", () => {
    expect(said({ draft: draft(3), outcomes: won(2, null) })[1]).toBe(
      "Would block 3 moves, of which 2 were later won",
    );
    expect(said({ draft: draft(3), outcomes: won(2, "0.00") })[1]).toBe(
      "Would block 3 moves, of which 2 were later won",
    );
    expect(said({ draft: draft(3), outcomes: won(0, "0") })).toEqual([
      "会拦下 3 次推进，其中没有一单后来赢了",
      "Would block 3 moves, none of which was later won",
    ]);
  });

  it("has the full worth for who asks", () => {
    const [, clause] = whatIfAnswer(replayed({ draft: draft(3), outcomes: won(2, "43920000") }), value);
    expect(clause?.title).toBe("¥43920000");
  });
});
