import { describe, expect, it } from "vitest";
import type { FunnelStage } from "../shared/insight.contract.ts";
import { lookIn } from "./chart-words.fixture.ts";
import { funnelLegend, funnelRows } from "./funnel-bars.ts";

const records = { object: "opportunity", filter: "all" };
const counted = (count: number, filter: string) => ({ count, records: { object: "opportunity", filter } });
const stage = (name: string, entered: number, more: Partial<FunnelStage> = {}): FunnelStage => ({
  stage: name,
  label: { en: name.toUpperCase() },
  type: "open",
  entered,
  amount: { amount: "1234567.80", currency: "CNY" },
  rate: null,
  cumulative: null,
  records,
  ...more,
});
const stages = [
  stage("a", 1200, { still_open: counted(200, "still"), lost_here: counted(300, "lost") }),
  stage("b", 700, { rate: "0.583333333333", cumulative: "0.583333333333", skipped: counted(12, "skipped") }),
];
const wide = { ...lookIn("en"), narrow: false };
type Rows = ReturnType<typeof funnelRows>;
const piecesOf = (rows: Rows, at: number) =>
  rows[at]?.bars.flatMap(({ pieces }) => pieces.map(({ from, length, tone }) => [tone, from, length]));

describe("the funnel as it is drawn", () => {
  it("of a cohort each bar is made of those who moved on, stand there still and were lost there", () => {
    const rows = funnelRows(stages, "cohort", wide);
    expect(piecesOf(rows, 0)).toEqual([
      ["accent", 0, 700],
      ["pale", 700, 200],
      ["lost", 900, 300],
    ]);
    expect(piecesOf(rows, 1)).toEqual([
      ["accent", 0, 700],
      ["pale", 700, 0],
      ["lost", 700, 0],
    ]);
  });

  it("each piece leads to its own records, and says what it is", () => {
    const [pieces] = funnelRows(stages, "cohort", wide).flatMap(({ bars }) => bars.map((bar) => bar.pieces));
    const filters = pieces?.map(({ to }) => new URLSearchParams(to?.split("?")[1]).get("filter"));
    expect(filters).toEqual(["all", "still", "lost"]);
    expect(pieces?.[2]?.said).toBe("A, Lost from this stage: 300");
  });

  it("of a flow it is those who entered, whatever became of them", () => {
    expect(piecesOf(funnelRows([stage("a", 5)], "flow", wide), 0)).toEqual([["accent", 0, 5]]);
    expect(funnelLegend("flow", wide)).toHaveLength(1);
    expect(funnelLegend("cohort", wide)).toHaveLength(3);
  });

  it("says the figures at the end of a bar; on a phone without the share of the whole", () => {
    const atEnd = (narrow: boolean, at: number) => {
      const bar = funnelRows(stages, "cohort", { ...wide, narrow })[at]?.bars[0];
      return [bar?.figure, bar?.note];
    };
    expect(atEnd(false, 0)).toEqual(["1,200", undefined]);
    expect(atEnd(false, 1)).toEqual(["700", "58.3%  58.3% overall"]);
    expect(atEnd(true, 1)).toEqual(["700", "58.3%"]);
  });

  it("tells all of a stage under the pointer", () => {
    const facts = funnelRows(stages, "cohort", wide)[1]?.facts.map(([name, value]) => `${name} ${value}`);
    expect(facts).toContain("Reached 700");
    expect(facts).toContain("Skipped 12");
    expect(facts).toContain("Stage conversion 58.3%");
  });
});
