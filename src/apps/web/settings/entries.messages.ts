import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const entryTexts = defineMessages({
  settings: label("设置", "Settings"),
  groupCompany: label("公司", "Company"),
  groupPeople: label("组织与权限", "People and rights"),
  groupBuild: label("业务配置", "Build"),
  groupData: label("数据", "Data"),
  groupMine: label("我的登录", "My sign-in"),
  company: label("公司信息", "Company"),
  calendar: label("工作日历", "Working calendar"),
  bin: label("回收站", "Recycle bin"),
  departments: label("部门", "Departments"),
  people: label("成员", "People"),
  roles: label("角色与权限", "Roles and rights"),
  objects: label("对象与字段", "Objects and fields"),
  keys: label("API 密钥", "API keys"),
  security: label("安全", "Security"),
  protection: label("数据防护", "Data protection"),
  twoStep: label("两步验证", "Two-step sign-in"),
  notices: label("我的通知", "My notifications"),
  sessions: label("登录会话", "Sessions"),
  access: label("在线会话与密钥", "Sessions and keys of all"),
  health: label("系统健康", "Health of the system"),
  retention: label("保留期限", "Retention"),
  years: label("还没有可设置的内容", "Nothing to set up"),
});
