import { describe, expect, it } from "vitest";
import { answerText } from "../../../../../ui/kit/answer-text.ts";
import type { PilotComparison, PilotFigures } from "../../shared/pilot.contract.ts";
import { enoughOn, pilotAnswer } from "./pilot-answer.ts";

const counted = (count: number) => ({ count, records: { object: "opportunity", filter: "x" } });
const figures = (won: number, lost: number): PilotFigures => ({
  open: null,
  open_amount: null,
  won: counted(won),
  lost: counted(lost),
  win_rate: won + lost === 0 ? null : String(won / (won + lost)),
  won_amount: null,
  cycle: { ...counted(won), median: null },
  stages: [],
});
const found = (pilot: PilotFigures, others: PilotFigures): PilotComparison => ({
  since: "2026-11-01T02:00:00Z",
  version: 2,
  departments: [],
  during: { from: "2026-11-01", to: "2026-11-20" },
  before: { from: "2026-10-12", to: "2026-10-31" },
  sides: { pilot, others, before: figures(0, 0) },
});
const said = (pilot: PilotFigures, others: PilotFigures) => {
  const clauses = pilotAnswer(found(pilot, others));
  return [answerText(clauses, "zh-CN"), answerText(clauses, "en")];
};

describe("what a pilot has shown", () => {
  it("compares its win rate with the rest", () => {
    expect(said(figures(15, 10), figures(20, 20))).toEqual([
      "试点部门赢率 60.0%，比其他部门高 10.0 个百分点",
      "Pilot win rate 60.0%, 10.0 points above the other departments",
    ]);
    expect(said(figures(5, 20), figures(20, 20))[1]).toBe(
      "Pilot win rate 20.0%, 30.0 points below the other departments",
    );
    expect(said(figures(20, 20), figures(20, 20))[0]).toBe("试点部门赢率 50.0%，与其他部门相同");
  });

  it("judges nothing from too few, and says when there may be enough at this pace", () => {
    expect(said(figures(6, 4), figures(20, 20))).toEqual([
      "数据还太少：试点部门只关闭了 10 / 20 单；至少到 2026-12-11 再看",
      "Too early to tell: the pilot departments have closed 10 of 20; look again on 2026-12-11 at the earliest",
    ]);
    expect(said(figures(12, 10), figures(1, 0))[0]).toMatch(/^数据还太少：其他部门只关闭了 1 \/ 20 单/);
  });

  it("guesses no day where nothing was closed, or very little in a long time", () => {
    expect(said(figures(0, 0), figures(20, 20))[0]).toBe("数据还太少：试点部门只关闭了 0 / 20 单");
    expect(enoughOn(found(figures(1, 0), figures(0, 0)), "pilot")).toBeNull();
  });
});
