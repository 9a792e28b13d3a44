import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** What the screens of people and their rights are called. */
export const identityScreenMessages = defineMessages({
  company: label("公司信息", "Company"),
  calendar: label("工作日历", "Working days"),
  departments: label("部门", "Departments"),
  people: label("成员", "People"),
  invite: label("邀请成员", "Invite someone"),
  roles: label("角色与权限", "Roles and permissions"),
  keys: label("API 密钥", "API keys"),
  security: label("安全", "Security"),
  protection: label("数据防护", "Data protection"),
  twoStep: label("两步验证", "Two-step sign-in"),
  notices: label("我的通知", "My notifications"),
  sessions: label("登录会话", "Sessions"),
  access: label("登录会话与密钥", "Sessions & API keys"),
});
