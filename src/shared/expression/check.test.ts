import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleSchema } from "../../testing/expression-sample.ts";
import { sources } from "../../testing/expression-source.ts";
import { checkExpression } from "./check.ts";
import { explainProblem } from "./problem-text.ts";
import type { CheckOptions, Expression, ExpressionProblem } from "./types.ts";

const options = (object = "deal"): CheckOptions => ({ schema: sampleSchema, object });
function checked(source: string, object?: string): Expression {
  const result = checkExpression(source, options(object));
  if (!result.ok) throw new Error(`${source}: ${JSON.stringify(result.problem)}`);
  return result.expression;
}
const text = (source: string, object?: string): string => checked(source, object).text;
function problem(source: string, object?: string, expects?: CheckOptions["expects"]): ExpressionProblem {
  const result = checkExpression(source, expects ? { ...options(object), expects } : options(object));
  if (result.ok) throw new Error(`${source} was accepted as ${result.expression.text}`);
  return result.problem;
}
/** The part of the source that a problem points at. */
const pointed = (source: string): string => source.slice(problem(source).at.start, problem(source).at.end);

test("labels in either language, Chinese operators and signs become API names", () => {
  expect(text('金额 >= 100000 且 客户.行业 == "制造业"')).toBe(
    'amount >= 100000 && account.industry == "manufacturing"',
  );
  expect(text("金额 ≥ 10万 或 （`Close date` ＜ today() + days(30)）")).toBe(
    "amount >= 100000 || close_date < today() + days(30)",
  );
  expect(text("客户.行业 属于 [“零售”，'Manufacturing'] 并且 非 赢单")).toBe(
    'account.industry in ["retail", "manufacturing"] && !won',
  );
  expect(text("兴趣 包含 '云服务'")).toBe('INCLUDES(interests, "cloud")');
  expect(text('related("活动", 完成 = true).count() > 2')).toBe(
    'related("activity.regarding", done == true).count() > 2',
  );
});

test("other spellings have one canonical form", () => {
  expect(text("=AND(won, NOT(amount = 5), stage <> 'a')")).toBe('won && !(amount == 5) && stage != "a"');
  expect(text("NOT won = true or rate > 20%")).toBe("!(won == true) || rate > 0.2");
  expect(text("if(won, round(amount, 1), 0) + mod(quantity, 3)")).toBe(
    "(won ? ROUND(amount, 1) : 0) + MOD(quantity, 3)",
  );
  expect(text("name + '-' + quantity")).toBe('name & "-" & TEXT(quantity)');
  expect(text("created_at > today()")).toBe("DATEVALUE(created_at) > today()");
  expect(text("now() - created_at > days(3)")).toBe("now() - created_at > 3");
  expect(text("name.CONTAINS('x') && name.size() > 2 && lines.sum('hours') > 1")).toBe(
    'name.contains("x") && LEN(name) > 2 && related("activity.regarding").sum("hours") > 1',
  );
  expect(text("regarding.客户.name == regarding.deal.account.名称", "activity")).toBe(
    "regarding.account.name == regarding.deal.account.name",
  );
});

test("what is stored parses back to the same tree", () => {
  const plain = (expression: Expression): string =>
    JSON.stringify(expression.node, (key, value: unknown) => (key === "at" ? undefined : value));
  const any = fc.oneof(sources.boolean, sources.number, sources.text, sources.date, sources.datetime);
  const property = (source: string): void => {
    const first = checked(source);
    const again = checked(first.text);
    expect(again.text).toBe(first.text);
    expect(plain(again)).toBe(plain(first));
  };
  fc.assert(fc.property(any, property), { numRuns: 1500 });
});

test("a problem points at its place and knows the nearest name", () => {
  expect(problem("amount > 1 && acount.name == 'x'")).toMatchObject({
    code: "unknown_name",
    at: { start: 14, end: 20 },
    suggestion: "account",
  });
  expect(problem("account.industri == 'x'").suggestion).toBe("industry");
  expect(problem("account.所属行业 == 'x'").suggestion).toBe("行业");
  expect(problem("ROUDN(amount)")).toMatchObject({ code: "unknown_function", suggestion: "ROUND" });
  expect(problem("account.industry == '制造'")).toMatchObject({
    code: "wrong_type",
    params: { option: "制造" },
    suggestion: "制造业",
  });
  expect(pointed("won && amount > 'x' & 1")).toBe("'x' & 1");
  expect(pointed("close_date < '2024-02-30'")).toBe("'2024-02-30'");
  expect(problem("amount % 2")).toMatchObject({
    code: "syntax",
    at: { start: 7, end: 8 },
    suggestion: "MOD",
  });
  expect(problem("lines == null")).toMatchObject({
    code: "not_allowed",
    suggestion: 'related("activity.regarding").count()',
  });
  expect(problem("LEFT(name, 1, 2)")).toMatchObject({
    code: "wrong_arguments",
    params: { least: 1, most: 2, given: 3 },
  });
  expect(problem("amount", undefined, "boolean").code).toBe("wrong_type");
  expect(problem("owner == account").code).toBe("wrong_type");
  expect(problem('related("deal").count()', "user")).toMatchObject({
    code: "wrong_arguments",
    params: { ambiguous: "deal.owner, deal.created_by" },
  });
  expect(text('related("deal.负责人").count()', "user")).toBe('related("deal.owner").count()');
  expect(explainProblem(problem("acount.name == 'x'"))).toEqual({
    "zh-CN": "这里没有“acount”。是否想写“account”？（第 1 个字符）",
    en: 'There is no "acount" here. Did you mean "account"? (character 1)',
  });
});

test("hostile sources are problems, never exceptions", () => {
  const codes = (sources: readonly string[]): string[] => sources.map((source) => problem(source).code);
  expect(
    codes([
      "",
      "name == '\0'",
      "name == '\ud800'",
      "name == '\\ud800'",
      "name == '\\u0000'",
      '"open',
      "`open",
      "1e5",
      "a.",
      "(",
      "amount >",
      "[1,",
      "won won",
    ]),
  ).toEqual(Array(13).fill("syntax"));
  expect(
    codes([
      "(".repeat(60) + "1" + ")".repeat(60),
      "!".repeat(51) + "won",
      "1+".repeat(600) + "1",
      `name == "${"x".repeat(4000)}"`,
      `amount > ${"9".repeat(31)}`,
    ]),
  ).toEqual(Array(5).fill("too_large"));
  expect(
    codes([
      "__proto__ == 1",
      "constructor.name == 'x'",
      "account.__proto__ == null",
      "place.toString == null",
    ]),
  ).toEqual(Array(4).fill("unknown_name"));
  expect(codes(["hasOwnProperty(1)", "constructor(1)"])).toEqual(["unknown_function", "unknown_function"]);
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          "name",
          "amount",
          " ",
          "(",
          ")",
          "[",
          "]",
          ".",
          ",",
          "==",
          "!",
          "-",
          "?",
          ":",
          "'",
          '"',
          "\\",
          "%",
          "1",
          "related",
          "contains",
          "in",
          "not",
          "客户",
          "😀",
          "\ud83d",
          "`",
          "and",
          "days(1)",
          "null",
        ),
        { maxLength: 30 },
      ),
      (parts) => {
        const result = checkExpression(parts.join(""), options());
        if (!result.ok) expect(result.problem.at.start).toBeLessThanOrEqual(result.problem.at.end);
      },
    ),
    { numRuns: 2000 },
  );
});

test("what an expression reads is listed", () => {
  const { references } = checked(
    'amount > 5 && account.industry == "retail" && place.city == "上海" && owner == me() && related("activity", due < today() && regarding.deal.won).exists()',
  );
  expect(references).toMatchObject({
    fields: ["amount", "account", "place", "owner"],
    paths: ["account.industry"],
    volatile: true,
  });
  expect(references.related.map(({ key }) => key)).toEqual([
    'related("activity.regarding", due < today() && regarding.deal.won).exists()',
  ]);
  expect(references.reads.map(({ object, field }) => `${object}.${field}`)).toEqual([
    "deal.amount",
    "deal.account",
    "account.industry",
    "deal.place",
    "deal.owner",
    "activity.regarding",
    "activity.due",
    "deal.won",
  ]);
});
