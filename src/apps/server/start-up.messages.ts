import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const startUpMessages = defineMessages({
  ready: label("渠成已启动：{address}", "Sluice is ready: {address}"),
  working: label("渠成后台进程已启动。", "Sluice is at work (worker)."),
  setUp: label("请在浏览器中打开此地址，创建管理员。", "Open it in a browser to make the administrator."),
  demo: label("正在载入演示公司（约半分钟）…", "Loading the demo company (about half a minute)…"),
  admin: label("无法创建管理员：{cause}", "The administrator cannot be made: {cause}"),
});
