import { describe, expect, it } from "vitest";
import { say } from "../../../../shared/i18n/messages.ts";
import { behind, frame } from "../../../../testing/screens/insight-answers.ts";
import { answerText } from "../../../../ui/kit/answer-text.ts";
import type { MovementAnswer } from "../shared/movement.contract.ts";
import { sumText } from "./figures.ts";
import { movementAnswer, recordsMessage } from "./movement-answer.ts";

const figure = (count: number, amount: string | null) => ({
  count,
  records: behind("x"),
  amount: amount === null ? null : { amount, currency: "CNY" },
});
const nothing = figure(0, "0");
const answer = (more: Partial<MovementAnswer>): MovementAnswer => ({
  ...frame,
  mode: "flow",
  start: figure(10, "100000"),
  new: nothing,
  increased: nothing,
  decreased: nothing,
  moved_in: nothing,
  moved_out: nothing,
  won: nothing,
  lost: nothing,
  end: figure(11, "250000"),
  start_at: "2026-10-01T00:00:00Z",
  end_at: null,
  sight: "all",
  ...more,
});
const said = (more: Partial<MovementAnswer>) =>
  (["zh-CN", "en"] as const).map((language) => {
    const words = {
      short: (sum: { amount: string; currency: string }) => sumText(sum, language),
      full: ({ amount }: { amount: string }) => amount,
      records: (count: string) => say(recordsMessage, language, { count }),
    };
    return answerText(movementAnswer(answer(more), words), language);
  });

describe("what a movement says first", () => {
  it("what is open, by how much it grew, and what was won", () => {
    expect(said({ won: figure(3, "30000") })).toEqual([
      "在谈 ¥25 万，比期初多 ¥15 万，赢单 ¥3 万",
      "¥250K open, ¥150K more than at the start, ¥30K won",
    ]);
    expect(said({ end: figure(9, "60000"), end_at: "2026-11-01T00:00:00Z" })).toEqual([
      "期末在谈 ¥6 万，比期初少 ¥4 万",
      "¥60K open at the end, ¥40K less than at the start",
    ]);
    expect(said({ end: figure(9, "100000") })[0]).toBe("在谈 ¥10 万，与期初持平");
  });

  it("counts records where amounts are not for the reader", () => {
    const more = { start: figure(10, null), end: figure(11, null), won: figure(1, null) };
    expect(said(more)).toEqual([
      "在谈 11 条，比期初多 1 条，赢单 1 条",
      "11 records open, 1 record more than at the start, 1 record won",
    ]);
  });

  it("nothing where there was nothing", () => {
    expect(said({ start: nothing, end: nothing })).toEqual(["", ""]);
  });
});
