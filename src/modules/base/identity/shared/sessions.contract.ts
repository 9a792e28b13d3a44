import { label } from "../../../../shared/i18n/label.ts";
import { contract, NOTHING } from "../../../../shared/wire/contract.ts";
import {
  choice,
  data,
  flag,
  moment,
  nullable,
  object,
  optional,
  page,
  text,
  uuid,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

/** A password alone, with a code or a recovery code, or a company account. */
const SessionWay = choice("password", "code", "recovery", "company");
export type SessionWay = Static<typeof SessionWay>;

const SessionAnswer = object({
  id: uuid(),
  user: uuid(),
  name: nullable(text()),
  login: nullable(text()),
  created_at: moment(),
  last_seen_at: moment(),
  expires_at: moment(),
  ip: nullable(text()),
  user_agent: nullable(text()),
  /** Null: it is older than what is kept of this. */
  way: nullable(SessionWay),
  /** The one that asks. */
  current: flag(),
});
export type SessionAnswer = Static<typeof SessionAnswer>;

/** Of the following page: when the last session of this one began, and which it is. */
const SESSION_CURSOR = "^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z~[0-9a-f-]{36}$";

export const listSessions = contract({
  method: "GET",
  path: "/sessions",
  tag: "session",
  summary: label("我的登录会话（user=* 为全部）", "My sessions (user=* for everybody's)"),
  description: label(
    "列出登录会话：设备、地址、最近使用。有相应权限可看所有人的。",
    "Sessions with device, address and last use; with the right to, those of everybody.",
  ),
  query: object({
    user: optional(text({ maxLength: 36 })),
    q: optional(text({ maxLength: 100, pattern: "^[^\\u0000]*$" })),
    cursor: optional(text({ pattern: SESSION_CURSOR })),
  }),
  answer: page(SessionAnswer),
});

export const endSession = contract({
  method: "DELETE",
  path: "/sessions/:id",
  tag: "session",
  summary: label("结束会话", "End a session"),
  description: label(
    "结束一个会话，该设备立即退出。",
    "Ends one session: that device is signed out at once.",
  ),
  query: object({ user: optional(text({ maxLength: 36 })) }),
  status: 204,
  answer: NOTHING,
  errors: { not_found: 404 },
});

/** How many were ended. */
const Ended = data(object({ ended: whole() }));
const ofPerson = { method: "DELETE", tag: "people", answer: Ended, errors: { not_found: 404 } } as const;

export const endSessionsOf = contract({
  ...ofPerson,
  path: "/users/:id/sessions",
  summary: label("结束某人的全部会话", "End all sessions of a person"),
  description: label(
    "结束某位成员的所有会话，其所有设备立即退出。",
    "Ends all sessions of a member: all their devices are signed out at once.",
  ),
});

export const revokeKeysOf = contract({
  ...ofPerson,
  path: "/users/:id/api-keys",
  summary: label("吊销某人的全部密钥", "Revoke all keys of a person"),
  description: label("吊销某位成员的所有密钥。", "Revokes all keys of a member."),
});
