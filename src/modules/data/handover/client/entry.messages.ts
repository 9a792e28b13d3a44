import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** Apart from the other words, as they are needed before the page is. */
export const handoverEntryMessages = defineMessages({
  action: label("工作交接", "Hand over work"),
});
