import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** Why something about permissions was refused, in words. */
export const permissionScreenMessages = defineMessages({
  nobody_there: label("没有这个成员、角色或部门。", "There is no such person, role or department."),
  user_or_role: label("请指定一名成员或一个角色。", "Specify a person or a role."),
  unknown_field: label("没有这个字段。", "There is no such field."),
  record_needed: label("请指定一条记录。", "Specify a record."),
  unknown_ability: label("没有这项功能权限。", "There is no such permission."),
  session_needed: label(
    "须由本人登录后才能以他人身份查看，不能使用 API 密钥。",
    "You need to be signed in yourself to view as someone else; an API key won’t do.",
  ),
  view_as_exceeds: label(
    "只能以本部门及下级中权限不超过自己的成员身份查看。",
    "You can only view as people in your own departments whose permissions do not exceed yours.",
  ),
  answered: label(
    "已经决定了谁可以使用此对象，请在角色中修改。",
    "It has already been decided who may use this object. Change it under roles.",
  ),
  no_object: label("没有这个对象。", "There is no such object."),
  bad_rights: label("角色权限格式不对。", "The permissions of the role are malformed."),
  inactive: label("{person} 已停用，不能登录", "{person} is deactivated and cannot sign in"),
});
