import { expect, test } from "vitest";
import { builtInFormat, readFormat, showCode } from "./number-format.ts";
import { showNumber } from "./cell-text.ts";

test.each([
  ["General", { shows: "number" }],
  ["@", { shows: "number" }],
  ["0.00", { shows: "number" }],
  ["#,##0.00", { shows: "number" }],
  ["0.00E+00", { shows: "number" }],
  ["0%", { shows: "percent", signs: 1 }],
  ["0.0%%", { shows: "percent", signs: 2 }],
  ['0.0"‰"', { shows: "percent", signs: 0, isPermille: true }],
  ["yyyy-mm-dd", { shows: "date" }],
  ['yyyy"年"m"月"d"日"', { shows: "date" }],
  ["[$-804]yyyy/m/d;@", { shows: "date" }],
  ["m/d/yy h:mm", { shows: "datetime" }],
  ["h:mm AM/PM", { shows: "time" }],
  ["[h]:mm:ss", { shows: "duration" }],
  ["¥#,##0.00", { shows: "number", currency: "CNY" }],
  ['"US$"#,##0', { shows: "number", currency: "USD" }],
  ["[$€-407]#,##0.00", { shows: "number", currency: "EUR" }],
  ["[$¥-411]#,##0", { shows: "number", currency: "JPY" }],
  ["[$NOK] #,##0", { shows: "number", currency: "NOK" }],
  ['0.00"万元"', { shows: "number", factor: "10000" }],
  ['0.0"亿"', { shows: "number", factor: "100000000" }],
  // What is shown in thousands is kept as the whole number.
  ['#,##0,"千"', { shows: "number" }],
  ["00000", { shows: "code", pattern: "\0\0\0\0\0" }],
  ['"D-"0000', { shows: "code", pattern: "D-\0\0\0\0" }],
  ["0_);(0)", { shows: "number" }],
] as const)("the format %s", (code, format) => expect(readFormat(code)).toEqual(format));

test("built-in numbers of formats are known without being written down", () => {
  expect([9, 14, 20, 22, 46, 1, 4, 999].map((id) => builtInFormat(id).shows)).toEqual([
    "percent",
    "date",
    "time",
    "datetime",
    "duration",
    "number",
    "number",
    "number",
  ]);
});

test("a format of words says them, and keeps the number for a field that asks for one", () => {
  const format = readFormat('"是";"未知";"否"');
  expect(["1", "0", "-1"].map((raw) => showNumber(raw, format, false))).toEqual([
    { text: "是", mark: { number: true, value: "1" } },
    { text: "否", mark: { number: true, value: "0" } },
    { text: "未知", mark: { number: true, value: "-1" } },
  ]);
  const conditions = readFormat('[=1]"yes";[=2]"no";0');
  expect(["1", "2", "3"].map((raw) => showNumber(raw, conditions, false).text)).toEqual(["yes", "no", "3"]);
});

test("a code keeps its zeros; what is longer than its pattern stays whole", () => {
  expect(showCode("\0\0\0\0\0", "42")).toBe("00042");
  expect(showCode("D-\0\0\0\0", "42")).toBe("D-0042");
  expect(showCode("\0\0-\0\0", "1234")).toBe("12-34");
  expect(showCode("\0\0", "12345")).toBe("12345");
});
