import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** Apart from the other words, as they are needed before the page is. */
export const importEntryMessages = defineMessages({
  moving: label("迁移到另一套系统", "Move to another installation"),
  movingAbout: label(
    "按顺序把定义和记录带到另一套渠成",
    "Take definitions and records to another installation, step by step",
  ),
});
