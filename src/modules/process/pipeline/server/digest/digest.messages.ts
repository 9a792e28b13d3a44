import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";

/** By which clocks deals stand still, as parts of one notice. */
export const digestMessages = defineMessages({
  dwell: label("停留过久 {count}", "{count} too long in stage"),
  idle: label("久未联系 {count}", "{count} without contact"),
  slip: label("多次延期 {count}", "{count} postponed"),
  between: label("，", ", "),
});
