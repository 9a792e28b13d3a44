import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";

export const peopleMessages = defineMessages({
  contact: label("邮箱或手机", "Email or mobile"),
  contactHint: label("也是登录名", "They sign in with it"),
  roleLater: label("角色由管理角色的同事分配", "A colleague who manages roles gives them one"),
  createLink: label("生成邀请链接", "Create invite link"),
  linkFor: label("把链接发给 {name}：", "Send this link to {name}:"),
  linkUntil: label(
    "7 天内有效，只能用一次，对方自己设置密码。",
    "It works for 7 days and once. They choose their own password.",
  ),
  another: label("再邀请一位", "Invite another"),
  roles: label("角色", "Roles"),
  between: label("、", ", "),
  noRole: label("没有角色", "No role"),
  state: label("状态", "Status"),
  everyone: label("全部", "Everyone"),
  none: label("未邀请", "Not invited"),
  expired: label("邀请已过期", "Invitation expired"),
  invited: label("已邀请", "Invited"),
  invitedUntil: label("已邀请，{day} 到期", "Invited, until {day}"),
  enabled: label("已启用", "Active"),
  lastSeen: label("最近登录 {when}", "Last seen {when}"),
  inactive: label("已停用", "Deactivated"),
  invite: label("邀请", "Invite"),
  inviteAgain: label("重新邀请", "Invite again"),
  signIn: label("登录方式", "Sign-in"),
  editRoles: label("调整角色", "Change roles"),
  deactivate: label("停用", "Deactivate"),
  activate: label("重新启用", "Activate"),
  deactivateTitle: label("停用 {name}？", "Deactivate {name}?"),
  deactivateDetail: label(
    "对方立即退出，不能再登录；负责的客户和商机不变，之后可交接。",
    "They are signed out at once and can’t sign in. Their records stay theirs until you hand them over.",
  ),
  nobody: label("没有符合条件的成员", "Nobody matches"),
});
