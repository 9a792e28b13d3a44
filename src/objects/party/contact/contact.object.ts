import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

export const contact = defineObject({
  name: "contact",
  label: label("联系人", "Contact"),
  plural: label("联系人", "Contacts"),
  icon: "contacts",
  area: "accounts",
  title: "name",
  sharing: "owner",
  fields: {
    name: { kind: "text", label: label("姓名", "Name"), example: "王丽", required: true, indexed: true, searchable: true, personal: true, max_length: 100 },
    account: {
      kind: "link",
      targets: ["account"],
      on_delete: "cascade",
      label: label("客户", "Account"),
      indexed: true,
      inverse: { label: label("联系人", "Contacts"), timeline: true },
    },
    title: { kind: "text", label: label("职位", "Job title"), example: "采购经理", max_length: 100 },
    unit: { kind: "text", label: label("所在部门", "Unit"), example: "采购部", max_length: 100 },
    mobile: { kind: "phone", region: "mobile", label: label("手机", "Mobile"), example: "138 0013 8000", indexed: true, searchable: true, personal: true },
    phone: { kind: "phone", label: label("座机", "Phone"), example: "021-62345678", searchable: true, personal: true },
    email: { kind: "email", label: label("邮箱", "Email"), example: "wangli@example.com", indexed: true, searchable: true, personal: true },
    wechat: { kind: "text", label: label("微信号", "WeChat"), personal: true, max_length: 60 },
    role: {
      kind: "select",
      label: label("决策角色", "Buying role"),
      description: label("在采购决策中的作用", "The part they play in the decision"),
      options: [
        { name: "decider", label: label("决策者", "Decider"), color: "red" },
        { name: "influencer", label: label("影响者", "Influencer"), color: "orange" },
        { name: "user", label: label("使用者", "User"), color: "blue" },
        { name: "buyer", label: label("采购", "Buyer"), color: "green" },
        { name: "opponent", label: label("反对者", "Opponent"), color: "default" },
      ],
    },
    attitude: {
      kind: "select",
      label: label("态度", "Attitude"),
      options: [
        { name: "supportive", label: label("支持", "Supportive"), color: "green" },
        { name: "neutral", label: label("中立", "Neutral") },
        { name: "resistant", label: label("抵触", "Resistant"), color: "red" },
      ],
    },
    reports_to: {
      kind: "link",
      targets: ["contact"],
      on_delete: "clear",
      label: label("汇报对象", "Reports to"),
      inverse: { label: label("下属", "Direct reports") },
    },
    birthday: { kind: "date", label: label("生日", "Birthday"), personal: true },
    description: { kind: "long_text", label: label("备注", "Notes"), personal: true },
    tags: { kind: "tags", object: "contact_tag", via: "contact", target: "tag", label: label("标签", "Tags") },
  },
  list: { columns: ["name", "account", "title", "mobile", "email", "role", "owner"], sort: "name" },
  sections: [
    { label: label("基本信息", "Basics"), fields: ["name", "account", "title", "unit", "tags", "owner", "department"] },
    { label: label("联系方式", "How to reach"), fields: ["mobile", "phone", "email", "wechat"] },
    { label: label("决策链", "Buying committee"), fields: ["role", "attitude", "reports_to"] },
    { label: label("其他", "Other"), fields: ["birthday", "description", "external_id"] },
  ],
});
