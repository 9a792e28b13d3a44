import { defineMessages } from "../../shared/i18n/messages.ts";

/** Why a value does not fit its field, in words. */
export const valueMessages = defineMessages({
  wrong_type: {
    "zh-CN": "“{label}”的值“{value}”不是有效的{kind}。",
    en: "“{value}” is not a valid {kind} for “{label}”.",
  },
  too_long: { "zh-CN": "“{label}”最多 {max} 个字符。", en: "“{label}” may have at most {max} characters." },
  too_nested: {
    "zh-CN": "“{label}”的格式嵌套过深，请清除格式后重试。",
    en: "The formatting of “{label}” is nested too deeply. Remove it and try again.",
  },
  too_small: { "zh-CN": "“{label}”不能小于 {min}。", en: "“{label}” must be at least {min}." },
  too_large: { "zh-CN": "“{label}”不能大于 {max}。", en: "“{label}” must be at most {max}." },
  too_precise: {
    "zh-CN": "“{label}”：{currency} 金额最多 {max} 位小数。",
    en: "“{label}”: amounts in {currency} have at most {max} decimal places.",
  },
  no_parts: {
    "zh-CN": "“{label}”：{currency} 金额没有小数。",
    en: "“{label}”: amounts in {currency} have no decimal places.",
  },
  unknown_option: { "zh-CN": "“{label}”没有选项“{value}”。", en: "“{value}” is not an option of “{label}”." },
  too_many_links: {
    "zh-CN": "“{label}”最多 {max} 条记录。",
    en: "“{label}” can have at most {max} records.",
  },
});

/** Words for field kinds, for “is not a valid …”. */
export const kindMessages = defineMessages({
  text: { "zh-CN": "文本", en: "text" },
  number: { "zh-CN": "数字", en: "number" },
  integer: { "zh-CN": "整数", en: "whole number" },
  money: { "zh-CN": "金额", en: "amount" },
  boolean: { "zh-CN": "是/否", en: "yes/no" },
  date: { "zh-CN": "日期", en: "date" },
  datetime: { "zh-CN": "日期时间", en: "date and time" },
  list: { "zh-CN": "列表", en: "list" },
  id: { "zh-CN": "记录编号", en: "record id" },
  links: { "zh-CN": "记录列表（每项含对象和编号）", en: "list of records (each with object and id)" },
  email: { "zh-CN": "邮箱", en: "email address" },
  url: { "zh-CN": "网址", en: "web address" },
  phone: { "zh-CN": "电话号码", en: "phone number" },
  uscc: { "zh-CN": "统一社会信用代码", en: "unified social credit code" },
  address: { "zh-CN": "地址", en: "address" },
  location: { "zh-CN": "位置", en: "location" },
  json: { "zh-CN": "数据", en: "data" },
  document: { "zh-CN": "富文本文档", en: "document of formatted text" },
});
