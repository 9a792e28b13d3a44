import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const retentionMessages = defineMessages({
  bad_retention: label("请检查标出的期限。", "Check the highlighted periods."),
  unknown_retention: label("没有这一项。", "There is no such entry."),
  too_short: label("至少 {least} 天。", "At least {least} {least|day|days}."),
});
