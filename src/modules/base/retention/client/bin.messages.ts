import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const binMessages = defineMessages({
  title: label("回收站", "Recycle bin"),
  lead: label(
    "删除的记录保留在这里，可以连同历史一起恢复。",
    "Deleted records are kept here and can be restored with their history.",
  ),
  object: label("对象", "Object"),
  owner: label("负责人", "Owner"),
  by: label("删除人", "Deleted by"),
  at: label("删除时间", "Deleted"),
  restore: label("恢复", "Restore"),
  restored: label("已恢复“{title}”", "“{title}” restored"),
  none: label("回收站是空的", "The recycle bin is empty"),
});
