import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** Apart from the other words, as they are needed before the page is. */
export const jobsEntryMessages = defineMessages({
  title: label("后台任务", "Background jobs"),
  about: label("你发起的批量处理、导入、交接等", "Bulk changes, imports and handovers you started"),
});
