import { expect, test } from "vitest";
import { plainNumber, showNumber } from "./cell-text.ts";
import { readFormat } from "./number-format.ts";

const shown = (raw: string, code: string, is1904 = false) => showNumber(raw, readFormat(code), is1904).text;

test.each([
  ["0.30000000000000004", "General", "0.3"],
  ["123456789012345", "General", "123456789012345"],
  ["1234567890123456", "General", "1234567890123460"],
  ["1E+21", "General", "1000000000000000000000"],
  ["0.2", "0%", "20%"],
  ["0.125", "0.0%", "12.5%"],
  ["1.1E-2", "0.00%", "1.1%"],
  ["5", '0"‰"', "5‰"],
  ["46106", "yyyy-mm-dd", "2026-03-25"],
  ["46106.375", "yyyy-mm-dd hh:mm", "2026-03-25 09:00:00"],
  ["46106.375", "yyyy-mm-dd", "2026-03-25"],
  ["46106.99999999999", "yyyy-mm-dd hh:mm", "2026-03-26 00:00:00"],
  ["1", "yyyy-mm-dd", "1900-01-01"],
  ["61", "yyyy-mm-dd", "1900-03-01"],
  ["0.75", "yyyy-mm-dd hh:mm", "18:00:00"],
  ["0.75", "h:mm", "18:00:00"],
  ["46106.75", "h:mm", "2026-03-25 18:00:00"],
  ["1.5", "[h]:mm", "36:00:00"],
  ["-3", "yyyy-mm-dd", "-3"],
  ["99999999", "yyyy-mm-dd", "99999999"],
  ["42", "00000", "00042"],
  ["4.5", "00000", "4.5"],
  ["-42", "00000", "-42"],
  ["", "0.00", ""],
  ["text", "0.00", "text"],
])("%s under %s shows %s", (raw, code, text) => expect(shown(raw, code)).toBe(text));

test("the calendar that begins in 1904 counts four years later", () =>
  expect([shown("44644", "yyyy-mm-dd", true), shown("46106", "yyyy-mm-dd")]).toEqual([
    "2026-03-25",
    "2026-03-25",
  ]));

test("a number says that it is one, with the currency and unit of its format", () => {
  expect(showNumber("12.5", readFormat("¥#,##0.00"), false)).toEqual({
    text: "12.5",
    mark: { number: true, currency: "CNY" },
  });
  expect(showNumber("12.5", readFormat('0.0"万"'), false).mark).toEqual({ number: true, factor: "10000" });
  expect(showNumber("12.5", readFormat("General"), false).mark).toEqual({ number: true });
  expect(showNumber("46106", readFormat("yyyy-mm-dd"), false).mark).toBeUndefined();
});

test("what is no number is written as nothing", () =>
  expect([plainNumber(Number.NaN), plainNumber(Number.POSITIVE_INFINITY), plainNumber(-0.5)]).toEqual([
    "",
    "",
    "-0.5",
  ]));
