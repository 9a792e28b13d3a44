import { expect, test } from "vitest";
import { numberReadings, parseNumber } from "./parse-number.ts";

test.each([
  ["十亿", "1.5十亿", "1500000000"],
  ["百万", "3百万元", "3000000"],
  ["千万", "2千万", "20000000"],
  ["十万", "5十万元", "500000"],
  ["千元", "8.8千元", "8800"],
  ["traditional signs", "3萬圓", undefined],
  ["traditional signs", "3萬", "30000"],
  ["億", "1億", "100000000"],
  ["w, as people type it", "12.5w", "125000"],
  ["W元", "12W元", "120000"],
  ["块", "300块", "300"],
  ["元整", "1200元整", "1200"],
  ["元正", "1,200元正", "1200"],
  ["k", "1.5k", "1500"],
  ["m", "2m", "2000000"],
  ["mn", "2.5 mn", "2500000"],
  ["bn", "1.2bn", "1200000000"],
  ["million", "3 million", "3000000"],
  ["Mrd.", "2,5 Mrd.", "2500000000"],
  ["Tsd.", "12 Tsd.", "12000"],
])("a unit behind the number counts: %s", (_, cell, amount) =>
  expect(parseNumber(cell)?.amount).toBe(amount),
);

test("units one after the other count as long as each is smaller than the one before", () => {
  const amounts = [
    "1亿3千万元",
    "5百万3千",
    "1亿2000万3500元",
    "2万3500",
    "1亿1亿",
    "5千3",
    "2万3万",
    "3千万5",
  ];
  expect(amounts.map((cell) => parseNumber(cell)?.amount)).toEqual([
    "130000000",
    "5003000",
    "120003500",
    "23500",
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("a number that names its unit says so, one that only has a percent sign does not", () => {
  expect(parseNumber("3.5万")?.hasUnit).toBe(true);
  expect(parseNumber("1200元")?.hasUnit).toBe(true);
  expect(parseNumber("2万3500元")?.hasUnit).toBe(true);
  expect(parseNumber("1200")?.hasUnit).toBeUndefined();
  expect(parseNumber("¥1,200")?.hasUnit).toBeUndefined();
  expect(parseNumber("12%")).toEqual({ amount: "12", percent: true });
  expect(parseNumber("5‰")).toEqual({ amount: "0.5", percent: true });
  expect(parseNumber("-12.5％")).toEqual({ amount: "-12.5", percent: true });
});

test.each([
  ["in front", "-1,200", "-1200"],
  ["behind, as ledgers have it", "1,200-", "-1200"],
  ["behind, after a blank", "1200 -", "-1200"],
  ["in brackets", "(1,200)", "-1200"],
  ["in wide brackets", "（1，200）", "-1200"],
  ["as a triangle", "▲1,200", "-1200"],
  ["as an open triangle", "△ 1,200", "-1200"],
  ["as a minus of typesetters", "−1200", "-1200"],
  ["as a long dash", "—1200", "-1200"],
  ["behind the currency", "¥-1,200", "-1200"],
  ["around the currency", "(¥1,200)", "-1200"],
  ["with a plus", "+1200", "1200"],
  ["of nothing", "-0.00", "0"],
  ["in brackets and again", "(-5)", undefined],
  ["on either side", "-5-", undefined],
])("the sign %s: %s", (_, cell, amount) => expect(parseNumber(cell)?.amount).toBe(amount));

test("the mark of the column decides between two readings, and gives way to a single one unless it was named", () => {
  expect(parseNumber("1.234")?.amount).toBe("1.234");
  expect(parseNumber("1.234", "comma")?.amount).toBe("1234");
  expect(parseNumber("1,234", "point")?.amount).toBe("1234");
  expect(parseNumber("1,234", "comma")?.amount).toBe("1.234");
  expect(parseNumber("12,5", "point")?.amount).toBe("12.5");
  expect(parseNumber("12,5", "point", true)).toBeNull();
  expect(parseNumber("12.5", "comma", true)).toBeNull();
  expect(parseNumber("12.5", "comma")?.amount).toBe("12.5");
  expect(parseNumber("1200", "comma", true)?.amount).toBe("1200");
});

test("both readings are told where the mark leaves two, with sign and unit in each", () => {
  expect(numberReadings("3.100")).toEqual({ point: "3.1", comma: "3100" });
  expect(numberReadings("-3,100")).toEqual({ point: "-3100", comma: "-3.1" });
  expect(numberReadings("3.100万")).toEqual({ point: "31000", comma: "31000000" });
  expect(numberReadings("12.5")).toEqual({ point: "12.5" });
  expect(numberReadings("1.234.567")).toEqual({ comma: "1234567" });
  expect(numberReadings("1,234,567")).toEqual({ point: "1234567" });
  expect(numberReadings("1200")).toEqual({ point: "1200", comma: "1200" });
  expect(numberReadings("soon")).toBeNull();
});

test.each([
  ["0012", "12"],
  [".5", "0.5"],
  ["5.", "5"],
  ["1,23,456", "123456"],
  ["12,34,567.50", "1234567.5"],
  ["1,2345", "12345"],
  ["1 234 567", "1234567"],
  ["1'234'567.25", "1234567.25"],
  ["1,234'567", undefined],
  ["1.234.56", undefined],
  ["0,123,456", undefined],
  ["1,23", "1.23"],
  ["2e3", "2000"],
  ["1.5E-3", "0.0015"],
  ["1e100", undefined],
  ["'120", "120"],
  ["12 34", undefined],
  ["", undefined],
  ["元", undefined],
  ["%", undefined],
  ["12a", undefined],
])("digits %s", (cell, amount) => expect(parseNumber(cell)?.amount).toBe(amount));

test("a number as long as an essay is none, and takes no time to say so", () => {
  expect(parseNumber("9".repeat(61))).toBeNull();
  expect(parseNumber("9".repeat(60))?.amount).toHaveLength(60);
});

test("no digit is lost, however many there are", () => {
  expect(parseNumber("12345678901234567890.123456789")?.amount).toBe("12345678901234567890.123456789");
  expect(parseNumber("0.1亿")?.amount).toBe("10000000");
  expect(parseNumber("0.0000001万")?.amount).toBe("0.001");
});
