import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

/** Why something about permissions was refused, in words. */
export const permissionTexts = defineMessages({
  nobody_there: label("没有这个成员、角色或部门。", "There is no such person, role or department."),
  user_or_role: label("请指定一名成员或一个角色。", "Name a person or a role."),
  unknown_field: label("没有这个字段。", "There is no such field."),
  record_needed: label("请指定一条记录。", "Name a record."),
  unknown_ability: label("没有这项能力。", "There is no such ability."),
  inactive: label("{person} 已停用，不能登录", "{person} is deactivated and cannot sign in"),
});
