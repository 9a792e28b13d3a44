import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

/** The company that uses the program: one record per workspace. */
export const company = defineObject({
  name: "company",
  label: label("公司", "Company"),
  plural: label("公司", "Company"),
  icon: "home",
  area: "settings",
  title: "name",
  sharing: "everyone",
  fields: {
    name: { kind: "text", label: label("公司名称", "Company name"), required: true, max_length: 200 },
    uscc: {
      kind: "text",
      format: "uscc",
      label: label("统一社会信用代码", "Unified social credit code"),
      max_length: 18,
    },
    currency: {
      kind: "text",
      label: label("本位币", "Currency"),
      description: label("三位币种代码，所有合计都按它折算", "Three-letter code; totals are converted to it"),
      example: "CNY",
      required: true,
      default: "CNY",
      max_length: 3,
    },
    zone: {
      kind: "text",
      label: label("时区", "Time zone"),
      example: "Asia/Shanghai",
      required: true,
      default: "Asia/Shanghai",
      max_length: 60,
    },
    language: {
      kind: "select",
      label: label("默认语言", "Default language"),
      required: true,
      default: "zh-CN",
      options: [
        { name: "zh-CN", label: label("简体中文", "简体中文") },
        { name: "en", label: label("English", "English") },
      ],
    },
    stalled_digest: {
      kind: "boolean",
      label: label("每日停滞提醒", "Daily reminder of stalled deals"),
      description: label(
        "每个工作日一次，通知负责人及其上级",
        "Once each working day, to owners and their managers",
      ),
      default: true,
    },
    stalled_digest_at: {
      kind: "text",
      label: label("提醒时间", "Reminder time"),
      description: label("按公司时区", "In the company’s time zone"),
      example: "08:30",
      default: "08:30",
      max_length: 5,
    },
    address: { kind: "address", label: label("地址", "Address") },
    phone: { kind: "phone", label: label("电话", "Phone") },
    logo: { kind: "image", max_count: 1, label: label("标志", "Logo") },
  },
  list: { columns: ["name", "currency", "zone", "language"], sort: "name" },
});
