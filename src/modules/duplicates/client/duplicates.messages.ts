import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const duplicateMessages = defineMessages({
  title: label("查重", "Duplicate check"),
  note: label("新建之前先查一查：已有记录显示在谁名下", "Look before you create: what exists already, and whose it is"),
  object: label("对象", "Object"),
  start: label("输入名称、电话、邮箱或信用代码", "Enter a name, phone number, email or credit code"),
  startDetail: label("边输入边查找，简称、错别字、写法不同也能找到", "It searches as you type, and also finds short forms, typos and other spellings"),
  free: label("没有找到相同或相近的记录", "Nothing the same or alike was found"),
  freeDetail: label("可以放心新建", "You can create it"),
  create: label("新建{object}", "New {object}"),
  record: label("记录", "Record"),
  owner: label("负责人", "Owner"),
  pool: label("尚无负责人", "Nobody's yet"),
  reason: label("依据", "Why"),
  likeness: label("相似度", "Likeness"),
});
