import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const sharingMessages = defineMessages({
  may_not_share: label(
    "只有负责人或凭自身角色可编辑此记录的人才能共享它；经共享得到的权限不能再转给他人。",
    "Only the owner, or someone who may edit this record by a role of their own, can share it; what one has through a share is not passed on.",
  ),
  expires_past: label("有效期必须晚于现在。", "The end must be later than now."),
  unknown_object: label(
    "没有可按负责人共享的对象“{name}”。",
    "There is no object “{name}” whose records have owners.",
  ),
  bad_condition: label("条件有误：{problem}", "The condition is wrong: {problem}"),
  exceeds_sight: label(
    "此人或其下属名下有您看不到的记录，不能随人调动。请由看得到这些记录的人或管理员调动，或不带走记录。",
    "This person, or somebody who reports to them, owns records that you do not see. Somebody who sees them has to move them, or leave the records where they are.",
  ),
  unreadable: label(
    "条件用到了您无权查看的字段，不能据此共享记录。",
    "The condition reads a field that you may not see, so records cannot be shared by it.",
  ),
  beyond_own: label(
    "共享规则不能超出您自己的权限：您需要对“{name}”拥有“全部”范围的{level}权限。",
    "A sharing rule cannot reach further than you do: it takes the scope “all” to {level} “{name}”.",
  ),
  parent_forbidden: label(
    "您不能修改它所属的记录，因此不能为其添加明细或标签。",
    "You may not change the record it belongs to, so you cannot add lines or tags to it.",
  ),
  expired: label("共享到期，自动结束", "The share ended by itself"),
  moved_with: label("随负责人调动部门", "Moved with its owner to another department"),
  no_such_person: label("没有这位成员，或您无权查看。", "There is no such person, or you may not see them."),
  not_masked: label(
    "字段“{name}”没有脱敏，可直接查看。",
    "Field “{name}” is not masked; it is shown as it is.",
  ),
  unknown_field: label("没有字段“{name}”。", "There is no field “{name}”."),
});
