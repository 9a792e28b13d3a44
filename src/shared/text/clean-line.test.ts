import { expect, test } from "vitest";
import { cleanLine, cleanParagraphs, isBlank } from "./clean-line.ts";

test("signs without width, of direction and control signs go; blanks around the text go, too", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["\u200bone@harbor.example", "one@harbor.example"],
    ["two@harbor.example\u200b", "two@harbor.example"],
    ["\u200ethree@harbor.example\u00a0", "three@harbor.example"],
    ["Har\u200bbour\u2060si\u00adde\ufeff", "Harbourside"],
    ["invoice\u202efdp.exe", "invoicefdp.exe"],
    ["a\u2066b\u2069c\u061cd\u180ee", "abcde"],
    ["Adm\u200cin", "Admin"],
    ["Adm\u200din\u3164\uffa0\u115f\u034f", "Admin"],
    ["Admin\ufe0f\u{e0100}\u{e0041}\u{1d173}", "Admin"],
    ["Admin1\ufe0f", "Admin1"],
    ["a\u001b[31mb\u0000\u007f\u0085c", "a[31mb c"],
    ["two\r\nlines\u2028and\ta tab", "two lines and a tab"],
    ["\u3000\u00a0\u2003 name \u2800\ufeff", "name"],
    ["e\u0301", "\u00e9"],
    ["\ud800x", "\ufffdx"],
  ];
  for (const [given, expected] of cases) expect(cleanLine(given), JSON.stringify(given)).toBe(expected);
});

test("emoji, flags, keycaps, variants of ideographs and joined letters stay whole", () => {
  const whole = [
    "👨‍👩‍👧‍👦 family",
    "👩🏽‍💻 dev",
    "🏳️‍🌈",
    "❤️ love ❤️‍🔥",
    "1️⃣ first",
    "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "辻\u{e0100}さん",
    "می\u200cخواهم",
    "क्\u200dष",
    "ന്\u200d",
    "深圳市恒润科技有限公司",
    "François O’Neill-Łukasz",
    "100 % #1 *",
  ];
  for (const text of whole) expect(cleanLine(text), text).toBe(text.normalize("NFC"));
});

test("a text of which nothing can be seen is blank", () => {
  for (const text of [
    "",
    " ",
    "\u200b\u2063\u00ad",
    "\u202e",
    "\u3164",
    "\u0301",
    "\u001b",
    "\ufe0f",
    "\u200d",
    "\u2800",
    "\u{e0020}\u{e007f}",
    "\u3000\u00a0\ufeff",
  ]) {
    expect(cleanLine(text), JSON.stringify(text)).toBe("");
    expect(isBlank(text), JSON.stringify(text)).toBe(true);
  }
  for (const text of ["a", "。", "é", "🙂", "0"]) expect(isBlank(text), text).toBe(false);
});

test("text of several lines keeps its lines and joiners and loses what reaches beyond it", () => {
  expect(cleanParagraphs("one\r\n\ttwo\u202e three\u2067\u001b\0 می\u200cخواهم")).toBe(
    "one\r\n\ttwo three می\u200cخواهم",
  );
});

test("cleaning is done once: a second time changes nothing", () => {
  for (const text of [
    "a\u200b\u0301",
    "\u200d👨\u200d",
    "1\ufe0f\u200b\u20e3",
    " \u200b x \u200b ",
    "क\u200d",
    "👨\u200d\u200d👩",
  ]) {
    const once = cleanLine(text);
    expect(cleanLine(once), JSON.stringify(text)).toBe(once);
  }
});
