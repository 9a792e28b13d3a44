import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NetworkError, ProblemError, problemFrom } from "../data/problem-error.ts";
import { dotColor, stageColor, swatchOf } from "./colors.ts";
import { COLOR_NAMES } from "../../shared/metadata/option-colors.ts";
import { objectIcon } from "./Icon.tsx";
import { moneyText, shortMoney } from "./money-text.ts";
import { problemWords, wordsOf } from "./problem-words.ts";
import { themeOf } from "./theme.ts";
import { readTypedNumber } from "./typed-number.ts";

describe("a failure in words", () => {
  const lang = { documentElement: { lang: "en" } };
  beforeEach(() => vi.stubGlobal("document", lang));
  afterEach(() => {
    vi.unstubAllGlobals();
    lang.documentElement.lang = "en";
  });
  const refused = (body: object): ProblemError =>
    new ProblemError(problemFrom(422, { code: "refused", ...body }));
  const messages = (...all: readonly string[]) => ({
    errors: all.map((message) => ({ code: "x", message })),
  });

  it("is the first three reasons, joined as the language does", () => {
    const error = refused(messages("One", "", "Two", "Three", "Four"));
    expect(problemWords(error)).toBe("One; Two; Three");
    lang.documentElement.lang = "zh-CN";
    expect(problemWords(error)).toBe("One；Two；Three");
  });
  it("is what is said of the whole where no reason has words", () => {
    expect(problemWords(refused({ detail: "All of it", title: "T" }))).toBe("All of it");
    expect(problemWords(refused({ title: "T", ...messages("") }))).toBe("T");
  });
  it("says that the server was not reached, and else what is known", () => {
    expect(wordsOf(new NetworkError("x"), "No network")).toBe("No network");
    expect(wordsOf(refused({ detail: "No" }), "No network")).toBe("No");
    expect([wordsOf(new Error("broken"), ""), wordsOf("odd", "")]).toEqual(["broken", "odd"]);
  });
});

describe("colours", () => {
  it("are those of the option, else those of its status; what is ordinary, lost or done has none", () => {
    expect(dotColor("red", "won")).toBe("#d9534a");
    expect(dotColor("#123456")).toBe("#123456");
    expect([
      dotColor(undefined, "won"),
      dotColor("", "lost"),
      dotColor(undefined, "odd"),
      dotColor(undefined),
    ]).toEqual(["#3a9a63", undefined, undefined, undefined]);
  });
  it("that are offered are all known, and no two look the same", () => {
    const shown = COLOR_NAMES.map((name) => swatchOf(name));
    for (const color of shown) expect(color).toMatch(/^#[0-9a-f]{6}$/);
    expect(new Set(shown).size).toBe(COLOR_NAMES.length);
  });
  it("of open stages deepen towards the end, won and lost have their own", () => {
    const share = (place: number, count: number) => /(\d+)%/.exec(stageColor("open", place, count))?.[1];
    expect([share(0, 5), share(2, 5), share(4, 5), share(0, 1)]).toEqual(["25", "63", "100", "100"]);
    expect([stageColor("won", 0, 5), stageColor("lost", 0, 5)]).toEqual(["#3a9a63", "#8a9793"]);
  });
  it("of the theme differ by shade, and nothing moves for who wants no motion", () => {
    const [light, dark] = [themeOf("light"), themeOf("dark", true)];
    expect(light.token?.colorText).not.toBe(dark.token?.colorText);
    expect([light.token?.motion, dark.token?.motion]).toEqual([true, false]);
  });
});

it("an object has the icon that it names, or a plain one", () => {
  expect(objectIcon("search")).toBe("search");
  expect([objectIcon("nothing of the kind"), objectIcon(undefined)]).toEqual(["appstore", "appstore"]);
});

describe("money", () => {
  it("in units has two decimals and the unit behind it, its sign in front", () => {
    const text = (amount: string, unit: "wan" | "yi", language: "zh-CN" | "en" = "zh-CN") =>
      moneyText({ amount, currency: "CNY" }, language, unit);
    expect([text("10000", "wan"), text("-10050", "wan"), text("123456789", "yi"), text("49", "wan")]).toEqual(
      ["¥1 万", "-¥1.01 万", "¥1.23 亿", "¥0 万"],
    );
    expect([text("10000", "wan", "en"), text("1e8", "yi", "en")]).toEqual(["¥10K", "¥100M"]);
  });
  it("of a currency without a sign says its code, and what is no amount stays as it is", () => {
    expect(moneyText({ amount: "5", currency: "CHF" }, "en")).toBe("CHF 5");
    expect(moneyText({ amount: "5", currency: "" }, "en")).toBe("5");
    expect(moneyText({ amount: "****", currency: "CNY" }, "en")).toBe("****");
    expect(shortMoney("****", "CNY", "en")).toBe("****");
  });
  it.each([
    ["0", "¥0", "¥0"],
    ["9999", "¥9,999", "¥10K"],
    ["12.5", "¥12.50", "¥12.50"],
    ["10000", "¥1 万", "¥10K"],
    ["99999999", "¥10,000 万", "¥100M"],
    ["-25000", "-¥2.5 万", "-¥25K"],
    ["-5", "-¥5", "-¥5"],
    ["123456789012", "¥1,235 亿", "¥123.5B"],
    ["1500000000", "¥15 亿", "¥1.5B"],
  ])("%s is short %s and %s", (amount, zh, en) => {
    expect([shortMoney(amount, "CNY", "zh-CN"), shortMoney(amount, "CNY", "en")]).toEqual([zh, en]);
  });
});

describe("a number that is typed", () => {
  it.each([
    ["", {}, null, false],
    ["  ", {}, null, false],
    ["１２", {}, 12, false],
    ["1,234", {}, 1234, false],
    ["12,34", {}, null, true],
    ["-5", {}, -5, false],
    ["+5", {}, 5, false],
    ["1.50", { decimals: 1 }, 1.5, false],
    ["1.55", { decimals: 1 }, 1.55, true],
    ["1.0", {}, 1, false],
    ["1.5", {}, 1.5, true],
    ["9", { min: 10 }, 9, true],
    ["10", { min: 10, max: 20 }, 10, false],
    ["20", { min: 10, max: 20 }, 20, false],
    ["21", { max: 20 }, 21, true],
    ["1e3", {}, null, true],
    ["abc", {}, null, true],
    ["1234567890123456", {}, null, true],
  ] as const)("%j with %j is %j, bad: %j", (text, limits, value, bad) => {
    expect(readTypedNumber(text, limits)).toEqual({ value, bad });
  });
});
