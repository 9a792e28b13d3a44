import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";

export const linkPageMessages = defineMessages({
  comment: label("意见", "Comment"),
  commentNeeded: label("请写明意见", "Please add a comment"),
  met: label("已满足", "Met"),
  open: label("未满足", "Not met"),
  until: label("链接有效期至 {when}。", "This link works until {when}."),
  once: label("链接只能使用一次，有效期至 {when}。", "This link works once, until {when}."),
  done: label("可以关闭这个页面了。", "You can close this page."),
  failedDetail: label("请检查网络后再试一次。", "Check your network and try again."),
});
