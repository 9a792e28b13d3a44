import { label } from "../shared/i18n/label.ts";
import type { Field, FieldDefinition } from "../shared/metadata/field.ts";
import type { CatalogObject } from "../shared/metadata/object.ts";
import type { ExpressionSchema } from "../shared/expression/types.ts";

/**
 * A small world for tests of the expression language: deals of accounts, activities regarding both, people in
 * departments.
 */
const id: Field = { name: "id", kind: "text", label: label("编号", "ID"), system: true };
const owner: Field = { name: "owner", kind: "person", label: label("负责人", "Owner"), system: true };
const createdBy: Field = {
  name: "created_by",
  kind: "person",
  label: label("创建人", "Created by"),
  system: true,
};
const department: Field = {
  name: "department",
  kind: "department",
  label: label("归属部门", "Department"),
  system: true,
};
const createdAt: Field = {
  name: "created_at",
  kind: "datetime",
  label: label("创建时间", "Created"),
  system: true,
};

const option = (name: string, zh: string, en: string) => ({ name, label: label(zh, en) });

function object(
  name: string,
  zh: string,
  en: string,
  own: Readonly<Record<string, FieldDefinition>>,
): CatalogObject {
  const fields: Field[] = [
    id,
    owner,
    createdBy,
    department,
    createdAt,
    ...Object.entries(own).map(([key, field]): Field => ({ ...field, name: key })),
  ];
  return {
    name,
    label: label(zh, en),
    plural: label(zh, `${en}s`),
    title: "name",
    sharing: "owner",
    list: { columns: ["name"], sort: "name" },
    fields,
    byName: Object.fromEntries(fields.map((field) => [field.name, field])),
  };
}

const text = (zh: string, en: string): FieldDefinition => ({ kind: "text", label: label(zh, en) });
const INDUSTRIES = [option("manufacturing", "制造业", "Manufacturing"), option("retail", "零售", "Retail")];
const INTERESTS = [
  option("cloud", "云服务", "Cloud"),
  option("data", "数据", "Data"),
  option("a", "甲", "A"),
];

const deal = object("deal", "商机", "Deal", {
  name: text("名称", "Name"),
  title: text("标题", "Title"),
  amount: { kind: "money", label: label("金额", "Amount") },
  quantity: { kind: "integer", label: label("数量", "Quantity") },
  score: { kind: "decimal", label: label("得分", "Score") },
  rate: { kind: "percent", label: label("折扣率", "Discount rate") },
  won: { kind: "boolean", label: label("赢单", "Won") },
  close_date: { kind: "date", label: label("预计成交日期", "Close date") },
  signed_on: { kind: "date", label: label("签约日", "Signed on") },
  touched_at: { kind: "datetime", label: label("最近跟进", "Last touched") },
  stage: { kind: "stage", label: label("阶段", "Stage") },
  interests: { kind: "multiselect", label: label("兴趣", "Interests"), options: INTERESTS },
  account: { kind: "link", label: label("客户", "Account"), targets: ["account"] },
  place: { kind: "address", label: label("地址", "Place") },
  lines: { kind: "children", label: label("明细", "Lines"), object: "activity", via: "regarding" },
});
const account = object("account", "客户", "Account", {
  name: text("名称", "Name"),
  industry: { kind: "select", label: label("行业", "Industry"), options: INDUSTRIES },
  revenue: { kind: "money", label: label("营收", "Revenue") },
  share: { kind: "percent", label: label("占比", "Share") },
  parent: { kind: "link", label: label("上级客户", "Parent"), targets: ["account"] },
  founded: { kind: "date", label: label("成立日", "Founded") },
});
const activity = object("activity", "活动", "Activity", {
  name: text("主题", "Subject"),
  regarding: { kind: "link", label: label("关于", "Regarding"), targets: ["deal", "account"] },
  done: { kind: "boolean", label: label("完成", "Done") },
  due: { kind: "date", label: label("截止", "Due") },
  hours: { kind: "decimal", label: label("工时", "Hours") },
});
const user = object("user", "用户", "User", {
  name: text("姓名", "Name"),
  manager: { kind: "person", label: label("上级", "Manager") },
});
const unit = object("department", "部门", "Department", {
  name: text("名称", "Name"),
  parent: { kind: "link", label: label("上级部门", "Parent"), targets: ["department"] },
});

const objects: ReadonlyMap<string, CatalogObject> = new Map(
  [deal, account, activity, user, unit].map((one) => [one.name, one]),
);
export const sampleSchema: ExpressionSchema = { objects, object: (name) => objects.get(name) };
