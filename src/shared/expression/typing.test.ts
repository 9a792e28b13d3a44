import { describe, expect, it } from "vitest";
import { sampleSchema } from "../../testing/expression-sample.ts";
import { checkExpression } from "./check.ts";
import { lex } from "./lex.ts";
import { nameOfType, unify } from "./value-types.ts";
import type { CheckOptions, ExpressionProblem } from "./types.ts";

const check = (source: string, more: Partial<CheckOptions> = {}) =>
  checkExpression(source, { schema: sampleSchema, object: "deal", ...more });
const text = (source: string, more?: Partial<CheckOptions>): string => {
  const result = check(source, more);
  return result.ok ? result.expression.text : `${result.problem.code}`;
};
const typeOf = (source: string): string => {
  const result = check(source);
  return result.ok ? nameOfType(result.expression.type) : result.problem.code;
};
const problem = (source: string, more?: Partial<CheckOptions>): ExpressionProblem | undefined => {
  const result = check(source, more);
  return result.ok ? undefined : result.problem;
};

describe("signs", () => {
  const values = (source: string) => lex(source).map((token) => ("value" in token ? token.value : token.is));
  it("are read in full width and as they are typed on a Chinese keyboard", () => {
    expect(values("（a ＋ b）　＝　１".replace("１", "1"))).toEqual([
      "(",
      "a",
      "+",
      "b",
      ")",
      "=",
      "1",
      "end",
    ]);
    expect(values("a ≥ 1，b ≠ 2")).toEqual(["a", ">=", "1", ",", "b", "!=", "2", "end"]);
    expect(values("“甲” ‘乙’ \"丙\" '丁'")).toEqual(["甲", "乙", "丙", "丁", "end"]);
  });
  it("are numbers with 万, 亿 and %, exactly", () => {
    expect(
      ["10万", "1.5亿", "0.00001万", "12.5%", "0%", "100%", "007", "1.50", "0.1亿"].map(
        (source) => values(source)[0],
      ),
    ).toEqual(["100000", "150000000", "0.1", "0.125", "0", "1", "7", "1.5", "10000000"]);
  });
  it("have an escape for what cannot be typed", () => {
    expect(values(String.raw`"a\n\t\r\\\"\'\u4e2d\u{1F600}"`)[0]).toBe("a\n\t\r\\\"'中😀");
    expect(values("`Close date`")[0]).toBe("Close date");
  });
  it("know where they stand", () => {
    expect(lex('ab  >= "x"').map(({ at }) => [at.start, at.end])).toEqual([
      [0, 2],
      [4, 6],
      [7, 10],
      [10, 10],
    ]);
  });
  it.each(["1a", "1.2.3", "10万元", "#", "a ~ b", "\\"])("%s cannot stand there", (source) =>
    expect(problem(source)?.code).toBe("syntax"),
  );
});

describe("how tightly operators bind", () => {
  it.each([
    ["won || won && won", "won || won && won"],
    ["(won || won) && won", "(won || won) && won"],
    ["!won && won", "!won && won"],
    ["not amount > 1 and won", "!(amount > 1) && won"],
    ["1 + 2 * 3 == 7", "1 + 2 * 3 == 7"],
    ["(1 + 2) * 3 == 9", "(1 + 2) * 3 == 9"],
    ["10 - (4 - 3) == 9", "10 - (4 - 3) == 9"],
    ["10 - 4 - 3 == 3", "10 - 4 - 3 == 3"],
    ["8 / (4 / 2) == 4", "8 / (4 / 2) == 4"],
    ["-amount + 1 > 0", "-amount + 1 > 0"],
    ["-(amount + 1) > 0", "-(amount + 1) > 0"],
    ["name & 'a' == 'ba'", 'name & "a" == "ba"'],
    ["won ? won : won ? won : won", "won ? won : won ? won : won"],
    ["(won ? won : won) ? won : won", "(won ? won : won) ? won : won"],
    ["- -3", "3"],
    ["-0", "0"],
  ])("%s", (source, written) => expect(text(source)).toBe(written));
});

describe("what goes beside what", () => {
  it.each([
    ["amount + 1", "number"],
    ["name & 1", "text"],
    ["name + 'x'", "text"],
    ["close_date - today()", "number"],
    ["close_date - 1", "date"],
    ["1 + close_date", "date"],
    ["created_at + hours(1)", "datetime"],
    ["owner", "link"],
    ["interests", "list"],
    ["place", "json"],
    ["id", "link"],
    ["null", "null"],
    ["[1, 2]", "list"],
    ["won ? 1 : null", "number"],
    ["won ? null : null", "null"],
    ["regarding", "unknown_name"],
    ["days(3)", "wrong_type"],
    ["won + 1", "wrong_type"],
    ["name - 1", "wrong_type"],
    ["close_date + close_date", "wrong_type"],
    ["won > false", "wrong_type"],
    ["owner < me()", "wrong_type"],
    ["interests == interests", "wrong_type"],
    ["place == place", "wrong_type"],
    ["place == null", "boolean"],
    ["interests != null", "boolean"],
    ["[1, 'a']", "wrong_type"],
    ["[true]", "wrong_type"],
    ["1 in 1", "wrong_type"],
    ["won in [won]", "wrong_type"],
    ["won ? 1 : 'a'", "wrong_type"],
    ["1 ? 2 : 3", "wrong_type"],
    ["place & 'x'", "wrong_type"],
    ["owner == account", "wrong_type"],
    ["account == account.parent", "boolean"],
    ["close_date == created_at", "boolean"],
    ["account.parent.parent.parent.parent.name", "text"],
    ["account.parent.parent.parent.parent.parent.name", "too_large"],
    ["name.first", "wrong_type"],
    ["amount.tax", "unknown_name"],
    ["amount.currency.code", "unknown_name"],
    ["(amount).currency", "text"],
    ["LEFT(name, 1).first", "not_allowed"],
  ])("%s is %s", (source, type) => expect(typeOf(source)).toBe(type));

  it("a text beside a day, a moment or a record is one", () => {
    expect(typeOf("close_date > '2026-03-01'")).toBe("boolean");
    expect(typeOf("close_date > '2026-02-30'")).toBe("wrong_type");
    expect(text("created_at > '2026-03-01T08:00:00+08:00'")).toBe(
      'created_at > "2026-03-01T00:00:00.000000Z"',
    );
    expect(text("created_at > '2026-03-01'")).toBe('DATEVALUE(created_at) > "2026-03-01"');
    expect(text("owner == '01900000-0000-7000-8000-00000000000A'")).toBe(
      'owner == "01900000-0000-7000-8000-00000000000a"',
    );
    expect(typeOf("owner == '王立'")).toBe("wrong_type");
  });

  it("an option is one of its field, but a stage may be of a pipeline to come", () => {
    expect(text("account.industry == 'Retail'")).toBe('account.industry == "retail"');
    expect(typeOf("account.industry == 'nonsense'")).toBe("wrong_type");
    expect(text("stage == 'to_come'")).toBe('stage == "to_come"');
    expect(text("(won ? '零售' : '制造业') == account.industry")).toBe(
      '(won ? "retail" : "manufacturing") == account.industry',
    );
  });

  it("types fit where one gives way or both name a common object", () => {
    const [one, several, none] = [{ link: ["a"] }, { link: ["a", "b"] }, { link: [] }];
    expect([unify(one, several), unify(one, { link: ["b"] }), unify(one, none), unify(none, one)]).toEqual([
      several,
      undefined,
      one,
      one,
    ]);
    expect([unify("null", "text"), unify("text", "null"), unify("text", "number")]).toEqual([
      "text",
      "text",
      undefined,
    ]);
    expect([unify({ list: "text" }, { list: "text" }), unify({ list: "text" }, { list: "number" })]).toEqual([
      { list: "text" },
      undefined,
    ]);
  });
});

describe("what is asked for", () => {
  it("is refused where it is of another type", () => {
    expect(problem("amount", { expects: "boolean" })).toMatchObject({
      code: "wrong_type",
      params: { expected: "boolean" },
    });
    expect(problem("name", { expects: "number" })?.code).toBe("wrong_type");
    expect(text("created_at", { expects: "date" })).toBe("DATEVALUE(created_at)");
    expect(text("'2026-03-01'", { expects: "date" })).toBe('"2026-03-01"');
    expect(text("null", { expects: "boolean" })).toBe("null");
  });
  it("the past is asked only where the database answers", () => {
    expect(problem("asof('2026-03-01', won)")).toMatchObject({
      code: "not_allowed",
      params: { what: "past" },
    });
    expect(problem("won && !(amount > ABS(asof('2026-03-01', amount)))")?.code).toBe("not_allowed");
    expect(text("ASOF('2026-03-01', won)", { past: true })).toBe('asof("2026-03-01", won)');
    expect(text("asof(today() - 30, amount) < amount", { past: true })).toBe(
      "asof(today() - days(30), amount) < amount",
    );
    expect(problem("asof(close_date, won)", { past: true })?.code).toBe("wrong_arguments");
    expect(problem("asof('2026-03-01')", { past: true })?.params).toMatchObject({
      least: 2,
      most: 2,
      given: 1,
    });
    expect(problem("asof(5, won)", { past: true })).toMatchObject({ code: "wrong_type" });
    expect(problem("asof('2026-03-01', days(1))", { past: true })).toMatchObject({
      params: { found: "duration" },
    });
  });
  it("an object that is not there is a problem, too", () => {
    expect(problem("won", { object: "nothing" })).toMatchObject({
      code: "unknown_name",
      params: { name: "nothing" },
    });
  });
});

describe("related records", () => {
  it.each([
    ["related('activity').count()", 'related("activity.regarding").count()'],
    ["related('活动.关于').AVERAGE(工时)", 'related("activity.regarding").avg("hours")'],
    ["related('activity').sum('hours')", 'related("activity.regarding").sum("hours")'],
    ["lines.exists()", 'related("activity.regarding").exists()'],
    [
      "related('activity', done && hours > 1).max(due)",
      'related("activity.regarding", done && hours > 1).max("due")',
    ],
    ["related('activity')", "wrong_arguments"],
    ["related().count()", "wrong_arguments"],
    ["related(name).count()", "wrong_arguments"],
    ["related('activity', done, 1).count()", "wrong_arguments"],
    ["related('activity').median(hours)", "unknown_function"],
    ["related('activity').sum(done)", "wrong_type"],
    ["related('activity', hours).count()", "wrong_type"],
    ["related('nothing').count()", "unknown_name"],
    ["related('activity.nothing').count()", "unknown_name"],
    ["related('account').count()", "wrong_arguments"],
    ["lines", "not_allowed"],
  ])("%s is %s", (source, written) => expect(text(source)).toBe(written));

  it("are those of the object's own link, not of who made them", () => {
    expect(text("related('user').count()", { object: "department" })).toBe(
      'related("user.department").count()',
    );
    expect(text("related('department.parent').count()", { object: "department" })).toBe(
      'related("department.parent").count()',
    );
  });
});
