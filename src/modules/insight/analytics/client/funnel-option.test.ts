import { describe, expect, it } from "vitest";
import type { FunnelStage } from "../shared/insight.contract.ts";
import { lookIn } from "./chart-words.fixture.ts";
import { funnelOption } from "./funnel-option.ts";

const records = { object: "opportunity", filter: "" };
const counted = (count: number) => ({ count, records });
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
  stage("a", 1200, { still_open: counted(200), lost_here: counted(300) }),
  stage("b", 700, { rate: "0.583333333333", cumulative: "0.583333333333", skipped: counted(12) }),
];
const wide = { ...lookIn("en"), narrow: false, crowded: false };
const dataOf = (option: ReturnType<typeof funnelOption>, id: string) =>
  option.series.find((one) => one.id === id)?.data;

describe("the funnel as it is drawn", () => {
  it("of a cohort each bar is made of those who moved on, stand there still and were lost there", () => {
    const option = funnelOption(stages, "cohort", wide);
    expect(dataOf(option, "moved")).toEqual([700, 700]);
    expect(dataOf(option, "open")).toEqual([200, 0]);
    expect(dataOf(option, "lost")).toEqual([300, 0]);
    expect(option.xAxis.max).toBe(1200);
  });

  it("of a flow it is those who entered, whatever became of them", () => {
    const option = funnelOption([stage("a", 5)], "flow", wide);
    expect(option.series.map(({ id }) => id)).toEqual(["moved", "total"]);
    expect(dataOf(option, "moved")).toEqual([5]);
  });

  it("where nothing entered there is a scale all the same", () => {
    expect(funnelOption([stage("a", 0)], "flow", wide).xAxis.max).toBe(1);
    expect(funnelOption([], "flow", wide).xAxis.max).toBe(1);
  });

  it("says the figures at the end of a bar; on a phone without the share of the whole", () => {
    const atEnd = (narrow: boolean, dataIndex: number) => {
      const total = funnelOption(stages, "cohort", { ...wide, narrow }).series.at(-1);
      return total && "label" in total ? total.label.formatter({ dataIndex }) : "";
    };
    expect(atEnd(false, 0)).toBe("{n|1,200}");
    expect(atEnd(false, 1)).toBe("{n|700}  {r|58.3%  58.3% overall}");
    expect(atEnd(true, 1)).toBe("{n|700}  {r|58.3%}");
    expect(atEnd(false, 7)).toBe("");
  });

  it("tells all of a stage under the pointer, and no name of a stage is taken for markup", () => {
    const named = [stage("a", 3, { label: { en: `<img src="x">` }, skipped: counted(2) })];
    const words = funnelOption(named, "cohort", wide).tooltip.formatter([{ dataIndex: 0 }]);
    expect(words).toContain("&#60;img src=&#34;x&#34;&#62;");
    expect(words).not.toContain("<img");
    expect(words).toContain("Skipped <b>2</b>");
    expect(words).toContain("Reached <b>3</b>");
    expect(funnelOption([], "cohort", wide).tooltip.formatter([])).toBe("");
  });
});
