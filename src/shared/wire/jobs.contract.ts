import { label } from "../i18n/label.ts";
import { contract, FILE } from "./contract.ts";
import { choice, data, moment, nullable, object, text, uuid, whole, type Static } from "./schema.ts";

/** Long work in somebody's name. */
const Job = object({
  id: uuid(),
  kind: choice("bulk", "handover"),
  object: text(),
  status: choice("queued", "running", "done", "failed", "cancelled"),
  /** Records gone through, refused ones included. */
  done: whole(),
  /** Null until the records are known. */
  total: nullable(whole()),
  /** What became of them; null where it failed, or goes on. */
  result: nullable(object({ done: whole(), refused: whole() })),
  error: nullable(object({ code: text(), message: text() })),
  /** The address of a table of the refused records. */
  errors_file: nullable(text()),
  created_at: moment(),
  finished_at: nullable(moment()),
});
export type Job = Static<typeof Job>;

const tag = "jobs";

export const readJob = contract({
  method: "GET",
  path: "/jobs/:id",
  tag,
  summary: label("后台任务的进度与结果", "Progress and result of a job"),
  answer: data(Job),
  errors: { not_found: 404 },
});

export const cancelJob = contract({
  method: "POST",
  path: "/jobs/:id/cancel",
  tag,
  summary: label("取消后台任务", "Cancel a job"),
  status: 202,
  answer: object({ id: uuid() }),
  errors: { not_found: 404, already_ended: 409 },
});

export const readJobErrors = contract({
  method: "GET",
  path: "/jobs/:id/errors.csv",
  tag,
  summary: label("未通过的记录及原因", "Refused records and why"),
  answer: FILE,
  errors: { not_found: 404 },
});
