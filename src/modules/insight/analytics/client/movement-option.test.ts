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
/** The bars of a chart: those that hold the others up, and those that one sees. */
const barsOf = ({ series }: ReturnType<typeof movementOption>) => {
  const [under, step] = series;
  const data = (step?.data ?? []).flatMap((one) => (typeof one === "number" ? [] : [one]));
  return { under: under?.data, data, label: step?.label };
};
const draw = (measure: "amount" | "count" = "amount", look = wide) => movementOption(movement, measure, look);

describe("the waterfall as it is drawn", () => {
  it("every bar stands on an invisible one, and the last is as high as the steps come to", () => {
    const { under, data } = barsOf(draw());
    expect(under).toEqual([0, 1000, 1400, 1500, 1500, 1400, 1100, 900, 0]);
    expect(data.map(({ value }) => value)).toEqual([1000, 400, 150, 50, 0, 100, 300, 200, 900]);
  });

  it("what was won has a colour of its own; what left otherwise is drawn as lost", () => {
    const colors = barsOf(draw()).data.map(({ itemStyle }) => itemStyle.color);
    expect(colors).toEqual(["accent", "pale", "pale", "lost", "pale", "lost", "won", "lost", "accent"]);
  });

  it("says each step with its sign, and nothing where nothing was", () => {
    const say = (dataIndex: number, measure: "amount" | "count" = "count") =>
      barsOf(draw(measure)).label?.formatter({ dataIndex });
    expect([say(0), say(1), say(4), say(6), say(8)]).toEqual(["10", "+4", "—", "−3", "8"]);
    expect(say(6, "amount")).toMatch(/^−.*300$/);
  });

  it("tells both figures under the pointer, whichever is drawn", () => {
    const words = draw("count").tooltip.formatter([{ dataIndex: 6 }]);
    expect(words).toContain("<b>Won</b>");
    expect(words).toContain("<b>3</b>");
    expect(words).toContain("<b>Won</b><br>Records <b>3</b><br>Amount <b>¥300</b>");
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
  expect(barsOf(movementOption(bare, "amount", wide)).data[0]?.value).toBe(0);
  expect(barsOf(movementOption(bare, "count", wide)).data[0]?.value).toBe(10);
});
