import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** Questions that have no suggestion, answered together. */
export const openQuestionMessages = defineMessages({
  open: label("{count} 个值没有建议：", "{count} {count|value has|values have} no suggestion:"),
  create: label("都新建（{what}）", "Create all ({what})"),
  empty: label("都留空（{what}）", "Leave all empty ({what})"),
  skip: label("都跳过（{what}）", "Skip all ({what})"),
  some: label("{field} {count} 个", "{field}: {count}"),
});
