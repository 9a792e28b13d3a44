import { expect, test } from "vitest";
import { label } from "../../../../shared/i18n/label.ts";
import { findOption, parseBoolean, splitMany, splitOptions } from "./parse-choice.ts";

const OPTIONS = [
  { name: "won", label: label("赢单", "Won") },
  { name: "lost", label: label("输单", "Lost") },
  { name: "later", label: label("以后、再说", "Later, maybe") },
  { name: "late", label: label("以后", "Later") },
];

test.each(["是", "有", "对", "√", "Yes", "Ｙ", "TRUE", "1", "on"])("%s is yes", (cell) =>
  expect(parseBoolean(cell)).toBe(true),
);
test.each(["否", "无", "没有", "×", "No", "n", "ＦＡＬＳＥ", "0", "off"])("%s is no", (cell) =>
  expect(parseBoolean(cell)).toBe(false),
);
test.each(["maybe", "2", "是否", "", "-"])("%s is neither", (cell) => expect(parseBoolean(cell)).toBeNull());

test("an option is found by its name or a label of any language, whatever width and case", () => {
  expect(
    ["won", "WON", "赢单", " Ｗｏｎ ", "lost", "nothing"].map((cell) => findOption(OPTIONS, cell)),
  ).toEqual(["won", "won", "won", "won", "lost", null]);
});

test("an exact name wins over the label of another option", () => {
  const crossed = [
    { name: "a", label: label("b", "b") },
    { name: "b", label: label("a", "a") },
  ];
  expect([findOption(crossed, "a"), findOption(crossed, "b")]).toEqual(["a", "b"]);
  expect(findOption(crossed, "A")).toBe("a");
});

test("a label that holds a separator is taken whole, the longest that fits", () => {
  expect(splitOptions(OPTIONS, "以后、再说、赢单")).toEqual(["以后、再说", "赢单"]);
  expect(splitOptions(OPTIONS, "later, maybe; won")).toEqual(["later, maybe", "won"]);
  expect(splitOptions(OPTIONS, "以后、赢单")).toEqual(["以后", "赢单"]);
  expect(splitOptions(OPTIONS, "won,nothing|lost\nlater")).toEqual(["won", "nothing", "lost", "later"]);
  expect(splitOptions(OPTIONS, " ; ,, ")).toEqual([]);
});

test("a word that only begins like an option is not cut off it", () =>
  expect(splitOptions(OPTIONS, "wonderful, won")).toEqual(["wonderful", "won"]));

test("all separators that people use part a cell", () =>
  expect(splitMany("A; B；C、D, E，F|G\nH;;")).toEqual(["A", "B", "C", "D", "E", "F", "G", "H"]));
