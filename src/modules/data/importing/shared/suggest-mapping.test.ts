import { expect, test } from "vitest";
import { buildCatalog, EMPTY_LAYER } from "../../../../engine/catalog/build-catalog.ts";
import { shippedObjects } from "../../../../objects/registry.ts";
import { suggestMapping } from "./suggest-mapping.ts";

const catalog = buildCatalog(1, shippedObjects, EMPTY_LAYER);
const suggested = (name: string, columns: Readonly<Record<string, readonly string[]>>) => {
  const object = catalog.object(name);
  if (!object) throw new Error(name);
  const found = suggestMapping(
    object,
    Object.entries(columns).map(([title, samples]) => ({ name: title, samples })),
    (other) => catalog.object(other),
  );
  return Object.fromEntries(Object.keys(columns).map((title) => [title, found[title]?.field ?? null]));
};
const bare = (...titles: string[]) => Object.fromEntries(titles.map((title) => [title, []]));

test("the ordinary headers of a deal list are known, with their units and in both languages", () => {
  expect(
    suggested("opportunity", {
      项目名: ["远景二期"],
      客户单位: ["远景水务"],
      "金额（万元）": ["12.5", "30"],
      预计签单: ["2026-12-01"],
      阶段: ["报价"],
      销售: ["梁红"],
      来源: ["展会"],
      备注: ["急"],
    }),
  ).toEqual({
    项目名: "name",
    客户单位: "account",
    "金额（万元）": "amount",
    预计签单: "close_date",
    阶段: "stage",
    销售: "owner",
    来源: "source",
    备注: "description",
  });
  expect(
    suggested(
      "opportunity",
      bare("Deal name", "Client", "Amount (k)", "Est. close", "Stage", "Rep", "Win probability"),
    ),
  ).toEqual({
    "Deal name": "name",
    Client: "account",
    "Amount (k)": "amount",
    "Est. close": "close_date",
    Stage: "stage",
    Rep: "owner",
    "Win probability": "probability",
  });
  expect(
    suggested(
      "opportunity",
      bare("商机名称 Opportunity", "甲方", "合同额/万元", "签约日期*", "项目阶段", "跟进人"),
    ),
  ).toEqual({
    "商机名称 Opportunity": "name",
    甲方: "account",
    "合同额/万元": "amount",
    "签约日期*": "close_date",
    项目阶段: "stage",
    跟进人: "owner",
  });
});

test.each<[string, Readonly<Record<string, string>>]>([
  [
    "account",
    {
      公司名称: "name",
      所属行业: "industry",
      统一社会信用代码: "uscc",
      公司地址: "address",
      员工人数: "employees",
      客户经理: "owner",
      客户类型: "type",
      Website: "website",
    },
  ],
  [
    "account",
    {
      "Company name": "name",
      Industry: "industry",
      "Annual revenue": "revenue",
      "Number of employees": "employees",
      "Account owner": "owner",
    },
  ],
  [
    "contact",
    { 联系人姓名: "name", 所在公司: "account", 职务: "title", 手机号: "mobile", 邮箱地址: "email" },
  ],
  [
    "contact",
    {
      "Full name": "name",
      Company: "account",
      "Job title": "title",
      "Work email": "email",
      "Mobile phone": "mobile",
    },
  ],
  [
    "lead",
    {
      公司名称: "company",
      联系人: "contact_name",
      联系电话: "mobile",
      线索来源: "source",
      跟进状态: "status",
      需求描述: "requirement",
    },
  ],
  [
    "product",
    {
      产品名称: "name",
      产品编码: "code",
      规格型号: "specification",
      "单价（元）": "list_price",
      税率: "tax_rate",
    },
  ],
  ["task", { 任务名称: "subject", 截止日期: "due_date", 优先级: "priority", 负责人: "owner" }],
  ["user", { 员工姓名: "name", 所属部门: "department", 直属上级: "manager", 手机: "mobile" }],
  ["department", { 部门名称: "name", 上级部门: "parent" }],
])("headers of %s", (object, columns) => {
  expect(suggested(object, bare(...Object.keys(columns)))).toEqual(columns);
});

test("values speak against a title: what holds no amounts is no amount", () => {
  expect(suggested("opportunity", { 金额: ["尚未确定", "看情况", "再说"] })["金额"]).toBeNull();
});

test("where several titles end alike, nothing says which of them is meant", () => {
  const scores = { "Profile Score": ["15", "20"], "Activity Score": ["14", "13"] };
  expect(suggested("lead", scores)).toEqual({ "Profile Score": null, "Activity Score": null });
});
