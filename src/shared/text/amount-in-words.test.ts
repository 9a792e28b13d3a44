import fc from "fast-check";
import { expect, it } from "vitest";
import { amountInWords } from "./amount-in-words.ts";

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };

/** Reads such words as a person does: what stands before 亿 or 万 counts that many times. */
function readWhole(words: string): number {
  for (const [unit, times] of [
    ["亿", 1e8],
    ["万", 1e4],
  ] as const) {
    const at = words.lastIndexOf(unit);
    if (at >= 0) return readWhole(words.slice(0, at)) * times + readWhole(words.slice(at + 1));
  }
  let sum = 0;
  let digit = 0;
  for (const character of words) {
    const place = PLACES[character];
    if (place === undefined) digit = DIGITS.indexOf(character);
    else {
      sum += digit * place;
      digit = 0;
    }
  }
  return sum + digit;
}
const readCents = (words: string): number => {
  const [, sign = "", yuan = "", rest = ""] = /^人民币(负?)(?:(.+)元)?(.*)$/.exec(words) ?? [];
  const jiao = /(.)角/.exec(rest)?.[1] ?? "零";
  const fen = /(.)分/.exec(rest)?.[1] ?? "零";
  const cents = readWhole(yuan) * 100 + DIGITS.indexOf(jiao) * 10 + DIGITS.indexOf(fen);
  return sign ? -cents : cents;
};
/** Amounts below and above each unit, with zeros in every place. */
const cents = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.maxSafeInteger().filter((value) => Math.abs(value) < 1e14),
  fc
    .array(fc.constantFrom("0", "0", "1", "9"), { minLength: 1, maxLength: 14 })
    .map((digits) => Number(digits.join(""))),
);
const textOf = (value: number): string =>
  `${value < 0 ? "-" : ""}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, "0")}`;

it("is the amount, read back by hand", () => {
  fc.assert(
    fc.property(cents, (value) => {
      expect(readCents(amountInWords(textOf(value)))).toBe(value === 0 ? 0 : value);
    }),
  );
});

it("never has two zeros together, nor one before a unit or at the end of the yuan", () => {
  fc.assert(
    fc.property(cents, (value) => {
      expect(amountInWords(textOf(value))).not.toMatch(/零零|零[拾佰仟万亿]|[^币负]零元/);
    }),
  );
});

it("ends with 整 exactly where there are no 分", () => {
  fc.assert(
    fc.property(cents, (value) => amountInWords(textOf(value)).endsWith("整") === (value % 10 === 0)),
  );
});

it("stands behind another prefix, and none", () => {
  expect([amountInWords("12.3", "港币"), amountInWords("-12.3", "")]).toEqual([
    "港币壹拾贰元叁角整",
    "负壹拾贰元叁角整",
  ]);
});

it("throws on what is no amount", () => {
  for (const given of ["", "abc", "1,000", "1 000"])
    expect(() => amountInWords(given), given).toThrow(/Invalid/);
});
