import { label } from "../i18n/label.ts";
import { contract } from "./contract.ts";
import {
  moment,
  nullable,
  object,
  optional,
  page,
  text,
  uuid,
  values,
  whole,
  type Static,
} from "./schema.ts";

const AccessAnswer = object({
  id: whole(),
  at: moment(),
  kind: text(),
  /** Who did it. */
  user: nullable(uuid()),
  /** Of the person today. */
  name: nullable(text()),
  /** Whom it concerns, where that is somebody else: who was invited, whose session was ended. */
  subject: nullable(uuid()),
  subject_name: nullable(text()),
  login: nullable(text()),
  ip: nullable(text()),
  user_agent: nullable(text()),
  detail: nullable(values()),
});
export type AccessAnswer = Static<typeof AccessAnswer>;

/** "2026-11-30T08:00Z", seconds and their parts if one likes. */
const asked = optional(text({ pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,6})?)?Z$" }));

export const readAccessLog = contract({
  method: "GET",
  path: "/access-log",
  tag: "people",
  summary: label("访问日志，最新在前", "The access log, newest first"),
  description: label(
    "返回登录、权限、导出、查看脱敏内容等记录，可按成员、类别和时间筛选。",
    "Sign-ins, rights, exports, looks at masked values and the like, by member, kind and time.",
  ),
  query: object({
    user: optional(text({ maxLength: 36 })),
    kind: optional(text({ pattern: "^[a-z_]{1,40}$" })),
    from: asked,
    to: asked,
    cursor: optional(text({ pattern: "^\\d{1,15}$" })),
  }),
  answer: page(AccessAnswer),
});
