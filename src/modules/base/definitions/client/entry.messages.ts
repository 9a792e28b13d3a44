import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** Apart from the other words, as it is needed before the page is. */
export const definitionEntryMessages = defineMessages({
  objects: label("对象与字段", "Objects and fields"),
});
