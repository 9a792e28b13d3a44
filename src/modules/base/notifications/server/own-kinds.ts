import { type Label, label } from "../../../../shared/i18n/label.ts";
import { task } from "../../../../objects/work/task/task.object.ts";
import { noticeKinds } from "./notice-kinds.ts";

const kind = (name: string, called: Label, text: Label) => noticeKinds.define(name, { label: called, text });

/** What this module tells people itself, by the names that stand in records. */
export const ownKinds = {
  mention: kind(
    "mention",
    label("被提到", "Mentioned"),
    label("{actor}在{about}中提到了你", "{actor} mentioned you in {about}"),
  ),
  commented: kind(
    "commented",
    label("新评论", "New comment"),
    label("{actor}评论了{about}", "{actor} commented on {about}"),
  ),
  task: noticeKinds.define("task", {
    label: label("分配任务", "Task assigned"),
    applies: ({ name }) => name === task.name,
    text: label("{actor}给你分配了{about}", "{actor} assigned you {about}"),
  }),
  handed_over: kind(
    "handed_over",
    label("转交负责", "Handed over"),
    label("{actor}将{about}交给你负责", "{actor} handed {about} over to you"),
  ),
  link_emptied: kind(
    "link_emptied",
    label("关联被清空", "Link cleared"),
    label(
      "{actor}删除了{target}，{about}的“{field}”已清空",
      "{actor} deleted {target}, so “{field}” of {about} was cleared",
    ),
  ),
  import_done: kind(
    "import_done",
    label("导入完成", "Import finished"),
    label(
      "导入“{file}”已完成：新建 {created}，更新 {updated}，失败 {failed}",
      "Import “{file}” finished: {created} created, {updated} updated, {failed} failed",
    ),
  ),
  import_failed: kind(
    "import_failed",
    label("导入未完成", "Import failed"),
    label("导入“{file}”没有完成", "Import “{file}” did not finish"),
  ),
  job_done: kind(
    "job_done",
    label("批量处理完成", "Bulk change finished"),
    label(
      "批量处理已完成：{done} 条成功，{refused} 条未通过",
      "Bulk change finished: {done} done, {refused} not accepted",
    ),
  ),
  job_failed: kind(
    "job_failed",
    label("批量处理未完成", "Bulk change failed"),
    label("批量处理没有完成", "The bulk change did not finish"),
  ),
};
