import { expect, test } from "vitest";
import { amountText, minorUnits } from "./minor-units.ts";

test("currencies have the decimals of ISO 4217", () => {
  for (const currency of "JPY KRW VND CLP KWD BHD OMR TND CNY USD EUR ISK JOD LYD CLF XAF XOF XPF PYG".split(
    " ",
  )) {
    const known = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
      .maximumFractionDigits;
    expect([currency, minorUnits(currency)]).toEqual([currency, known]);
  }
});

test("an amount has its currency's decimals, and more where it has more", () => {
  const texts = [
    ["1000", "JPY"],
    ["1000.00", "JPY"],
    ["1000.5", "JPY"],
    ["1.234", "KWD"],
    ["1.2", "KWD"],
    ["1.005", "CNY"],
    ["7", "CNY"],
    ["-0.50", "USD"],
    ["100", "CNY"],
  ] as const;
  expect(texts.map(([amount, currency]) => amountText(amount, currency))).toEqual([
    "1000",
    "1000",
    "1000.5",
    "1.234",
    "1.200",
    "1.005",
    "7.00",
    "-0.50",
    "100.00",
  ]);
});
