import { expect, test } from "vitest";
import { endShare, headerWords } from "./header-words.ts";
import { bareTitle } from "./known-titles.ts";

test.each([
  ["金额（万元）", ["金额"]],
  ["金额/万元", ["金额"]],
  ["金额(k)*", ["金额"]],
  ["*客户名称（必填）", ["客户名称"]],
  ["签约日期：", ["签约日期"]],
  ["赢率%", ["赢率"]],
  ["年营收万元", ["年营收"]],
  ["Revenue in thousands", ["revenue"]],
  ["Amount [CNY] (net)", ["amount"]],
  ["客户名称 Account name", ["客户名称accountname", "客户名称", "accountname"]],
  ["金额/Amount", ["金额amount", "金额", "amount"]],
  ["Owner|负责人", ["owner负责人", "owner", "负责人"]],
  ["（备注）", ["备注"]],
])("the words of the title %s", (title, core) => expect(headerWords(title).core).toEqual(core));

test("the whole title stays, in letters and digits only", () => {
  expect(headerWords("Close Date (est.)").whole).toBe("closedateest");
  expect(headerWords("-").core).toEqual([]);
});

test("how much of a title its last word is; too short a word says nothing", () => {
  expect(endShare("项目金额", "金额")).toBe(0.5);
  expect(endShare("dealamount", "amount")).toBe(0.6);
  expect(endShare("项目额", "额")).toBe(0);
  expect(endShare("unitcode", "code")).toBe(0);
  expect(endShare("金额", "金额")).toBe(0);
  expect(endShare("金额项目", "金额")).toBe(0);
});

test("a title without what stands in brackets or behind a stroke", () =>
  expect(["金额（万元）", "金额/万元", "金额 [CNY]", "金额"].map(bareTitle)).toEqual([
    "金额",
    "金额",
    "金额",
    "金额",
  ]));
