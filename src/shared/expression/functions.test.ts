import { describe, expect, it, test } from "vitest";
import { sampleSchema } from "../../testing/expression-sample.ts";
import type { Values, WireValue } from "../metadata/object.ts";
import { calendarOf } from "../time/working-calendar.ts";
import { checkExpression } from "./check.ts";
import { evaluate } from "./evaluate.ts";
import { FUNCTIONS, functionNamed, isFunctionName, REWRITTEN } from "./functions.ts";
import type { Scope } from "./types.ts";

const ME = "01900000-0000-7000-8000-000000000001";
const HOME = "01900000-0000-7000-8000-00000000000a";
const BELOW = "01900000-0000-7000-8000-00000000000b";
const world: Omit<Scope, "record"> = {
  now: "2026-09-30T16:30:00Z",
  zone: "Asia/Shanghai",
  actor: ME,
  departments: [HOME],
  subtree: [HOME, BELOW],
  calendar: calendarOf([{ date: "2026-10-01", working: false }]),
  clocks: new Map([["01900000-0000-7000-8000-0000000000cc/a/dwell", { amber: 5, red: 10, meeting: 14 }]]),
};
const value = (source: string, record: Values = {}, more: Partial<Scope> = {}): WireValue => {
  const checked = checkExpression(source, { schema: sampleSchema, object: "deal" });
  if (!checked.ok) throw new Error(`${source}: ${JSON.stringify(checked.problem)}`);
  return evaluate(checked.expression, { ...world, record, ...more });
};
const table = (rows: readonly (readonly [string, WireValue])[]): void =>
  test.each(rows)("%s is %j", (source, expected) => expect(value(source)).toEqual(expected));

describe("rounding", () => {
  table([
    ["ROUND(1.005, 2)", "1.01"],
    ["ROUND(-1.005, 2)", "-1.01"],
    ["ROUNDUP(1.001, 2)", "1.01"],
    ["ROUNDUP(-1.001, 2)", "-1.01"],
    ["ROUNDUP(1.5)", "2"],
    ["ROUNDDOWN(-1.999, 2)", "-1.99"],
    ["ROUNDDOWN(1999, -3)", "1000"],
    ["ROUND(1.5, 0.9)", "2"],
    ["ROUND(1, 99)", "1"],
    ["CEILING(1.2)", "2"],
    ["CEILING(-1.2)", "-1"],
    ["CEILING(250, 100)", "300"],
    ["CEILING(300, 100)", "300"],
    ["CEILING(1, 0)", null],
    ["CEILING(1, -5)", null],
    ["FLOOR(1.9)", "1"],
    ["FLOOR(-1.2)", "-2"],
    ["FLOOR(-250, 100)", "-300"],
    ["FLOOR(1, 0)", null],
    ["ROUND(null)", null],
  ]);
});

describe("numbers", () => {
  table([
    ["ABS(-3.5)", "3.5"],
    ["ABS(0)", "0"],
    ["MOD(7, 3)", "1"],
    ["MOD(7, -3)", "-2"],
    ["MOD(-7, -3)", "-1"],
    ["MOD(6, 3)", "0"],
    ["MOD(7, 0)", null],
    ["MIN(3, null, 1, 2)", "1"],
    ["MAX(3, null, 1, 2)", "3"],
    ["MIN(null, null)", null],
    ["MAX(DATE(2026, 1, 31), DATE(2025, 12, 31))", "2026-01-31"],
    ["SUM(1, null, 0.5)", "1.5"],
    ["AVERAGE(1, 2, null)", "1.5"],
    ["AVERAGE(null)", null],
    ['VALUE("1,200.50")', "1200.5"],
    ['VALUE("-3")', "-3"],
    ['VALUE("+3")', "3"],
    ['VALUE("1e3")', null],
    ['VALUE("3 元")', null],
    ['VALUE("")', null],
    ['VALUE(".5")', null],
    ["1 / 3 * 3", "0.999999999999"],
  ]);
});

describe("text", () => {
  table([
    ['LEN("")', "0"],
    ['LEFT("恒润阀门", 2)', "恒润"],
    ['LEFT("恒润", 9)', "恒润"],
    ['LEFT("恒润", -1)', ""],
    ['LEFT("恒润")', "恒"],
    ['RIGHT("恒润阀门", 3)', "润阀门"],
    ['RIGHT("恒润", 0)', ""],
    ['RIGHT("恒润")', "润"],
    ['MID("abcdef", 2, 3)', "bcd"],
    ['MID("abcdef", 0, 2)', "ab"],
    ['MID("abcdef", 9, 2)', ""],
    ['MID("abcdef", 2, -1)', ""],
    ['UPPER("aßéж１ａ")', "AßÉЖ１Ａ"],
    ['LOWER("AÉЖＡ")', "aéжａ"],
    ['TRIM(" \u3000a b\u00a0 ")', "a b"],
    ['SUBSTITUTE("a-b-c", "-", "")', "abc"],
    ['SUBSTITUTE("aaa", "aa", "b")', "ba"],
    ['SUBSTITUTE("abc", "", "x")', "abc"],
    ['"Abc".contains("b")', true],
    ['"Abc".contains("B")', false],
    ['ICONTAINS("Abc", "BC")', true],
    ['"Abc".startsWith("A")', true],
    ['"Abc".startsWith("b")', false],
    ['"Abc".endsWith("c")', true],
    ['"Abc".endsWith("")', true],
    ['CONCAT("a", 1, true)', "a1true"],
    ["TEXT(1.50)", "1.5"],
    ["TEXT(true)", "true"],
    ['TEXT(0.125, "0.0%")', "12.5%"],
    ['TEXT(-1234.5, "#,##0")', "-1,235"],
    ['TEXT(DATE(2026, 3, 9), "yyyy年m月d日")', "2026年3月9日"],
    ['TEXT(DATE(2026, 3, 9), "dd/mm/yyyy")', "09/03/2026"],
    ["TEXT(now())", "2026-10-01 00:30"],
    ['TEXT(now(), "yyyy-mm-dd")', "2026-10-01"],
    ["TEXT(null)", null],
  ]);
});

describe("days and moments", () => {
  table([
    ["YEAR(today())", "2026"],
    ["MONTH(today())", "10"],
    ["DAY(today())", "1"],
    ["WEEKDAY(DATE(2026, 10, 4))", "7"],
    ["WEEKDAY(DATE(2026, 10, 5))", "1"],
    ["DATE(2026, 0, 1)", "2025-12-01"],
    ["DATE(2026, 3, 0)", "2026-02-28"],
    ["DATE(10000, 1, 1)", null],
    ['DATEDIF("2026-01-31", "2026-03-01", "D")', "29"],
    ['DATEDIF("2026-01-31", "2026-03-01", "M")', "1"],
    ['DATEDIF("2024-03-01", "2026-02-28", "Y")', "1"],
    ['DATEDIF("2026-02-28", "2024-03-01", "Y")', "-1"],
    ['DATEDIF("2026-03-01", "2026-01-31", "年")', "0"],
    ['EDATE("2026-03-31", -1)', "2026-02-28"],
    ['EDATE("9999-12-31", 1)', null],
    ['EOMONTH("2026-01-15", 1)', "2026-02-28"],
    ['WORKDAY("2026-09-30", 1)', "2026-10-02"],
    ['WORKDAY("2026-10-05", -1)', "2026-10-02"],
    ['WORKDAY("2026-10-01", 0)', "2026-10-01"],
    ['WORKDAY("1990-01-01", 1)', null],
    ['WORKDAY("2026-01-01", 99999)', null],
    ['WORKDAYS("2026-09-30", "2026-10-05")', "2"],
    ['NETWORKDAYS("2026-09-30", "2026-10-05")', "3"],
    ['NETWORKDAYS("2026-10-05", "2026-09-30")', "-3"],
    ['NETWORKDAYS("2026-10-03", "2026-10-04")', "0"],
    ['WORKDAYS("1990-01-01", "2026-10-04")', null],
    ["today() + 1", "2026-10-02"],
    ["today() - weeks(1)", "2026-09-24"],
    ["today() + months(1) - days(1)", "2026-10-31"],
    ["today() - years(1)", "2025-10-01"],
    ["now() + minutes(30)", "2026-09-30T17:00:00.000000Z"],
    ["today() - DATE(2026, 9, 1)", "30"],
    ["now() - hours(36) < now() - days(1)", true],
  ]);
});

describe("lists, blanks and the one who asks", () => {
  it("finds in a list what is there, and nothing in none", () => {
    const record = { interests: ["cloud", "data"] };
    expect(value('INCLUDES(interests, "云服务")', record)).toBe(true);
    expect(value('INCLUDES(interests, "A")', record)).toBe(false);
    expect(value('INCLUDES(interests, "Cloud")', {})).toBe(false);
    expect([value("SIZE(interests)", record), value("LEN(interests)", {})]).toEqual(["2", "0"]);
  });
  it("is blank without a value, a letter or an entry", () => {
    expect(
      [undefined, "", null, " ", "a"].map((name) =>
        value("ISBLANK(name)", name === undefined ? {} : { name }),
      ),
    ).toEqual([true, true, true, false, false]);
    expect([value("ISBLANK(interests)", { interests: [] }), value("ISBLANK(won)", { won: false })]).toEqual([
      true,
      false,
    ]);
  });
  it("takes the first that is there", () => {
    expect(value("COALESCE(name, title, 'none')", { title: "T" })).toBe("T");
    expect(value("COALESCE(name, title, 'none')")).toBe("none");
    expect(value("COALESCE(amount, 0) + 1")).toBe("1");
    expect(value("COALESCE(null, null)")).toBeNull();
  });
  it("knows who asks and their departments, and nobody where a program does", () => {
    expect([value("owner == me()", { owner: ME.toUpperCase() }), value("me()")]).toEqual([true, ME]);
    expect(value("department in mydepartments()", { department: BELOW })).toBe(false);
    expect(value("department in mysubtree()", { department: BELOW })).toBe(true);
    expect(value("department in mysubtree()", { department: HOME }, { subtree: undefined })).toBe(true);
    expect(value("me()", {}, { actor: "system" })).toBeNull();
    expect(value("owner == me()", {}, { actor: "system" }), "no owner is not nobody's").toBe(true);
  });
});

describe("the clock of a stage", () => {
  const level = (days: string, meeting = ""): WireValue =>
    value(
      `CLOCKLEVEL("01900000-0000-7000-8000-0000000000cc", "a", "dwell", ${days}${meeting && `, ${meeting}`})`,
    );
  it("is amber after so many days and red after more, at the limit still the lighter", () => {
    expect(["null", "5", "6", "10", "11"].map((days) => level(days))).toEqual([
      null,
      null,
      "amber",
      "amber",
      "red",
    ]);
  });
  it("is not red while a meeting is near, today's and the last day's as well", () => {
    expect(["0", "14", "15", "-1", "null"].map((meeting) => level("11", meeting))).toEqual([
      "amber",
      "amber",
      "red",
      "red",
      "red",
    ]);
  });
  it("says nothing where the stage has none", () => {
    expect(value('CLOCKLEVEL("x", "a", "dwell", 99)')).toBeNull();
    expect(value('CLOCKLEVEL(null, "a", "dwell", 99)', {}, { clocks: undefined })).toBeNull();
  });
});

describe("the list of functions", () => {
  const names = Object.keys(FUNCTIONS).filter(isFunctionName);
  it("has every name once, whatever its case, and finds it so", () => {
    const folded = [...names, ...Object.keys(REWRITTEN)].map((name) => name.toLowerCase());
    expect(new Set(folded).size).toBe(folded.length);
    for (const name of names)
      expect([functionNamed(name.toLowerCase()), functionNamed(name.toUpperCase())]).toEqual([name, name]);
    expect([functionNamed("toString"), isFunctionName("constructor")]).toEqual([undefined, false]);
  });
  it("says in both languages what each does", () => {
    for (const [name, { label, example }] of [...Object.entries(FUNCTIONS), ...Object.entries(REWRITTEN)]) {
      expect(label["zh-CN"], name).toMatch(/[\u4e00-\u9fff]/);
      expect(label.en, name).toMatch(/^[A-Z]/);
      // Its method is written with its own letters, e.g. name.startsWith("华").
      expect(example.toUpperCase(), name).toContain(name.toUpperCase());
    }
  });
  it("loses an answer where something is missing, but for conditions, which are then not met", () => {
    for (const name of names) {
      const { args, nulls } = FUNCTIONS[name];
      if (nulls === "own" || args.length === 0 || args.some((arg) => arg === "unit" || arg === "list"))
        continue;
      const given = args.map((arg) => (arg === "format" ? '"0"' : "null"));
      const written = `${name}(${name === "TEXT" ? "null" : given.join(", ")})`;
      if (FUNCTIONS[name].returns === "duration") continue;
      expect(value(written), written).toBe(nulls === "false" ? false : null);
    }
  });
});
