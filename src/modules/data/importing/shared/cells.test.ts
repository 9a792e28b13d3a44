import { describe, expect, test } from "vitest";
import { label } from "../../../../shared/i18n/label.ts";
import type { Field } from "../../../../shared/metadata/field.ts";
import { nearMatches, nearness } from "./near-match.ts";
import { parseCell } from "./parse-cell.ts";
import { NO_EVIDENCE, orderOf, weighDate } from "./date-evidence.ts";
import { parseDate, parseDatetime } from "./parse-date.ts";
import { startOfDay } from "./start-of-day.ts";
import { readUnit, unitInTitle } from "./number-unit.ts";
import { parseNumber } from "./parse-number.ts";
import { buildHistory } from "./stage-history.ts";

const named = label("字段", "Field");
const SHANGHAI = { zone: "Asia/Shanghai" };
const read = (field: Field, cell: string) => {
  const parsed = parseCell(field, cell, SHANGHAI);
  return parsed.ok ? parsed.value : parsed.reason.code;
};

test.each([
  ["1,234,567.89", "1234567.89"],
  ["1,2345,6789", "123456789"],
  ["１２３．５", "123.5"],
  ["3.5万", "35000"],
  ["¥3.5 万元", "35000"],
  ["1.2亿", "120000000"],
  ["(500)", "-500"],
  ["-$5", "-5"],
  ["$-5", "-5"],
  ["- 1 234", "-1234"],
  ["1.234,56", "1234.56"],
  ["1e3", "1000"],
  ["0.1", "0.1"],
  ["12,34", "12.34"],
  ["53,90-", "-53.9"],
  ["1 234,56", "1234.56"],
  ["1\u202f234,56", "1234.56"],
  ["1’234.50", "1234.5"],
  ["120k", "120000"],
  ["1200 SEK", "1200"],
  // No cents, as Swiss prices are written; no sign behind the number.
  ["1’234’567.-", "1234567"],
  ["250,-- €", "250"],
  ["△500", "-500"],
  ["▲ 1,200", "-1200"],
  ["1亿2000万", "120000000"],
  ["3万5千", "35000"],
  ["2万3500元", "23500"],
  ["3万5", undefined],
  ["5千3万", undefined],
  ["5 lakh", "500000"],
  ["2.5 crore", "25000000"],
  ["Rs. 1,00,000", "100000"],
  ["$1,234 USD", "1234"],
  ["1,234.50 CR", undefined],
  ["1.2.3", undefined],
  ["abc", undefined],
  ["万", undefined],
  ["--5", undefined],
])("number %s", (cell, amount) => expect(parseNumber(cell)?.amount).toBe(amount));

test("money keeps the currency it names; percent is points", () => {
  const amount: Field = { name: "amount", kind: "money", label: named };
  expect(read(amount, "US$1,200")).toEqual({ amount: "1200", currency: "USD" });
  expect(read(amount, "￥3万")).toEqual({ amount: "30000", currency: "CNY" });
  expect(read(amount, "1200 EUR")).toEqual({ amount: "1200", currency: "EUR" });
  expect(read(amount, "1200")).toBe("1200");
  expect([read(amount, "$5 CAD"), read(amount, "￥500円"), read(amount, "人民币：500")]).toEqual([
    { amount: "5", currency: "CAD" },
    { amount: "500", currency: "JPY" },
    { amount: "500", currency: "CNY" },
  ]);
  expect([read(amount, "€5 USD"), read(amount, "5‰")]).toEqual(["not_money", "not_money"]);
  expect(read(amount, "12%")).toBe("not_money");
  const rate: Field = { name: "rate", kind: "percent", label: named };
  expect([read(rate, "12.5%"), read(rate, "12.5"), read(rate, "5‰")]).toEqual(["12.5", "12.5", "0.5"]);
  expect(parseCell(rate, "0.2", { ...SHANGHAI, unit: { factor: "1", percent: "fraction" } })).toEqual({
    ok: true,
    value: "20",
  });
});

test.each([
  ["Revenue in thousands", "1000", undefined],
  ["金额-千元", "1000", undefined],
  ["Amount ('000)", "1000", undefined],
  ["Amount (CNY '000)", "1000", "CNY"],
  ["Revenue (in Mio EUR)", "1000000", "EUR"],
  ["Mio. €", "1000000", "EUR"],
  ["TEUR", "1000", "EUR"],
  ["Amount (in thousands of USD)", "1000", "USD"],
  ["金额 (10K CNY)", "10000", "CNY"],
  ["合同额（含税，万元）", "10000", undefined],
  ["年营收万元", "10000", undefined],
  ["金额（元）", "1", undefined],
])("the unit of the title %s", (title, factor, currency) =>
  expect(readUnit(unitInTitle(title) ?? "")).toEqual({ factor, ...(currency ? { currency } : {}) }),
);
test("titles that name no unit", () => {
  for (const title of [
    "Revenue 2024",
    "Deals in 2024",
    "Contact in charge",
    "单价(元/台)",
    "人数(人)",
    "Follow-up",
    "Revenue 1000",
  ])
    expect(unitInTitle(title), title).toBeUndefined();
});

test("a cell that names its unit, 元 too, is not multiplied by its column's", () => {
  const revenue: Field = { name: "revenue", kind: "money", label: named };
  const inTens = { ...SHANGHAI, unit: { factor: "10000" } };
  expect(["12", "12万", "120000元", "¥12", "1.2亿"].map((cell) => parseCell(revenue, cell, inTens))).toEqual([
    { ok: true, value: "120000" },
    { ok: true, value: "120000" },
    { ok: true, value: "120000" },
    { ok: true, value: { amount: "120000", currency: "CNY" } },
    { ok: true, value: "120000000" },
  ]);
});

describe("dates", () => {
  test.each([
    ["2024年03月05日 星期二"],
    ["2024. 3. 5"],
    ["2024–03–05"],
    ["5. März 2024"],
    ["5 mars 2024"],
    ["05MAR2024"],
    ["2024-Mar-05"],
    ["Tuesday, March 5, 2024"],
    ["Tue Mar 05 2024 00:00:00 GMT+0800 (China Standard Time)"],
    ["民国113年3月5日"],
    ["二〇二四年三月五日"],
    ["24年3月5日"],
    ["20240305120000"],
    ["2024-3-5上午9点"],
  ])("%s", (cell) =>
    expect(parseDate(cell) ?? read({ name: "d", kind: "date", label: named }, cell)).toBe("2024-03-05"),
  );
  test("moments as browsers, mail and programs write them", () => {
    for (const cell of [
      "Tue, 05 Mar 2024 08:00:00 +0800",
      "20240305T000000Z",
      "2024-03-05T08:00:00+08:00[Asia/Shanghai]",
      "2024-03-05 08:00:00 +0800 CST",
    ])
      expect(parseDatetime(cell, "Europe/Berlin"), cell).toBe("2024-03-05T00:00:00.000000Z");
    for (const cell of [
      "2024-03-05 08:00 CST",
      "0000-00-00",
      "2024-W10",
      "Q1 2024",
      "三月五日",
      "5 juin",
      "二〇二四年十三月五日",
    ])
      expect(parseDatetime(cell, "Europe/Berlin"), cell).toBeNull();
  });
  test.each([
    ["2017-03-01"],
    ["2017/3/1"],
    ["2017.3.1"],
    ["2017年3月1日"],
    ["20170301"],
    ["42795"],
    ["1-Mar-2017"],
    ["Mar 1, 2017"],
    ["２０１７－０３－０１"],
    ["2017-03-01 00:00:00"],
  ])("%s", (cell) => expect(parseDate(cell)).toBe("2017-03-01"));
  test("impossible days are none", () =>
    expect([
      parseDate("2017-02-30"),
      parseDate("31/31/2017"),
      parseDate("2017-13-01"),
      parseDate("soon"),
    ]).toEqual([null, null, null, null]));
  test("the column decides the order; without evidence it is asked, with contradiction too", () => {
    expect(parseDate("3/1/2017")).toBe("ambiguous");
    const american = ["3/1/2017", "3/15/2017"].reduce(weighDate, NO_EVIDENCE);
    expect(parseDate("3/1/2017", orderOf(american))).toBe("2017-03-01");
    expect(parseDate("3/1/2017", orderOf(weighDate(NO_EVIDENCE, "15/3/2017")))).toBe("2017-01-03");
    expect(orderOf(weighDate(american, "15/3/2017"))).toBeUndefined();
    expect(parseDate("15/3/2017", "mdy")).toBeNull();
  });
  test("a moment without a zone is the company's", () => {
    expect(parseDatetime("2017-03-01 14:30", "Asia/Shanghai")).toBe("2017-03-01T06:30:00.000000Z");
    expect(parseDatetime("2017年3月1日 下午2:30", "Asia/Shanghai")).toBe("2017-03-01T06:30:00.000000Z");
    expect(parseDatetime("2017-03-01T14:30:00.123456+02:00", "Asia/Shanghai")).toBe(
      "2017-03-01T12:30:00.123456Z",
    );
    expect(parseDatetime("42795.5", "Asia/Shanghai")).toBe("2017-03-01T04:00:00.000000Z");
    expect(startOfDay("2026-03-29", "Europe/Berlin")).toBe("2026-03-28T23:00:00.000000Z");
    expect(startOfDay("2026-03-30", "Europe/Berlin")).toBe("2026-03-29T22:00:00.000000Z");
  });
});

test("choices by name or label, any width and case; several in one cell", () => {
  const options = [
    { name: "won", label: label("赢单", "Won") },
    { name: "lost", label: label("输单", "Lost") },
  ];
  const one: Field = { name: "s", kind: "select", label: named, options };
  const many: Field = { name: "m", kind: "multiselect", label: named, options };
  expect([read(one, " ＷＯＮ "), read(one, "输单"), read(one, "maybe")]).toEqual([
    "won",
    "lost",
    "unknown_option",
  ]);
  expect(read(many, "赢单；Lost、won")).toEqual(["won", "lost"]);
  const flag: Field = { name: "b", kind: "boolean", label: named };
  expect([read(flag, "是"), read(flag, "NO"), read(flag, "TRUE"), read(flag, "maybe")]).toEqual([
    true,
    false,
    true,
    "not_a_boolean",
  ]);
});

test("phones take the form they are stored in", () => {
  const phone: Field = { name: "p", kind: "phone", label: named };
  expect([read(phone, "＋８６ 138-0013-8000"), read(phone, "021-12345678-801"), read(phone, "12")]).toEqual([
    "13800138000",
    "021-12345678-801",
    "not_a_phone",
  ]);
});

test.each([
  ["021-68880101*801", "021-68880101-801"],
  ["021-68880101（分机801）", "021-68880101-801"],
  ["021-68880101 转801分机", "021-68880101-801"],
  // What a table of numbers with decimals makes of one; as 138001380000 or 68880100 it would be another
  // number.
  ["13800138000.0", "13800138000"],
  ["6888010.0", "6888010"],
  // Two numbers, not one with a digit more.
  ["0512-6666888/9", "not_a_phone"],
  ["021/68880101", "021-68880101"],
  ["13800138000/13900139000", "several_phones"],
  ["13800138000、021-68880101", "several_phones"],
  ["13800138000 13900139000", "several_phones"],
  // American, although eleven digits that begin with 16 are a Chinese mobile, too.
  ["1-650-253-0000", "+16502530000"],
  ["165 0253 0000", "16502530000"],
  ["13800138000（微信同号）", "not_a_phone"],
])("phone %s", (cell, expected) =>
  expect(read({ name: "p", kind: "phone", label: named }, cell)).toBe(expected),
);

test("near names are found, far ones are not", () => {
  const products = [
    "GTX Basic",
    "GTX Pro",
    "MG Special",
    "MG Advanced",
    "GTX Plus Pro",
    "GTX Plus Basic",
    "GTK 500",
  ].map((title) => ({ id: title, title }));
  expect(nearMatches("GTXPro", products)[0]?.title).toBe("GTX Pro");
  expect(nearMatches("GTXPro", products).map(({ title }) => title)).not.toContain("MG Special");
  expect(nearness("上海捷达科技", "上海杰达科技")).toBe(0);
  expect(nearness("technolgy", "technology")).toBe(1);
  expect(nearness("teh cat sat", "the cat sat")).toBe(1);
  expect(nearness("甲", "乙")).toBeNull();
  expect(nearness("Acme", "Apex")).toBeNull();
  expect(nearness("苏州恒润精密", "苏州恒润精密机械有限公司")).toBe(4);
});

describe("history from dates", () => {
  const base = {
    stageField: "stage",
    final: "won",
    stages: ["prospecting", "engaging", "won", "lost"],
    outcome: ["close_date"],
    zone: "Asia/Shanghai",
    now: "2026-01-01T00:00:00.000Z",
  };
  const past = (request: Partial<Parameters<typeof buildHistory>[0]>) => {
    const built = buildHistory({ ...base, dates: [], ...request });
    return built.ok
      ? built.past.map((entry) => [entry.at, entry.values["stage"] ?? "(stored)"])
      : built.reason.code;
  };
  test("stages begin with their day; earlier states know no outcome", () => {
    const dates = [
      { stage: "won", date: "2017-03-01" },
      { stage: "engaging", date: "2016-10-20" },
    ];
    expect(past({ dates })).toEqual([
      ["2016-10-19T16:00:00.000000Z", "engaging"],
      ["2017-02-28T16:00:00.000000Z", "(stored)"],
    ]);
    const built = buildHistory({ ...base, dates });
    expect(built.ok && built.past[0]?.values).toEqual({ stage: "engaging", close_date: null });
  });
  test("equal days keep the pipeline's order, a microsecond apart", () =>
    expect(
      past({
        dates: [
          { stage: "won", date: "2017-03-01" },
          { stage: "prospecting", date: "2017-03-01" },
          { stage: "engaging", date: "2017-03-01" },
        ],
      }),
    ).toEqual([
      ["2017-02-28T16:00:00.000000Z", "prospecting"],
      ["2017-02-28T16:00:00.000001Z", "engaging"],
      ["2017-02-28T16:00:00.000002Z", "(stored)"],
    ]));
  test("no dates, no history; impossible orders and the future are refused", () => {
    expect(past({})).toEqual([]);
    expect(
      past({
        dates: [
          { stage: "won", date: "2017-03-01" },
          { stage: "engaging", date: "2017-03-02" },
        ],
      }),
    ).toBe("stage_dates_out_of_order");
    expect(past({ dates: [{ stage: "won", date: "2027-03-01" }] })).toBe("date_in_future");
  });
  test("a creation day before the first stage begins in the pipeline's first stage; without the last day the end is now", () => {
    expect(
      past({ createdAt: "2016-01-01T00:00:00Z", dates: [{ stage: "won", date: "2017-03-01" }] }),
    ).toEqual([
      ["2016-01-01T00:00:00.000000Z", "prospecting"],
      ["2017-02-28T16:00:00.000000Z", "(stored)"],
    ]);
    expect(past({ createdAt: "2016-01-01T00:00:00Z" })).toEqual([
      ["2016-01-01T00:00:00.000000Z", "(stored)"],
    ]);
    expect(past({ dates: [{ stage: "engaging", date: "2016-10-20" }] })).toEqual([
      ["2016-10-19T16:00:00.000000Z", "engaging"],
      ["2026-01-01T00:00:00.000000Z", "(stored)"],
    ]);
  });
});
