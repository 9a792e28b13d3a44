import fc from "fast-check";
import { describe as group, expect, it } from "vitest";
import { sampleSchema } from "../../testing/expression-sample.ts";
import { sources } from "../../testing/expression-source.ts";
import { checkExpression } from "./check.ts";
import { describe } from "./describe.ts";
import { mapOptions } from "./map-options.ts";
import { nearestName } from "./nearest-name.ts";
import { printPath, quote } from "./print.ts";
import { isConstant } from "./references.ts";
import type { CheckOptions, Expression } from "./types.ts";
import { withLabels } from "./with-labels.ts";

const options: CheckOptions = { schema: sampleSchema, object: "deal", past: true };
function checked(source: string, object = "deal"): Expression {
  const result = checkExpression(source, { ...options, object });
  if (!result.ok) throw new Error(`${source}: ${JSON.stringify(result.problem)}`);
  return result.expression;
}
const said = (source: string, object?: string): readonly string[] =>
  (["zh-CN", "en"] as const).map((language) => describe(checked(source, object), sampleSchema, language));

group("an expression in words", () => {
  it.each([
    ["won", "赢单", "Won"],
    ["!won", "赢单 为否", "Won is no"],
    ["won == false", "赢单 等于 否", "Won is no"],
    ["!(amount > 1)", "非（金额 > 1）", "not (Amount > 1)"],
    ["amount == 1", "金额 = 1", "Amount = 1"],
    ["amount != 12345.6", "金额 ≠ 12,345.6", "Amount ≠ 12,345.6"],
    ["name != 'a'", "名称 不等于 “a”", "Name is not “a”"],
    ["owner == null", "负责人 为空", "Owner is empty"],
    ["null == owner", "空 等于 负责人", "empty is Owner"],
    ["rate > 0.125", "折扣率 > 12.5%", "Discount rate > 12.5%"],
    ["account.share <= 5%", "客户.占比 ≤ 5%", "Account.Share ≤ 5%"],
    ["amount.currency == 'USD'", "金额.币种 等于 “USD”", "Amount.currency is “USD”"],
    ["place.city == '苏州市'", "地址.城市 等于 “苏州市”", "Place.city is “苏州市”"],
    [
      "account.industry in ['retail', 'manufacturing']",
      "客户.行业 属于 [零售、制造业]",
      "Account.Industry is one of [Retail, Manufacturing]",
    ],
    ["interests contains 'cloud'", "兴趣 含有 云服务", "Interests includes Cloud"],
    ["name.startsWith('华')", "名称 开头是 “华”", "Name begins with “华”"],
    ["name.endsWith('华')", "名称 结尾是 “华”", "Name ends with “华”"],
    ["ICONTAINS(name, 'x')", "名称 包含（不分大小写） “x”", "Name contains (any case) “x”"],
    ["ISBLANK(name)", "名称 为空", "Name is empty"],
    ["created_at >= '2026-03-01'", "创建时间 ≥ 2026-03-01", "Created ≥ 2026-03-01"],
    ["close_date < today() - weeks(2)", "预计成交日期 < 今天 − 2 周", "Close date < today − 2 weeks"],
    ["now() - created_at > 3", "现在 − 创建时间 > 3", "now − Created > 3"],
    ["owner == me()", "负责人 等于 本人", "Owner is me"],
    [
      "department in mysubtree()",
      "归属部门 属于 我的部门及下级",
      "Owning department is one of my departments and below",
    ],
    ["(amount + 1) * 2 > 3", "(金额 + 1) × 2 > 3", "(Amount + 1) × 2 > 3"],
    ["amount - (1 - quantity) > 0", "金额 − (1 − 数量) > 0", "Amount − (1 − Quantity) > 0"],
    ["won && (won || won)", "赢单 且 (赢单 或 赢单)", "Won and (Won or Won)"],
    ["ROUND(-amount, 1) > 1", "ROUND(−金额, 1) > 1", "ROUND(−Amount, 1) > 1"],
    ["(won ? 1 : 2) > 1", "（若 赢单 则 1，否则 2） > 1", "(if Won then 1 else 2) > 1"],
    ["asof('2026-06-30', won)", "2026-06-30 时（赢单）", "as of 2026-06-30 (Won)"],
    ["related('activity').sum(hours) >= 8", "活动的工时合计 ≥ 8", "sum of Hours of Activitys ≥ 8"],
    ["related('activity', done).exists()", "存在活动（完成）", "any Activitys (Done)"],
    ["related('activity').max(due) < today()", "活动的截止最大 < 今天", "greatest Due of Activitys < today"],
  ])("%s", (source, zh, en) => {
    const [inChinese, inEnglish] = said(source);
    expect(inChinese).toBe(zh);
    expect(inEnglish).toBe(en.replace("Owning department", "Department"));
  });

  it("names the object of a link that leads to several", () => {
    expect(said("regarding.account.name == 'x'", "activity")).toEqual([
      "关于.客户.名称 等于 “x”",
      "Regarding.Account.Name is “x”",
    ]);
  });

  it("is never without words, whatever is written", () => {
    fc.assert(
      fc.property(fc.oneof(sources.boolean, sources.number, sources.text), (source) => {
        const [zh = "", en = ""] = said(source);
        expect(zh.length > 0 && en.length > 0).toBe(true);
        expect(`${zh}${en}`).not.toContain("undefined");
      }),
      { numRuns: 300 },
    );
  });
});

group("an expression under labels", () => {
  it.each([
    ['account.industry == "retail"', '客户.行业 == "零售"', 'Account.Industry == "Retail"'],
    ["close_date < today()", "预计成交日期 < today()", "`Close date` < today()"],
    ['INCLUDES(interests, "cloud")', 'INCLUDES(兴趣, "云服务")', 'INCLUDES(Interests, "Cloud")'],
    [
      'related("activity.regarding", done).sum("hours") > 1',
      'related("activity.regarding", 完成).sum("工时") > 1',
      'related("activity.regarding", Done).sum("Hours") > 1',
    ],
    [
      'won ? "retail" == account.industry : won',
      '赢单 ? "零售" == 客户.行业 : 赢单',
      'Won ? "Retail" == Account.Industry : Won',
    ],
  ])("%s is shown so that it is read again", (stored, zh, en) => {
    expect([withLabels(stored, options, "zh-CN"), withLabels(stored, options, "en")]).toEqual([zh, en]);
  });

  it("stays as it is stored where it is wrong", () => {
    expect(withLabels("amuont > 1", options, "en")).toBe("amuont > 1");
  });

  it("means the same, whatever is written", () => {
    fc.assert(
      fc.property(
        fc.oneof(sources.boolean, sources.number),
        fc.constantFrom("zh-CN", "en"),
        (source, language) => {
          const stored = checked(source).text;
          expect(checked(withLabels(stored, options, language)).text).toBe(stored);
        },
      ),
      { numRuns: 300 },
    );
  });
});

group("an option in place of another", () => {
  const swap = (text: string, map: Readonly<Record<string, string>> = { retail: "manufacturing" }): string =>
    mapOptions(text, options, "account", "industry", map);
  it.each([
    ['account.industry == "retail"', 'account.industry == "manufacturing"'],
    ['"retail" == account.industry', '"manufacturing" == account.industry'],
    [
      'account.industry in ["retail", "manufacturing"]',
      'account.industry in ["manufacturing", "manufacturing"]',
    ],
    [
      'account.industry == (won ? "retail" : "manufacturing")',
      'account.industry == (won ? "manufacturing" : "manufacturing")',
    ],
    [
      'asof("2026-01-01", account.industry == "retail")',
      'asof("2026-01-01", account.industry == "manufacturing")',
    ],
    ['name == "retail"', 'name == "retail"'],
    ['amuont == "retail"', 'amuont == "retail"'],
  ])("%s becomes %s", (text, expected) => expect(swap(text)).toBe(expected));

  it("is of that field of that object alone, and text that says the same stays as it was written", () => {
    const text = 'account.industry   ==   "retail"';
    expect(mapOptions(text, options, "deal", "industry", { retail: "manufacturing" })).not.toContain(
      "manufacturing",
    );
    expect(swap('account.industry == "manufacturing"')).toBe('account.industry == "manufacturing"');
    expect(swap('account.industry == "retail"', {})).toBe('account.industry == "retail"');
    expect(swap('INCLUDES(interests, "cloud")')).toBe('INCLUDES(interests, "cloud")');
  });
});

group("what is written down", () => {
  it("a text is read back as it was, whatever signs it has", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        fc.pre(!text.includes("\0"));
        const literal = checked(quote(text.normalize("NFC"))).node;
        expect(literal).toMatchObject({ is: "literal", value: text.normalize("NFC") });
      }),
    );
    expect(quote('a"b\\c\n\u0007')).toBe('"a\\"b\\\\c\\n\\u{7}"');
  });
  it("a name that is no plain word, or a word of the language, stands in backquotes", () => {
    const step = (field: string) => [{ object: "deal", field }];
    expect(
      ["amount", "Close date", "and", "NOT", "1st", "行业", "a-b"].map((name) => printPath(step(name))),
    ).toEqual(["amount", "`Close date`", "`and`", "`NOT`", "`1st`", "行业", "`a-b`"]);
    expect(printPath([{ object: "deal", field: "amount", part: "currency" }])).toBe("amount.currency");
  });
  it("reads no record, or does", () => {
    const constant = (source: string): boolean => isConstant(checked(source).node);
    expect(["1 + 2", "today() - days(1)", "[1, 2]", "me()"].map(constant)).toEqual([true, true, true, true]);
    expect(
      ["amount", "1 + amount", "related('activity').count()", "asof('2026-01-01', true)"].map(constant),
    ).toEqual([false, false, false, false]);
  });
});

group("the nearest name", () => {
  const names = ["amount", "account", "close_date", "所属行业", "updated_at", "date"];
  it.each([
    ["amuont", "amount"],
    ["acount", "account"],
    ["AMOUNT", "amount"],
    ["closedate", "close_date"],
    ["close date", "close_date"],
    ["ａmount", "amount"],
    ["行业", "所属行业"],
    ["datte", "date"],
    ["xyz", undefined],
    ["", undefined],
    ["zzzzzzzzzzzz", undefined],
  ])("of %j is %j", (given, nearest) => expect(nearestName(given, names)).toBe(nearest));

  it("of two as near is the one that begins alike", () => {
    expect(nearestName("nam", ["ham", "name"])).toBe("name");
    expect(nearestName("stage", ["image", "stages"])).toBe("stages");
  });
});
