import { label } from "../i18n/label.ts";
import { contract, FILE } from "./contract.ts";
import {
  choice,
  closed,
  data,
  flag,
  labelOf,
  list,
  moment,
  nullable,
  object,
  optional,
  page,
  text,
  uuid,
  whole,
  type Static,
} from "./schema.ts";

const JobStatus = choice("queued", "running", "waiting", "done", "failed", "cancelled", "undone");
export type JobStatus = Static<typeof JobStatus>;

/** Long work in somebody's name. */
const Job = object({
  id: uuid(),
  /** One of the kinds that the modules bring, such as `bulk` or `import`. */
  kind: text(),
  /** The kind in words. */
  label: labelOf(),
  object: text(),
  status: JobStatus,
  /** Records gone through, refused ones included. */
  done: whole(),
  /** Null until the records are known. */
  total: nullable(whole()),
  /** What became of them; null where it failed, or goes on. */
  result: nullable(object({ done: whole(), refused: whole() })),
  error: nullable(object({ code: text(), message: text() })),
  /** The address of a table of the refused records. */
  errors_file: nullable(text()),
  /** What it has made, to be fetched by its person until then. */
  file: nullable(object({ name: text(), size: whole(), url: text(), until: moment() })),
  /** Asked for and done at the end of the batch under way. */
  wanted: nullable(choice("cancel", "pause")),
  can_pause: flag(),
  can_cancel: flag(),
  can_undo: flag(),
  /** The job that this one undoes. */
  parent: nullable(uuid()),
  created_at: moment(),
  finished_at: nullable(moment()),
});
export type Job = Static<typeof Job>;

const tag = "jobs";
const started = object({ id: uuid() });

export const listJobs = contract({
  method: "GET",
  path: "/jobs",
  tag,
  summary: label("我的后台任务", "One's own jobs, newest first"),
  description: label(
    "列出自己发起的后台任务：进度、结果、可做的操作。",
    "Jobs that one has started: progress, result, what can be done.",
  ),
  query: closed({
    kind: optional(text()),
    status: optional(JobStatus),
    cursor: optional(text()),
    limit: optional(text()),
  }),
  answer: page(Job),
  errors: { bad_cursor: 400 },
});

export const readJob = contract({
  method: "GET",
  path: "/jobs/:id",
  tag,
  summary: label("后台任务的进度与结果", "Progress and result of a job"),
  description: label(
    "返回一个任务的进度、已处理和未通过的条数以及结果。",
    "Progress of a job, how many are done and refused, and its result.",
  ),
  answer: data(Job),
  errors: { not_found: 404 },
});

export const cancelJob = contract({
  method: "POST",
  path: "/jobs/:id/cancel",
  tag,
  summary: label("取消后台任务", "Cancel a job"),
  description: label(
    "取消任务；已完成的部分保留，可以再撤销。",
    "Cancels it; what is done stays, and can be undone.",
  ),
  status: 202,
  answer: started,
  errors: { not_found: 404, already_ended: 409, not_cancellable: 409 },
});

export const pauseJob = contract({
  method: "POST",
  path: "/jobs/:id/pause",
  tag,
  summary: label("暂停后台任务", "Pause a job"),
  description: label("暂停任务，做完当前一批后停下。", "Pauses it after the batch at hand."),
  status: 202,
  answer: started,
  errors: { not_found: 404, already_ended: 409, not_pausable: 409 },
});

export const resumeJob = contract({
  method: "POST",
  path: "/jobs/:id/resume",
  tag,
  summary: label("继续后台任务", "Go on with a paused job"),
  description: label("从停下的地方继续。", "Goes on where it stopped."),
  status: 202,
  answer: started,
  errors: { not_found: 404, already_ended: 409 },
});

/** A record of which something stays as the job left it, and why. */
const KeptRecord = object({
  object: text(),
  id: uuid(),
  title: nullable(text()),
  why: choice("used", "changed", "refused", "gone"),
  fields: list(text()),
  message: optional(text()),
});

export const previewJobUndo = contract({
  method: "GET",
  path: "/jobs/:id/undo",
  tag,
  summary: label("撤销会改变什么，哪些记录后来被改过", "What an undo would do, and what was changed since"),
  description: label(
    "撤销之前查看：会恢复多少条，哪些后来又被改过、将保持不变。",
    "Before an undo: how many records would go back, and which were changed since and would stay.",
  ),
  answer: data(
    object({
      deleted: whole(),
      restored: whole(),
      /** The first of those that stay. */
      kept: list(KeptRecord),
      kept_total: whole(),
      /** False where there was more than a preview looks at. */
      complete: flag(),
    }),
  ),
  errors: { not_found: 404, not_undoable: 409 },
});

export const undoJob = contract({
  method: "POST",
  path: "/jobs/:id/undo",
  tag,
  summary: label("撤销后台任务所做的更改", "Revert what a job did"),
  description: label(
    "撤销任务所做的更改；后来被改过的内容不动。",
    "Reverts what the job did; what was changed since is left alone.",
  ),
  status: 202,
  answer: started,
  errors: {
    not_found: 404,
    not_undoable: 409,
    undoing: 409,
    dry_run: 409,
    already_undone: 409,
    still_running: 409,
  },
});

export const readJobFile = contract({
  method: "GET",
  path: "/jobs/:id/file",
  tag,
  summary: label("下载后台任务生成的文件", "The file that a job has made"),
  description: label(
    "下载任务生成的文件，如后台导出；保留 24 小时。",
    "The file that a job made, such as an export; kept for a day.",
  ),
  answer: FILE,
  errors: { not_found: 404, file_gone: 410 },
});

export const readJobErrors = contract({
  method: "GET",
  path: "/jobs/:id/errors.csv",
  tag,
  summary: label("未通过的记录及原因", "Refused records and why"),
  description: label("下载未通过的记录及原因。", "The refused records with the reasons, as CSV."),
  answer: FILE,
  errors: { not_found: 404 },
});
