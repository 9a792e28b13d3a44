import { label } from "../../../../shared/i18n/label.ts";
import { contract, NOTHING } from "../../../../shared/wire/contract.ts";
import {
  closed,
  data,
  day,
  flag,
  list,
  moment,
  nullable,
  object,
  optional,
  type Static,
  text,
  uuid,
} from "../../../../shared/wire/schema.ts";

const words = (maxLength: number) => text({ minLength: 1, maxLength, pattern: "^[^\\u0000]*$" });

const HandedTask = object({
  id: uuid(),
  subject: text(),
  status: text(),
  due_date: nullable(day()),
  /** Who handed it over. */
  from: nullable(text()),
  handed_at: nullable(moment()),
});
export type HandedTask = Static<typeof HandedTask>;

const HandedTaskDetail = object({
  task: HandedTask,
  description: nullable(text()),
  result: nullable(text()),
  /** What of the record it is about is opened, in words; nothing once the task is closed. */
  facts: list(object({ label: text(), value: text(), strong: flag() })),
  comments: list(object({ id: uuid(), by: nullable(text()), mine: flag(), at: moment(), text: text() })),
});
export type HandedTaskDetail = Static<typeof HandedTaskDetail>;

const tag = "collaboration";
const errors = { not_found: 404 } as const;

export const handOver = contract({
  method: "POST",
  path: "/records/:object/:id/hand-over",
  tag,
  status: 201,
  summary: label("转给同事协作", "Hand a task to a collaborator"),
  description: label(
    "在这条记录上新建一个任务并交给协作者。对方只看到这个任务和所选的字段，而且不超过你此刻能看到的内容。",
    "Makes a task on this record and hands it to a collaborator, who sees the task and the chosen fields, never more of them than you see at that moment.",
  ),
  body: closed({
    subject: words(200),
    description: optional(text({ maxLength: 5000, pattern: "^[^\\u0000]*$" })),
    due_date: optional(day()),
    collaborator: uuid(),
    fields: list(words(80), { maxItems: 50 }),
  }),
  answer: data(object({ id: uuid() })),
  errors: { ...errors, forbidden: 403, invalid: 422, not_collaborator: 422, field_not_yours: 422 },
});

export const takeBack = contract({
  method: "POST",
  path: "/collaborations/:id/take-back",
  tag,
  status: 204,
  summary: label("收回协作", "Take a task back"),
  description: label(
    "协作者立即看不到这个任务和记录的字段；已填的结果保留。",
    "The collaborator sees the task and its fields no more; what they have filled in stays.",
  ),
  answer: NOTHING,
  errors: { ...errors, forbidden: 403, invalid: 422 },
});

export const listCollaborators = contract({
  method: "GET",
  path: "/collaborators",
  tag,
  summary: label("可以转交的协作者", "Collaborators who can be handed a task"),
  description: label("返回启用中的协作者。", "The active collaborators."),
  answer: data(list(object({ id: uuid(), name: text(), title: nullable(text()) }))),
});

export const listHanded = contract({
  method: "GET",
  path: "/collaborations",
  tag,
  summary: label("交给我的任务", "The tasks handed to me"),
  description: label(
    "协作者看到的全部：交给他的任务，未完成的在前。",
    "All that a collaborator sees: their tasks, open ones first.",
  ),
  answer: data(list(HandedTask)),
});

export const readHanded = contract({
  method: "GET",
  path: "/collaborations/:id",
  tag,
  summary: label("一个交给我的任务", "One task handed to me"),
  description: label(
    "任务、对方开放的字段和转交之后的评论。不是交给你的任务一律 404。",
    "The task, the fields opened with it and the comments since. Any other task is a 404.",
  ),
  answer: data(HandedTaskDetail),
  errors,
});

export const answerHanded = contract({
  method: "POST",
  path: "/collaborations/:id/result",
  tag,
  summary: label("填写协作结果", "Fill in the result"),
  description: label(
    "保存结果；done 为真时同时完成任务，转交人会收到通知。",
    "Saves the result; with `done` the task is completed and whoever handed it over is told.",
  ),
  body: closed({ result: words(5000), done: flag() }),
  answer: data(HandedTaskDetail),
  errors: { ...errors, task_closed: 409 },
});

export const commentHanded = contract({
  method: "POST",
  path: "/collaborations/:id/comments",
  tag,
  summary: label("评论交给我的任务", "Comment on a task handed to me"),
  description: label("评论显示在任务上。", "The comment stands on the task."),
  body: closed({ text: words(5000) }),
  answer: data(HandedTaskDetail),
  errors,
});
