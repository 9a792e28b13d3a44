import { label, type Label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import type { NewKind } from "../shared/new-fields.contract.ts";

/** Columns of a file that become fields. */
export const newFieldMessages = defineMessages({
  open: label("为 {count} 个未匹配的列新建字段", "Make fields for {count} unmatched {count|column|columns}"),
  title: label("新建字段", "New fields"),
  detail: label(
    "类型和选项按整列内容推测，可以改。以后撤销导入时，新建的字段会保留。",
    "Types and options are suggested from the whole column and can be changed. Undoing the import later keeps the new fields.",
  ),
  all: label("全部列", "All columns"),
  name: label("字段名称", "Field name"),
  kind: label("类型", "Type"),
  options: label("选项", "Options"),
  moreOptions: label("等 {count} 个", "{count} in all"),
  make: label("新建 {count} 个字段并匹配", "Make {count} {count|field|fields} and match"),
  close: label("收起", "Close"),
  askAdministrator: label(
    "要为这些列新建字段，请联系管理员。",
    "An administrator can make fields for these columns.",
  ),
});
export const NEW_KIND_TEXTS: Readonly<Record<NewKind, Label>> = {
  text: label("单行文本", "Text"),
  long_text: label("多行文本", "Long text"),
  integer: label("整数", "Whole number"),
  decimal: label("小数", "Decimal"),
  money: label("金额", "Money"),
  percent: label("百分比", "Percent"),
  date: label("日期", "Date"),
  datetime: label("日期时间", "Date and time"),
  select: label("单选", "Single choice"),
  boolean: label("是/否", "Yes/no"),
  phone: label("电话", "Phone"),
  email: label("邮箱", "Email"),
  url: label("网址", "Web address"),
};
