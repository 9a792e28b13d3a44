import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const tagMessages = defineMessages({
  title: label("给 {count} 条记录加减标签", "Tags of {count} {count|record|records}"),
  add: label("加标签", "Add"),
  remove: label("去标签", "Remove"),
  apply: label("应用", "Apply"),
});
