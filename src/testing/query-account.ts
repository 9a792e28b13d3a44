import { label } from "../shared/i18n/label.ts";
import { defineObject } from "../shared/metadata/object.ts";
import { list, name } from "./query-name.ts";

/** Customers, with what their deals come to. */
export const queryAccount = defineObject({
  name: "account",
  label: label("客户", "Account"),
  plural: label("客户", "Accounts"),
  title: "name",
  sharing: "owner",
  fields: {
    name,
    industry: { kind: "text", label: label("行业", "Industry") },
    phone: { kind: "phone", label: label("电话", "Phone"), searchable: true, personal: true },
    parent: { kind: "link", label: label("上级客户", "Parent"), targets: ["account"] },
    deals: { kind: "children", label: label("商机", "Deals"), object: "deal", via: "account" },
    won_value: {
      kind: "rollup",
      label: label("赢单额", "Won value"),
      object: "deal",
      via: "account",
      fn: "sum",
      field: "amount",
      filter: `stage == "won"`,
    },
  },
  list,
});
