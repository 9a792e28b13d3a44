import { activity } from "../../../objects/work/activity/activity.object.ts";
import { task } from "../../../objects/work/task/task.object.ts";
import { type Label, label } from "../../../shared/i18n/label.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import { partOf } from "../../../shared/metadata/record-of.ts";
import { textValue } from "../../data/values.ts";

/** How it is said that somebody did something, with the person met and without. */
type Said = readonly [withContact: Label, alone: Label];

/** Places: `who`, `contact`. */
const ACTIVITIES: Readonly<Record<string, Said>> = {
  call: [
    label("{who} 致电 {contact}", "{who} called {contact}"),
    label("{who} 打了电话", "{who} made a call"),
  ],
  visit: [
    label("{who} 拜访了 {contact}", "{who} visited {contact}"),
    label("{who} 上门拜访", "{who} made a visit"),
  ],
  wechat: [
    label("{who} 微信联系了 {contact}", "{who} messaged {contact} on WeChat"),
    label("{who} 用微信沟通", "{who} sent a WeChat message"),
  ],
  email: [
    label("{who} 给 {contact} 发了邮件", "{who} emailed {contact}"),
    label("{who} 发了邮件", "{who} sent an email"),
  ],
  meeting: [
    label("{who} 与 {contact} 开了会", "{who} met {contact}"),
    label("{who} 开了会", "{who} held a meeting"),
  ],
  needs_interview: [
    label("{who} 访谈了 {contact}", "{who} interviewed {contact}"),
    label("{who} 做了需求访谈", "{who} held a needs interview"),
  ],
  demo: [
    label("{who} 给 {contact} 做了演示", "{who} gave {contact} a demo"),
    label("{who} 做了方案演示", "{who} gave a demo"),
  ],
  other: [
    label("{who} 跟进了 {contact}", "{who} followed up with {contact}"),
    label("{who} 做了跟进", "{who} followed up"),
  ],
};
/** Places: `who`, `type`, `contact`. */
const OTHER_TYPE: Said = [
  label("{who} 记录了{type} · {contact}", "{who} logged: {type} · {contact}"),
  label("{who} 记录了{type}", "{who} logged: {type}"),
];
const PLANNED: Said = [
  label("{who} 计划{type} · {contact}", "{who} planned: {type} · {contact}"),
  label("{who} 计划{type}", "{who} planned: {type}"),
];
const CANCELLED: Said = [
  label("{who} 取消了{type} · {contact}", "{who} cancelled: {type} · {contact}"),
  label("{who} 取消了{type}", "{who} cancelled: {type}"),
];
/** Places: `who`, `title`. */
const TASKS: Readonly<Record<string, Label>> = {
  open: label("{who} 待办：{title}", "{who} is to do {title}"),
  done: label("{who} 完成了 {title}", "{who} completed {title}"),
  cancelled: label("{who} 取消了任务 {title}", "{who} cancelled {title}"),
};
const OTHERS: Readonly<Record<string, Label>> = {
  note: label("{who} 写了备注", "{who} wrote a note"),
  file: label("{who} 上传了 {title}", "{who} uploaded {title}"),
  form_response: label("{who} 填写了 {title}", "{who} filled in {title}"),
};
const ANY = label("{who} 添加了{object} {title}", "{who} added {object} {title}");

/**
 * How it is said what somebody did, as a sentence with places for `who`, `contact`, `type`, `object` and
 * `title`, as far as it has them.
 */
export function sentenceOf(object: string, record: Values, hasContact: boolean): Label {
  if (object === activity.name) {
    const { type, status } = partOf(activity, record);
    const said =
      status === "planned"
        ? PLANNED
        : status === "cancelled"
          ? CANCELLED
          : (ACTIVITIES[textValue(type)] ?? OTHER_TYPE);
    return said[hasContact ? 0 : 1];
  }
  if (object === task.name) return TASKS[textValue(partOf(task, record).status)] ?? ANY;
  return OTHERS[object] ?? ANY;
}
