import { expect, test } from "vitest";
import { decideMark, markOf, NO_NUMBERS, weighNumber } from "./number-evidence.ts";

const weighed = (cells: readonly string[], mustBeWhole = false) =>
  cells.reduce((evidence, cell) => weighNumber(evidence, cell, mustBeWhole), NO_NUMBERS);
const COMMAS = { delimiter: ",", others: [] };

test("cells that only one mark makes a number of speak for it", () => {
  expect(markOf(weighed(["12.5", "1,234.50"]))).toBe("point");
  expect(markOf(weighed(["12,5", "1.234,50"]))).toBe("comma");
  expect(markOf(weighed(["12.5", "12,5"]))).toBeUndefined();
  expect(markOf(weighed(["1200", "soon", ""]))).toBeUndefined();
});

test("the first cell that can be read either way is remembered, to be shown in the question", () => {
  expect(weighed(["100", "3.100", "1.200"]).doubtful).toBe("3.100");
  expect(weighed(["12.5", "7"]).doubtful).toBeUndefined();
});

test("of a field of whole numbers a reading with decimals is none", () => {
  expect(markOf(weighed(["1.200"], true))).toBe("comma");
  expect(markOf(weighed(["1,200"], true))).toBe("point");
  expect(weighed(["1.200"], true).doubtful).toBeUndefined();
});

test("own cells decide, whatever the rest of the file says", () => {
  expect(decideMark(weighed(["12,5", "3.100"]), { delimiter: ",", others: ["point"] })).toBe("comma");
  expect(decideMark(weighed(["12.5", "3,100"]), { delimiter: ";", others: ["comma"] })).toBe("point");
});

test("without a word of their own the other columns decide, if they agree", () => {
  expect(decideMark(weighed(["3.100"]), { ...COMMAS, others: ["comma", "comma"] })).toBe("comma");
  expect(decideMark(weighed(["3.100"]), { ...COMMAS, others: ["comma", "point"] })).toBe("point");
  expect(decideMark(weighed(["3.100"]), { delimiter: ";", others: ["comma", "point"] })).toBe("ask");
});

test("semicolons make a doubtful cell a question; commas leave the usual reading", () => {
  expect(decideMark(weighed(["3.100"]), COMMAS)).toBe("point");
  expect(decideMark(weighed(["3.100"]), { delimiter: ";", others: [] })).toBe("ask");
  expect(decideMark(weighed(["1200"]), { delimiter: ";", others: [] })).toBe("point");
});

test("cells that contradict each other leave a doubtful one to be asked about", () => {
  expect(decideMark(weighed(["12.5", "12,5", "3.100"]), COMMAS)).toBe("ask");
  expect(decideMark(weighed(["12.5", "12,5"]), COMMAS)).toBe("point");
});
