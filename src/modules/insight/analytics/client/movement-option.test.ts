import { describe, expect, it } from "vitest";
import type { Movement } from "../shared/movement.contract.ts";
import { lookIn } from "./chart-words.fixture.ts";
import { movementOption } from "./movement-option.ts";

const records = { object: "opportunity", filter: "" };
const figure = (count: number, amount: string | null) => ({
  count,
  records,
  amount: amount === null ? null : { amount, currency: "CNY" },
});
const movement: Movement = {
  start: figure(10, "1000"),
  new: figure(4, "400"),
  increased: figure(2, "150"),
  decreased: figure(1, "50"),
  moved_in: figure(0, "0"),
  moved_out: figure(1, "100"),
  won: figure(3, "300"),
  lost: figure(2, "200"),
  end: figure(8, "900"),
};
const wide = { ...lookIn("en"), narrow: false };
const [UNDER, STEP] = [0, 1] as const;
const draw = (measure: "amount" | "count" = "amount", look = wide) => movementOption(movement, measure, look);

describe("the waterfall as it is drawn", () => {
  it("every bar stands on an invisible one, and the last is as high as the steps come to", () => {
    const { series } = draw();
    expect(series[UNDER].data).toEqual([0, 1000, 1400, 1500, 1500, 1400, 1100, 900, 0]);
    expect(series[STEP].data.map(({ value }) => value)).toEqual([1000, 400, 150, 50, 0, 100, 300, 200, 900]);
  });

  it("what was won has a colour of its own; what left otherwise is drawn as lost", () => {
    const colors = draw().series[STEP].data.map(({ itemStyle }) => itemStyle.color);
    expect(colors).toEqual(["accent", "pale", "pale", "lost", "pale", "lost", "won", "lost", "accent"]);
  });

  it("says each step with its sign, and nothing where nothing was", () => {
    const say = (dataIndex: number, measure: "amount" | "count" = "count") =>
      draw(measure).series[STEP].label.formatter({ dataIndex });
    expect([say(0), say(1), say(4), say(6), say(8)]).toEqual(["10", "+4", "—", "−3", "8"]);
    expect(say(6, "amount")).toMatch(/^−.*300\.00$/);
  });

  it("tells both figures under the pointer, whichever is drawn", () => {
    const words = draw("count").tooltip.formatter([{ dataIndex: 6 }]);
    expect(words).toContain("<b>Won</b>");
    expect(words).toContain("<b>3</b>");
    expect(words).toContain("300.00</b>");
    expect(draw("count").tooltip.formatter([])).toContain("<b>Start</b>");
  });

  it("who reads Chinese reads it in Chinese", () => {
    expect(draw("count", { ...lookIn("zh-CN"), narrow: true }).yAxis.data.slice(0, 2)).toEqual([
      "期初",
      "新增",
    ]);
  });
});

it("without an amount that one may read there is still a chart of counts", () => {
  const bare: Movement = { ...movement, start: figure(10, null) };
  expect(movementOption(bare, "amount", wide).series[STEP].data[0]?.value).toBe(0);
  expect(movementOption(bare, "count", wide).series[STEP].data[0]?.value).toBe(10);
});
