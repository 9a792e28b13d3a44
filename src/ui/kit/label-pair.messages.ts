import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";

export const labelPairMessages = defineMessages({
  chinese: label("中文", "Chinese"),
  english: label("英文", "English"),
});
