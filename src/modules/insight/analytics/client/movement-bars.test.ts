import { describe, expect, it } from "vitest";
import { reachOf } from "../../../../ui/charts/bars.ts";
import type { Movement } from "../shared/movement.contract.ts";
import { lookIn } from "./chart-words.fixture.ts";
import { movementRows } from "./movement-bars.ts";

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
const draw = (measure: "amount" | "count" = "amount", of = movement) => movementRows(of, measure, wide);
const barsOf = (rows: ReturnType<typeof draw>) => rows.flatMap(({ bars }) => bars);
const piecesOf = (rows: ReturnType<typeof draw>) => barsOf(rows).flatMap(({ pieces }) => pieces);

describe("the waterfall as it is drawn", () => {
  it("every bar begins where the one before ended, and the last is as long as the steps come to", () => {
    const pieces = piecesOf(draw());
    expect(pieces.map(({ from }) => from)).toEqual([0, 1000, 1400, 1500, 1500, 1400, 1100, 900, 0]);
    expect(pieces.map(({ length }) => length)).toEqual([1000, 400, 150, 50, 0, 100, 300, 200, 900]);
    expect(reachOf(draw())).toBe(1550);
  });

  it("what was won has a colour of its own; what left otherwise is drawn as lost", () => {
    const tones = piecesOf(draw()).map(({ tone }) => tone);
    expect(tones).toEqual(["accent", "pale", "pale", "lost", "pale", "lost", "won", "lost", "accent"]);
  });

  it("says each step with its sign, and nothing where nothing was, which leads nowhere", () => {
    const rows = draw("count");
    const said = barsOf(rows).map((bar) => bar.figure);
    expect([said[0], said[1], said[4], said[6], said[8]]).toEqual(["10", "+4", "—", "−3", "8"]);
    expect(barsOf(draw("amount"))[6]?.figure).toMatch(/^−.*300$/);
    expect(rows.filter(({ to }) => to === undefined).map(({ id }) => id)).toEqual(["moved_in"]);
  });

  it("tells both figures under the pointer, whichever is drawn", () => {
    expect([draw("count")[6]?.name, draw("count")[6]?.facts]).toEqual([
      "Won",
      [
        ["Records", "3"],
        ["Amount", "¥300"],
      ],
    ]);
  });

  it("who reads Chinese reads it in Chinese", () => {
    const names = movementRows(movement, "count", { ...lookIn("zh-CN"), narrow: true }).map(
      ({ name }) => name,
    );
    expect(names.slice(0, 2)).toEqual(["期初", "新增"]);
  });
});

it("without an amount that one may read there is still a chart of counts", () => {
  const bare: Movement = { ...movement, start: figure(10, null) };
  expect(piecesOf(draw("amount", bare))[0]?.length).toBe(0);
  expect(piecesOf(draw("count", bare))[0]?.length).toBe(10);
});
