import { label } from "../shared/i18n/label.ts";
import { defineObject } from "../shared/metadata/object.ts";
import { name } from "./query-name.ts";

/** Deals, with a field of each kind that queries treat in a way of its own. */
export const queryDeal = defineObject({
  name: "deal",
  label: label("交易", "Deal"),
  plural: label("交易", "Deals"),
  title: "name",
  sharing: "owner",
  fields: {
    name,
    account: { kind: "link", label: label("客户", "Account"), targets: ["account"] },
    stage: { kind: "stage", label: label("阶段", "Stage") },
    amount: { kind: "money", label: label("金额", "Amount") },
    margin: { kind: "percent", label: label("毛利率", "Margin") },
    quantity: { kind: "integer", label: label("数量", "Quantity") },
    close_date: { kind: "date", label: label("成交日期", "Close date") },
    entered_at: { kind: "datetime", label: label("进入时间", "Entered") },
    secret_note: { kind: "text", label: label("内部备注", "Secret note"), searchable: true },
    double_quantity: {
      kind: "formula",
      label: label("双倍数量", "Double quantity"),
      expression: "quantity * 2",
      returns: "integer",
    },
    industry: {
      kind: "formula",
      label: label("行业", "Industry"),
      expression: "account.industry",
      returns: "text",
    },
    hint: {
      kind: "formula",
      label: label("提示", "Hint"),
      expression: "secret_note & account.name",
      returns: "text",
    },
    tags: { kind: "tags", label: label("标签", "Tags"), object: "deal_tag", via: "deal", target: "tag" },
  },
  list: { columns: ["name", "account", "amount"], sort: "-created_at" },
});
