import { label, type Label } from "../../../shared/i18n/label.ts";
import type { FieldKind } from "../../../shared/metadata/field.ts";

export const KIND_TEXTS: Readonly<Record<FieldKind, Label>> = {
  text: label("单行文本", "Text"),
  long_text: label("多行文本", "Long text"),
  rich_text: label("富文本", "Rich text"),
  integer: label("整数", "Whole number"),
  decimal: label("小数", "Decimal"),
  money: label("金额", "Money"),
  percent: label("百分比", "Percent"),
  boolean: label("是/否", "Yes or no"),
  date: label("日期", "Date"),
  datetime: label("日期时间", "Date and time"),
  select: label("单选", "Choice"),
  multiselect: label("多选", "Several choices"),
  link: label("关联记录", "Link"),
  children: label("明细行", "Lines"),
  tags: label("标签", "Tags"),
  person: label("成员", "Person"),
  department: label("部门", "Department"),
  phone: label("电话", "Phone"),
  email: label("邮箱", "Email"),
  url: label("网址", "Web address"),
  address: label("地址", "Address"),
  auto_number: label("自动编号", "Automatic number"),
  formula: label("公式", "Formula"),
  rollup: label("汇总", "Roll-up"),
  file: label("文件", "File"),
  image: label("图片", "Image"),
  location: label("位置", "Location"),
  signature: label("签名", "Signature"),
  json: label("JSON", "JSON"),
  stage: label("阶段", "Stage"),
};
/** Kinds an administrator may choose here; those with parts of their own come with their object. */
export const OFFERED: readonly FieldKind[] = ["text", "long_text", "rich_text", "integer", "decimal", "money", "percent", "boolean", "date", "datetime", "select", "multiselect", "link", "person", "department", "phone", "email", "url", "address", "auto_number", "formula", "file", "image", "location", "signature", "json"];
