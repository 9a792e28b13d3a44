import fc from "fast-check";
import { expect, test } from "vitest";
import { typedAmount } from "./typed-amount.ts";

test("an amount is read with the units people say it in", () => {
  const read = (text: string) => typedAmount(text);
  expect(
    [
      "12.5万",
      "１２．５万元",
      "1.2亿",
      "¥1,280",
      "1，280",
      "3千",
      "2百万",
      "1.2m",
      "30K",
      "80元",
      "-5",
      "¥-5",
      ".5",
    ].map(read),
  ).toEqual([
    "125000",
    "125000",
    "120000000",
    "1280",
    "1280",
    "3000",
    "2000000",
    "1200000",
    "30000",
    "80",
    "-5",
    "-5",
    "0.5",
  ]);
});

test("what cannot be read is said to be so, and an empty box is no amount", () => {
  expect(["十二万", "12.5.1", "1e9", "12台", "--5", "-¥-5", "万", "-"].map(typedAmount)).toEqual(
    Array.from({ length: 8 }, () => undefined),
  );
  expect([typedAmount(""), typedAmount("  ")]).toEqual([null, null]);
});

test("no digit is lost, whatever the length", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
      const text = `${whole}.${String(cents).padStart(2, "0")}`;
      expect(typedAmount(`${text}万`)).toBe((BigInt(text.replace(".", "")) * 100n).toString());
    }),
  );
});
