import { expect, test } from "vitest";
import { readUnit, spelledUnit, stripCurrency, stripUnit, unitInTitle } from "./number-unit.ts";

test.each([
  ["万元", { factor: "10000" }],
  ["亿元", { factor: "100000000" }],
  ["千元", { factor: "1000" }],
  ["元", { factor: "1" }],
  ["万美元", { factor: "10000", currency: "USD" }],
  ["百万美元", { factor: "1000000", currency: "USD" }],
  ["亿日元", { factor: "100000000", currency: "JPY" }],
  ["人民币", { factor: "1", currency: "CNY" }],
  ["人民币万元", { factor: "10000", currency: "CNY" }],
  ["万元人民币", { factor: "10000", currency: "CNY" }],
  ["RMB", { factor: "1", currency: "CNY" }],
  ["USD k", { factor: "1000", currency: "USD" }],
  ["k USD", { factor: "1000", currency: "USD" }],
  ["k€", { factor: "1000", currency: "EUR" }],
  ["港币", { factor: "1", currency: "HKD" }],
  ["％", { factor: "1", percent: "points" }],
  ["百分比", { factor: "1", percent: "points" }],
  ["小数", { factor: "1", percent: "fraction" }],
  ["千分比", { factor: "1", percent: "permille" }],
])("the unit %s", (unit, meant) => expect(readUnit(unit)).toEqual(meant));

test.each(["", "台", "人", "kg", "2024", "元/台", "万人", "parsec", "天"])(
  "%s is no unit of amounts",
  (unit) => expect(readUnit(unit)).toBeNull(),
);

test.each([
  ["HK$1,200", "1,200", "HKD"],
  ["1,200港元", "1,200", "HKD"],
  ["NT$500", "500", "TWD"],
  ["新台币500", "500", "TWD"],
  ["S$5", "5", "SGD"],
  ["R$5", "5", "BRL"],
  ["$5", "5", "USD"],
  ["5美金", "5", "USD"],
  ["JP¥500", "500", "JPY"],
  ["500円", "500", "JPY"],
  ["¥500", "500", "CNY"],
  ["500人民币", "500", "CNY"],
  ["€5", "5", "EUR"],
  ["5 zł", "5", "PLN"],
  ["Rs. 500", "500", "INR"],
  ["CHF 500", "500", "CHF"],
  ["NOK 500", "500", "NOK"],
  ["500 nok", "500", "NOK"],
  ["$500 CAD", "500", "CAD"],
  ["￥500 JPY", "500", "JPY"],
])("the currency of %s", (text, rest, currency) => expect(stripCurrency(text)).toEqual([rest, currency]));

test("three letters that are no currency stay where they are", () => {
  for (const text of ["500 abc", "ABC 500", "500", "five"])
    expect(stripCurrency(text)).toEqual([text, undefined]);
});

test("the longest unit counts: 千万 is not 万, 十万元 not 万元", () => {
  expect(stripUnit("2千万")).toEqual(["2", "10000000"]);
  expect(stripUnit("3十万元")).toEqual(["3", "100000"]);
  expect(stripUnit("4百万")).toEqual(["4", "1000000"]);
  expect(stripUnit("5十亿")).toEqual(["5", "1000000000"]);
  expect(stripUnit("6")).toEqual(["6", undefined]);
  // The letter of a word is no unit.
  expect(stripUnit("item")).toEqual(["item", undefined]);
});

test.each([
  ["金额[万元]", "10000"],
  ["金额【万元】", "10000"],
  ["合同金额（单位：万元）", "10000"],
  ["金额/千元", "1000"],
  ["金额_万元", "10000"],
  ["金额 万元", "10000"],
  ["合同额亿元", "100000000"],
  ["合同额十万元", "100000"],
  ["Amount in k", "1000"],
  ["Amount (thousand)", "1000"],
  ["Amount, x1000", "1000"],
  ["Amount (bn)", "1000000000"],
  ["Revenue (unit: million)", "1000000"],
])("the title %s says its unit", (title, factor) =>
  expect(readUnit(unitInTitle(title) ?? "")?.factor).toBe(factor),
);
test.each([
  ["金额（美元）", "USD"],
  ["Amount (EUR)", "EUR"],
  ["合同额（万元，人民币）", undefined],
  ["Amount USD", "USD"],
  ["预算(HKD)", "HKD"],
])("the title %s says its currency", (title, currency) =>
  expect(readUnit(unitInTitle(title) ?? "")?.currency).toBe(currency),
);
test("the percent sign of a title is a unit, too", () => {
  expect(readUnit(unitInTitle("赢率%") ?? "")).toEqual({ factor: "1", percent: "points" });
  expect(readUnit(unitInTitle("折扣（‰）") ?? "")).toEqual({ factor: "1", percent: "permille" });
});

test.each([
  ["'000", "1000"],
  ["000s", "1000"],
  ["in thousands", "1000"],
  ["10K CNY", "10000"],
  ["of millions", "1000000"],
  ["billions", "1000000000"],
])("the unit %s in words is read like one in signs", (text, factor) =>
  expect(readUnit(spelledUnit(text) ?? "")?.factor).toBe(factor),
);
test("no word is no unit", () =>
  expect([spelledUnit(""), spelledUnit("单位：")]).toEqual([undefined, undefined]));
