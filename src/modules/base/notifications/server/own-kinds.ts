import { type Label, label } from "../../../../shared/i18n/label.ts";
import { task } from "../../../../objects/work/task/task.object.ts";
import { noticeKinds } from "./notice-kinds.ts";

const kind = (name: string, called: Label, text: Label, why: Label) =>
  noticeKinds.define(name, { label: called, text, why });
/** Of work that somebody has started the bell tells; a mail of it is for those who want one. */
const ending = (name: string, called: Label, text: Label) =>
  noticeKinds.define(name, { label: called, text, why: STARTED, mail: "never" });
const STARTED = label("这是你启动的后台任务", "you started this work");

/** What this module tells people itself, by the names that stand in records. */
export const ownKinds = {
  mention: kind(
    "mention",
    label("被提到", "Mentioned"),
    label("{actor}在{about}中提到了你", "{actor} mentioned you in {about}"),
    label("有人在文字中提到了你", "someone named you in a text"),
  ),
  commented: kind(
    "commented",
    label("新评论", "New comment"),
    label("{actor}评论了{about}", "{actor} commented on {about}"),
    label("记录由你负责，或你评论过它", "you own the record or have commented on it"),
  ),
  replied: kind(
    "replied",
    label("新回复", "New reply"),
    label("{actor}在{about}下回复了你参与的评论", "{actor} replied in a thread of yours on {about}"),
    label("你在这条评论下发过言", "you have spoken in this thread"),
  ),
  task: noticeKinds.define("task", {
    label: label("分配任务", "Task assigned"),
    applies: ({ name }) => name === task.name,
    text: label("{actor}给你分配了{about}", "{actor} assigned you {about}"),
    why: label("任务由你完成", "the task is yours to do"),
  }),
  handed_over: kind(
    "handed_over",
    label("转交负责", "Handed over"),
    label("{actor}将{about}交给你负责", "{actor} handed {about} over to you"),
    label("记录现在由你负责", "the record is yours now"),
  ),
  link_emptied: kind(
    "link_emptied",
    label("关联被清空", "Link cleared"),
    label(
      "{actor}删除了{target}，{about}的“{field}”已清空",
      "{actor} deleted {target}, so “{field}” of {about} was cleared",
    ),
    label("记录由你负责", "you own the record"),
  ),
  import_done: ending(
    "import_done",
    label("导入完成", "Import finished"),
    label(
      "导入“{file}”已完成：新建 {created}，更新 {updated}，失败 {failed}",
      "Import “{file}” finished: {created} created, {updated} updated, {failed} failed",
    ),
  ),
  import_failed: ending(
    "import_failed",
    label("导入未完成", "Import failed"),
    label("导入“{file}”没有完成", "Import “{file}” did not finish"),
  ),
  job_done: ending(
    "job_done",
    label("批量处理完成", "Bulk change finished"),
    label(
      "批量处理已完成：{done} 条成功，{refused} 条未通过",
      "Bulk change finished: {done} done, {refused} not accepted",
    ),
  ),
  job_failed: ending(
    "job_failed",
    label("批量处理未完成", "Bulk change failed"),
    label("批量处理没有完成", "The bulk change did not finish"),
  ),
};
