import { label } from "../../../../shared/i18n/label.ts";
import { defineObject } from "../../../../shared/metadata/object.ts";

/** What happens when a new record is like one there is: one row per object and kind of likeness. */
export const duplicateRule = defineObject({
  name: "duplicate_rule",
  label: label("查重规则", "Duplicate rule"),
  plural: label("查重规则", "Duplicate rules"),
  icon: "copy",
  title: "object",
  sharing: "everyone",
  internal: true,
  fields: {
    object: { kind: "text", label: label("对象", "Object"), required: true, fixed: true, max_length: 60 },
    kind: {
      kind: "select",
      label: label("依据", "Matched by"),
      required: true,
      fixed: true,
      options: [
        { name: "uscc", label: label("统一社会信用代码", "Credit code") },
        { name: "phone", label: label("电话", "Phone number") },
        { name: "email", label: label("邮箱", "Email") },
        { name: "company", label: label("公司名称相同", "Same company name") },
        { name: "similar", label: label("公司名称相近", "Similar company name") },
      ],
    },
    least: {
      kind: "integer",
      label: label("相似度不低于（%）", "Minimum similarity (%)"),
      description: label(
        "低于此值不提示也不拦截；留空则使用默认值",
        "Below this, nothing is shown or blocked; leave empty for the default",
      ),
      min: 50,
      max: 100,
    },
    action: {
      kind: "select",
      label: label("处理方式", "Action"),
      required: true,
      options: [
        { name: "block", label: label("不允许保存", "Don’t allow saving") },
        { name: "warn", label: label("仅提示", "Show a warning") },
        { name: "off", label: label("不检查", "Don’t check") },
      ],
    },
  },
  unique: [{ fields: ["object", "kind"] }],
  list: { columns: ["object", "kind", "action"], sort: "object" },
});
