import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";

/** By which clocks deals stand still, as parts of one notice. */
export const digestMessages = defineMessages({
  dwell: label("停留过久 {count}", "too long in the stage {count}"),
  idle: label("久未联系 {count}", "no contact {count}"),
  slip: label("一再延期 {count}", "put off {count}"),
  between: label("，", ", "),
});
