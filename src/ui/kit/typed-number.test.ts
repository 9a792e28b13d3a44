import { expect, test } from "vitest";
import { readTypedNumber } from "./typed-number.ts";

test("a number is read as it was typed, never pulled to the nearest limit and never rounded", () => {
  const chance = { min: 0, max: 100 };
  expect(readTypedNumber(" 40 ", chance)).toEqual({ value: 40, bad: false });
  expect(readTypedNumber("４０", chance)).toEqual({ value: 40, bad: false });
  expect(readTypedNumber("1,000,000", { min: 0 })).toEqual({ value: 1_000_000, bad: false });
  expect(readTypedNumber("", chance)).toEqual({ value: null, bad: false });
  expect(readTypedNumber("150", chance)).toEqual({ value: 150, bad: true });
  expect(readTypedNumber("-1", chance)).toEqual({ value: -1, bad: true });
  expect(readTypedNumber("2.5", chance)).toEqual({ value: 2.5, bad: true });
  expect(readTypedNumber("2.5", { decimals: 2 })).toEqual({ value: 2.5, bad: false });
});

test("what is no number is said to be none", () => {
  for (const text of ["thirty", "1e3", "12 days", "1,00", "--1", "９十"])
    expect(readTypedNumber(text, {})).toEqual({ value: null, bad: true });
});
