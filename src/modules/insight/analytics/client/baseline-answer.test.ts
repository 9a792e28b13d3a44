import { describe, expect, it } from "vitest";
import { answerText } from "../../../../ui/kit/answer-text.ts";
import type { BaselineCheck } from "../shared/baseline.contract.ts";
import { baselineAnswer, differingPlaces } from "./baseline-answer.ts";

const figure = (name: string, value: string) => ({ name, value });
const said = (more: Partial<BaselineCheck>) => {
  const clauses = baselineAnswer({
    id: "a",
    name: "Q3",
    metric: "funnel",
    question: {},
    cut_off: "2026-10-01T02:00:00Z",
    log_position: 1,
    record_count: 1,
    created_at: "2026-10-01T02:00:00Z",
    frozen: [figure("total.won", "5"), figure("total.won_amount.currency", "CNY")],
    again: [figure("total.won", "5")],
    believed: [],
    now: [figure("total.won", "5")],
    identical: true,
    corrected: false,
    same_records: true,
    ...more,
  });
  return [answerText(clauses, "zh-CN"), answerText(clauses, "en")];
};

describe("what a check of a baseline has found", () => {
  it("says that it holds, and what has changed since", () => {
    expect(said({})).toEqual([
      "按当时的数据重算，完全一致；至今没有变化",
      "Recalculated from the data known then: identical; nothing has changed since",
    ]);
    expect(said({ now: [figure("total.won", "6")] })).toEqual([
      "按当时的数据重算，完全一致；到现在变了 1 处",
      "Recalculated from the data known then: identical; 1 figure has changed since",
    ]);
  });

  it("counts what differs", () => {
    expect(said({ identical: false, again: [], now: [] })).toEqual([
      "按当时的数据重算，1 处不同；到现在变了 1 处",
      "Recalculated from the data known then: 1 figure differs; 1 figure has changed since",
    ]);
  });

  it("what only says how something was counted is no difference", () => {
    expect(differingPlaces([figure("won.currency", "CNY")], [figure("won.currency", "EUR")])).toEqual([]);
  });
});
