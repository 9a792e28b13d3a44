import { label } from "../../../../shared/i18n/label.ts";
import { contract, NOTHING } from "../../../../shared/wire/contract.ts";
import {
  data,
  list,
  moment,
  nullable,
  object,
  optional,
  text,
  uuid,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

const tag = "pipelines";

const Opened = object({
  stage: text({ maxLength: 80 }),
  /** Address of the link that was followed; absent: the panel itself was opened. */
  link: optional(text({ maxLength: 2000 })),
  /** The record beside which it stood. */
  record: optional(text({ maxLength: 36 })),
});
export type Opened = Static<typeof Opened>;
export const recordOpened = contract({
  method: "POST",
  path: "/pipelines/:id/guidance-opened",
  tag,
  summary: label("记录指引或链接被打开", "Keep that somebody opened a stage's guidance or a link in it"),
  description: label(
    "记下有人打开了阶段指引或其中的链接。",
    "Notes that somebody opened a stage’s guidance or a link in it.",
  ),
  status: 204,
  body: Opened,
  answer: NOTHING,
  errors: { not_found: 404, no_guidance: 422 },
});
const OpenedRow = object({
  person: nullable(uuid()),
  name: nullable(text()),
  stage: text(),
  link: nullable(text()),
  opened: whole(),
  last_at: moment(),
});
export type OpenedRow = Static<typeof OpenedRow>;
export const countOpened = contract({
  method: "GET",
  path: "/pipelines/:id/guidance-opened",
  tag,
  summary: label("指引打开统计", "Who opened which guidance how often"),
  description: label("返回各阶段指引被谁打开过几次。", "Who opened which guidance how often."),
  /** Moments or days. */
  query: object({ from: optional(text({ maxLength: 100 })), to: optional(text({ maxLength: 100 })) }),
  answer: data(list(OpenedRow)),
  errors: { malformed: 400, not_found: 404 },
});
