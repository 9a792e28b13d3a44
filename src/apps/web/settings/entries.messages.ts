import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const entryMessages = defineMessages({
  settings: label("设置", "Settings"),
  groupCompany: label("公司", "Company"),
  groupPeople: label("组织与权限", "People and access"),
  groupBuild: label("业务配置", "Business setup"),
  groupData: label("数据", "Data"),
  groupMine: label("我的登录", "My sign-in"),
  years: label("没有可设置的内容", "Nothing to set up here"),
});
