import { expect, it } from "vitest";
import { besideBox } from "./find-stop.ts";

const card = { width: 320, height: 180 };
const screen = { width: 1440, height: 900 };

it("stands under what it speaks of, over it at the bottom, within the screen at its edges", () => {
  expect(besideBox({ top: 20, left: 400, width: 80, height: 30 }, card, screen)).toEqual({
    top: 62,
    left: 400,
  });
  expect(besideBox({ top: 860, left: 400, width: 80, height: 30 }, card, screen)).toEqual({
    top: 668,
    left: 400,
  });
  expect(besideBox({ top: 20, left: 1400, width: 30, height: 30 }, card, screen).left).toBe(1112);
});
it("stands in the middle where there is nothing, or no room above and below", () => {
  expect(besideBox(null, card, screen)).toEqual({ top: 360, left: 560 });
  const phone = { width: 390, height: 700 };
  const { top, left } = besideBox({ top: 0, left: 0, width: 390, height: 700 }, card, phone);
  expect([top, left]).toEqual([260, 62]);
});
