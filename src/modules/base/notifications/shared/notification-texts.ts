import { label, type Label } from "../../../../shared/i18n/label.ts";
import type { NotificationKind } from "./notifications.contract.ts";

/** `about` is the record's title in quotes, or only its kind where the reader may not see it. */
export const notificationTexts: Readonly<Record<NotificationKind, Label>> = {
  mention: label("{actor}在{about}中提到了您", "{actor} mentioned you on {about}"),
  task: label("{actor}给您分配了{about}", "{actor} gave you {about}"),
  handed_over: label("{actor}将{about}交给您负责", "{actor} handed {about} over to you"),
  link_emptied: label(
    "{actor}删除了{target}，{about}的“{field}”已清空",
    "{actor} deleted {target}; “{field}” of {about} is empty now",
  ),
  stage: label("{about}：{text}", "{about}: {text}"),
  approval: label("{about}：{text}", "{about}: {text}"),
  import_done: label(
    "导入“{file}”已完成：新建 {created}，更新 {updated}，失败 {failed}",
    "The import “{file}” is done: {created} created, {updated} updated, {failed} failed",
  ),
  import_failed: label("导入“{file}”没有完成", "The import “{file}” did not finish"),
  job_done: label(
    "批量处理已完成：{done} 条成功，{refused} 条未通过",
    "The bulk change is done: {done} done, {refused} refused",
  ),
  job_failed: label("批量处理没有完成", "The bulk change did not finish"),
  stalled: label(
    "您有 {count} 个商机停滞（{clocks}），停留最久的是{target}",
    "Your stalled deals: {count} ({clocks}). Longest in its stage: {target}",
  ),
  stalled_people: label(
    "您的下属有 {count} 个商机停滞（{clocks}），停留最久的是{target}",
    "Stalled deals of your people: {count} ({clocks}). Longest in its stage: {target}",
  ),
};
export const aboutTexts = {
  titled: label("{object}“{title}”", "{object} “{title}”"),
  untitled: label("一条{object}", "a record ({object})"),
  nothing: label("一条记录", "a record"),
  somebody: label("系统", "The system"),
};
