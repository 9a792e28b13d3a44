import { expect, test } from "vitest";
import { groupDigits } from "../../shared/money/group-digits.ts";
import { moneyText, shortMoney } from "./money-text.ts";

test("amounts stay exact beyond what a float holds", () => {
  expect(moneyText({ amount: "90071992547409931.07", currency: "CNY" }, "zh-CN")).toBe(
    "¥90,071,992,547,409,931.07",
  );
  expect(moneyText({ amount: "-1234567.8", currency: "USD" }, "en")).toBe("-$1,234,567.80");
  expect(groupDigits("1000")).toBe("1,000");
});

test("an amount has its currency's decimals and is never shown less exact than it is", () => {
  const text = (amount: string, currency: string) => moneyText({ amount, currency }, "en");
  expect([
    text("1000", "JPY"),
    text("1000.5", "JPY"),
    text("1.234", "KWD"),
    text("1.005", "CNY"),
    text("5", "USD"),
  ]).toEqual(["JP¥1,000", "JP¥1,000.5", "KWD 1.234", "¥1.005", "$5"]);
  expect(shortMoney("1.234", "KWD", "en")).toBe("KWD 1.234");
});

test("units of ten thousand and of a hundred million", () => {
  expect(moneyText({ amount: "1234567.89", currency: "CNY" }, "zh-CN", "wan")).toBe("¥123.46 万");
  expect(moneyText({ amount: "1234567.89", currency: "CNY" }, "en", "wan")).toBe("¥1,234.57K");
  expect(moneyText({ amount: "1500000.00", currency: "CNY" }, "en", "yi")).toBe("¥1.5M");
  expect(shortMoney("1284000", "CNY", "zh-CN")).toBe("¥128.4 万");
  expect(shortMoney("100000000", "CNY", "zh-CN")).toBe("¥1 亿");
  expect(shortMoney("10005534", "CNY", "en")).toBe("¥10.01M");
  expect(shortMoney("999", "CNY", "en")).toBe("¥999");
});
