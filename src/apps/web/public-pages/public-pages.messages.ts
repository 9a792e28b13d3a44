import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const publicMessages = defineMessages({
  loading: label("正在打开…", "Opening…"),
  dead: label("这个链接已失效", "This link no longer works"),
  deadDetail: label(
    "它可能已经用过、过期或被撤回。需要时请联系发给你链接的人。",
    "It may have been used, have expired or been revoked. If you still need it, ask the person who sent it to you.",
  ),
  failed: label("没能打开", "This could not be opened"),
  failedDetail: label("请检查网络后再试一次。", "Check your network and try again."),
  retry: label("再试一次", "Try again"),
  otherLanguage: label("English", "中文"),
});
