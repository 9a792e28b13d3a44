import { expect, test } from "vitest";
import { sampleSchema } from "../../testing/expression-sample.ts";
import { calendarOf } from "../time/working-calendar.ts";
import type { Values, WireValue } from "../metadata/object.ts";
import { checkExpression } from "./check.ts";
import { describe } from "./describe.ts";
import { evaluate, holds } from "./evaluate.ts";
import { conditionsOf, conditionsText } from "./simple-conditions.ts";
import type { Expression, Scope } from "./types.ts";

const ME = "01900000-0000-7000-8000-000000000001";
const scope = (record: Values, linked: Readonly<Record<string, WireValue>> = {}): Scope => ({
  record,
  linked,
  now: "2026-09-30T16:30:00Z",
  zone: "Asia/Shanghai",
  actor: ME,
  // 国庆: 1–7 October off, Saturday the 10th worked in exchange.
  calendar: calendarOf([
    ...["01", "02", "05", "06", "07"].map((day) => ({ date: `2026-10-${day}`, working: false })),
    { date: "2026-10-10", working: true },
  ]),
});
function checked(source: string): Expression {
  const result = checkExpression(source, { schema: sampleSchema, object: "deal" });
  if (!result.ok) throw new Error(`${source}: ${JSON.stringify(result.problem)}`);
  return result.expression;
}
const value = (
  source: string,
  record: Values = {},
  linked: Readonly<Record<string, WireValue>> = {},
): WireValue => evaluate(checked(source), scope(record, linked));

test("decimals are exact, division has twelve places half up", () => {
  expect(value("0.1 + 0.2")).toBe("0.3");
  expect(value("amount * 3", { amount: { amount: "1", currency: "USD", base: "7.123456789012345" } })).toBe(
    "21.370370367037035",
  );
  expect([value("2 / 3"), value("-2 / 3"), value("1 / 0"), value("100.50 - 0.5")]).toEqual([
    "0.666666666667",
    "-0.666666666667",
    null,
    "100",
  ]);
  expect([
    value("ROUND(2.5)"),
    value("ROUND(-2.5)"),
    value("ROUND(1250, -2)"),
    value("AVERAGE(1, null, 2)"),
    value("SUM(null)"),
  ]).toEqual(["3", "-3", "1300", "1.5", "0"]);
  expect([
    value("rate * 200", { rate: "12.5" }),
    value("MOD(-3, 2)"),
    value("TEXT(1234567.895, '#,##0.00')"),
  ]).toEqual(["25", "1", "1,234,567.90"]);
});

test("null is neither more nor less, equal to itself, and lost in arithmetic", () => {
  for (const source of [
    "amount > 1",
    "amount <= 1",
    "name.contains('')",
    "amount in [1, null]",
    "won",
    "amount == 1",
  ]) {
    expect(value(`(${source}) == true`), source).toBe(false);
    expect(value(`!(${source})`), source).toBe(true);
  }
  expect([
    value("amount == null"),
    value("name == title"),
    value("amount + 1"),
    value("name & 'x'"),
    value("won == false"),
    value("interests == null", { interests: [] }),
  ]).toEqual([true, true, null, "x", false, true]);
});

test("text is compared by code point and counted in characters", () => {
  expect([
    value("'😀' > '\uffef'"),
    value("LEN('😀é')"),
    value("LEFT('𠮷野家', 1)"),
    value("'a' == 'A'"),
    value("'e\u0301' == 'é'"),
  ]).toEqual([true, "2", "𠮷", false, true]);
});

test("dates follow the company's zone and calendar", () => {
  expect(value("today()")).toBe("2026-10-01");
  expect(value("WORKDAY(today(), 1)")).toBe("2026-10-08");
  expect([
    value("NETWORKDAYS('2026-09-30', '2026-10-10')"),
    value("WORKDAYS('2026-10-10', '2026-09-30')"),
  ]).toEqual(["4", "-3"]);
  expect([
    value("EDATE('2024-01-31', 1)"),
    value("EOMONTH('2024-02-10', 0)"),
    value("DATEDIF('2024-01-31', '2024-02-29', 'M')"),
    value("DATE(2024, 14, 1)"),
    value("DATE(2024, 1, 9999999)"),
  ]).toEqual(["2024-02-29", "2024-02-29", "0", "2025-02-01", null]);
  expect(value("created_at == '2026-10-01'", { created_at: "2026-09-30T16:00:00Z" })).toBe(true);
  expect(value("created_at + months(1)", { created_at: "2026-01-30T16:00:00.000001Z" })).toBe(
    "2026-02-27T16:00:00.000001Z",
  );
  expect(
    holds(
      checked("close_date < today() + days(30) && owner == me()"),
      scope({ close_date: "2026-10-30", owner: ME }),
    ),
  ).toBe(true);
});

test("an expression is said in both languages", () => {
  const say = (source: string): string[] => [
    describe(checked(source), sampleSchema, "zh-CN"),
    describe(checked(source), sampleSchema, "en"),
  ];
  expect(say('amount >= 1000 && account.industry == "manufacturing"')).toEqual([
    "金额 ≥ 1,000 且 客户.行业 等于 制造业",
    "Amount ≥ 1,000 and Account.Industry is Manufacturing",
  ]);
  expect(say("(won || rate > 20%) && close_date < today() + days(30)")).toEqual([
    "(赢单 或 折扣率 > 20%) 且 预计成交日期 < 今天 + 30 天",
    "(Won or Discount rate > 20%) and Close date < today + 30 days",
  ]);
  expect(say('related("activity", !done).count() > 2 && owner != null')).toEqual([
    "活动（完成 为否）的数量 > 2 且 负责人 不为空",
    "number of Activitys (Done is no) > 2 and Owner is not empty",
  ]);
});

test("the condition builder reads what it writes, and leaves alone what it cannot show", () => {
  const options = { schema: sampleSchema, object: "deal" };
  const model = {
    match: "all",
    rows: [
      { field: "amount", operator: "ge", value: "1000" },
      { field: "account.industry", operator: "in", value: ["retail", "manufacturing"] },
      { field: "interests", operator: "contains", value: "cloud" },
      { field: "name", operator: "not_contains", value: '1" || true' },
      { field: "close_date", operator: "lt", value: { expression: "today() + days(30)" } },
      { field: "created_at", operator: "ge", value: "2026-01-01" },
      { field: "owner", operator: "not_blank" },
      { field: "won", operator: "eq", value: true },
    ],
  } as const;
  expect(conditionsOf(conditionsText(model, options), options)).toEqual(model);
  expect(conditionsOf("stage == 'a' or 5 < amount", options)).toEqual({
    match: "any",
    rows: [
      { field: "stage", operator: "eq", value: "a" },
      { field: "amount", operator: "gt", value: "5" },
    ],
  });
  for (const complex of [
    "won && (amount > 1 || rate > 1)",
    "amount > quantity",
    "amount * 2 > 1",
    'related("activity").count() > 1',
    "amoun > 1",
  ])
    expect(conditionsOf(complex, options), complex).toBeNull();
});
