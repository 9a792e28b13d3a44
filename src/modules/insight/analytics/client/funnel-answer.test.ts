import { describe, expect, it } from "vitest";
import { type LabelMap, textOf } from "../../../../shared/i18n/label.ts";
import { frame, funnelStage } from "../../../../testing/screens/insight-answers.ts";
import { answerText } from "../../../../ui/kit/answer-text.ts";
import type { FunnelAnswer } from "../shared/insight.contract.ts";
import { funnelAnswer } from "./funnel-answer.ts";

const stages = (entered: number, won: number) => [
  { ...funnelStage("discovery", entered), label: { "zh-CN": "初步接洽", en: "Discovery" } },
  { ...funnelStage("won", won, { type: "won", cumulative: "0.256" }), label: { "zh-CN": "赢单", en: "Won" } },
];
const drop = { stage: "quote", label: { "zh-CN": "报价", en: "Quote" }, count: 50, share: "0.27027" };
const said = (more: Partial<FunnelAnswer>) =>
  (["zh-CN", "en"] as const).map((language) => {
    const of = (label: LabelMap | undefined, fallback: string) => textOf(label, language, fallback);
    const answer = {
      ...frame,
      mode: "cohort" as const,
      stages: stages(414, 106),
      lost: [],
      biggest_drop: null,
    };
    return answerText(funnelAnswer({ ...answer, ...more }, of), language);
  });

describe("what a funnel says first", () => {
  it("how many came, how many were won, and where most were lost", () => {
    expect(said({})).toEqual([
      "414 条到达“初步接洽”，106 条赢单（25.6%）",
      "414 reached Discovery, 106 won (25.6%)",
    ]);
    expect(said({ biggest_drop: drop })).toEqual([
      "414 条到达“初步接洽”，106 条赢单（25.6%）；流失最多在“报价”，27.0% 没有继续推进",
      "414 reached Discovery, 106 won (25.6%); the biggest drop is after Quote: 27.0% went no further",
    ]);
  });

  it("names no share where those who were won are not those who came", () => {
    expect(said({ mode: "flow", biggest_drop: drop })[1]).toBe("414 moved to Discovery, 106 won");
  });

  it("nothing where nobody came", () => {
    expect(said({ stages: stages(0, 0) })).toEqual(["", ""]);
    expect(said({ stages: [] })).toEqual(["", ""]);
  });
});
