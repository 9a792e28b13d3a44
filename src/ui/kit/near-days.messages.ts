import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const nearDayMessages = defineMessages({
  tomorrow: label("明天", "Tomorrow"),
  monday: label("下周一", "Next Monday"),
  week: label("一周后", "In a week"),
});
