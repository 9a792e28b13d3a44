import { expect, it } from "vitest";
import { against, gapOf, sharesOf } from "./money-words.ts";

const cny = (amount: string) => ({ amount, currency: "CNY" });
const eur = (amount: string) => ({ amount, currency: "EUR" });
const figure = (sum: ReturnType<typeof cny> | null, count = 1) => ({ count, sum });

it("a figure stands to another one by a whole percentage, up or down", () => {
  expect(against(cny("150"), cny("100"))).toEqual({ percent: "50", way: "up" });
  expect(against(cny("75.5"), cny("100"))).toEqual({ percent: "25", way: "down" });
  expect(against(cny("100.00"), cny("100"))).toEqual({ percent: "0", way: "same" });
});

it("against nothing there is no percentage, against another currency no comparison", () => {
  expect(against(cny("5"), cny("0.00"))).toEqual({ percent: null, way: "up" });
  expect(against(cny("5"), eur("0"))).toEqual({ percent: null, way: "up" });
  expect(against(cny("5"), eur("4"))).toBeNull();
  expect(against(null, cny("4"))).toBeNull();
});

it("the gap is what won and commits leave of last month, below zero once it is passed", () => {
  const deals = (won: string, commit: string, last: string) => ({
    won: figure(cny(won)),
    commit: figure(cny(commit)),
    won_last_month: figure(cny(last)),
  });
  expect(gapOf(deals("30.10", "20", "100"))).toEqual(cny("49.9"));
  expect(gapOf(deals("90", "20", "100"))).toEqual(cny("-10"));
  expect(gapOf(deals("90", "20", "0.00"))).toBeNull();
  expect(gapOf({ ...deals("1", "2", "3"), commit: figure(eur("2")) })).toBeNull();
  expect(gapOf({ ...deals("1", "2", "3"), commit: figure(eur("0")) })).toEqual(cny("2"));
  expect(gapOf({ ...deals("1", "2", "3"), won: figure(null) })).toBeNull();
});

it("bars are as long as their worth; by number where worth cannot be compared", () => {
  expect(sharesOf([figure(cny("50"), 9), figure(cny("100"), 1)])).toEqual([0.5, 1]);
  expect(sharesOf([figure(cny("50"), 9), figure(eur("100"), 3)])).toEqual([1, 1 / 3]);
  expect(sharesOf([figure(null, 2), figure(null, 4)])).toEqual([0.5, 1]);
  expect(sharesOf([figure(cny("0"))])).toEqual([0]);
  expect(sharesOf([])).toEqual([]);
});
