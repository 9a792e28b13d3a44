import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const startUpMessages = defineMessages({
  ready: label("渠成已启动：{address}", "Sluice is ready: {address}"),
  working: label("渠成后台进程已启动。", "The Sluice worker is running."),
  setUp: label(
    "请在浏览器中打开此地址，创建管理员。",
    "Open this address in a browser to create the administrator.",
  ),
  demo: label(
    "正在载入演示公司，可能需要一两分钟…",
    "Loading the demo company. This can take a minute or two…",
  ),
  admin: label("无法创建管理员：{cause}", "The administrator could not be created: {cause}"),
});
