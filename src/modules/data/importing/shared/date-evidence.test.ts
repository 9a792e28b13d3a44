import { expect, test } from "vitest";
import { NO_EVIDENCE, orderOf, weighDate } from "./date-evidence.ts";

const weighed = (...cells: string[]) => cells.reduce(weighDate, NO_EVIDENCE);

test.each([
  ["a day beyond 12 in front", ["15/3/2017"], "dmy"],
  ["a day beyond 12 in the middle", ["3/15/2017"], "mdy"],
  ["a year of two digits in front", ["99-03-15"], "ymd"],
  ["the same with a clock behind it", ["15/3/2017 14:30"], "dmy"],
  ["in wide digits", ["１５/３/２０１７"], "dmy"],
])("one cell settles the order: %s", (_, cells, order) => expect(orderOf(weighed(...cells))).toBe(order));

test("cells of several readings leave the orders that all of them allow", () => {
  expect(weighed("03/04/2017").possible).toEqual(["mdy", "dmy"]);
  expect(orderOf(weighed("03/04/2017"))).toBeUndefined();
  expect(weighed("03/04/05").possible).toEqual(["ymd", "mdy", "dmy"]);
});

test("the first doubtful cell is remembered; one that means the same day in each order is not", () => {
  expect(weighed("5/5/2017", "3/4/2017", "4/5/2017").doubtful).toBe("3/4/2017");
  expect(weighed("5/5/2017").doubtful).toBeUndefined();
});

test("cells that contradict each other settle nothing", () =>
  expect(orderOf(weighed("15/3/2017", "3/15/2017"))).toBeUndefined());

test("what is no such date says nothing", () => {
  for (const cell of ["2017-03-15", "soon", "", "31/31/2017", "1/2"]) expect(weighed(cell)).toBe(NO_EVIDENCE);
});
