import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const sharingMessages = defineMessages({
  may_not_share: label(
    "只有负责人，或凭自身角色可以编辑此记录的人，才能共享它；通过共享得到的权限不能再转给他人。",
    "Only the owner, or someone whose own role lets them edit this record, can share it. Access received through sharing cannot be passed on.",
  ),
  read_only_share: label("这类记录只能共享为只读。", "Records of this kind can be shared for reading only."),
  expires_past: label("有效期必须晚于现在。", "The end date must be in the future."),
  unknown_object: label(
    "“{name}”没有负责人，不能设置共享规则。",
    "“{name}” has no owners, so it cannot have sharing rules.",
  ),
  bad_condition: label("条件有误：{problem}", "The condition is wrong: {problem}"),
  exceeds_sight: label(
    "此人或其下属名下有你看不到的记录，不能随人调动。请由看得到这些记录的人或管理员调动，或不带走记录。",
    "This person, or someone who reports to them, owns records you cannot see. Ask someone who can see them to make the move, or leave the records where they are.",
  ),
  unreadable: label(
    "条件用到了你无权查看的字段，不能据此共享记录。",
    "The condition uses a field you do not have access to, so records cannot be shared by it.",
  ),
  beyond_own: label(
    "共享规则不能超出你自己的权限：你需要对“{name}”拥有“全部”范围的{level}权限。",
    "A sharing rule cannot go beyond your own access: you need the scope “all” to {level} “{name}”.",
  ),
  parent_forbidden: label(
    "你不能修改它所属的记录，因此不能为它添加明细或标签。",
    "You cannot change the record it belongs to, so you cannot add lines or tags to it.",
  ),
  expired: label("共享到期，自动结束", "The share expired"),
  moved_with: label("随负责人调动部门", "Moved with its owner to another department"),
  no_such_person: label(
    "没有这位成员，或你无权查看。",
    "This person does not exist, or you do not have access.",
  ),
  not_masked: label(
    "字段“{name}”没有脱敏，可以直接查看。",
    "Field “{name}” is not masked; it is shown in full.",
  ),
  unknown_field: label("没有名为“{name}”的字段。", "There is no field called “{name}”."),
});
