import { label } from "../../../../shared/i18n/label.ts";
import { contract, NOTHING } from "../../../../shared/wire/contract.ts";
import {
  closed,
  data,
  flag,
  list,
  moment,
  nullable,
  object,
  optional,
  text,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { SessionUser } from "../../../../shared/wire/session.contract.ts";

const SecondFactorAnswer = object({
  on: flag(),
  since: nullable(moment()),
  /** Recovery codes that are left. */
  codes_left: whole(),
  /** The company asks it of this person. */
  required: flag(),
});
export type SecondFactorAnswer = Static<typeof SecondFactorAnswer>;

/** A new secret before it is confirmed: for the authenticator by picture or typed in. */
const SecondFactorOffer = object({
  secret: text(),
  uri: text(),
  /** SVG. */
  picture: text(),
});
export type SecondFactorOffer = Static<typeof SecondFactorOffer>;

/** Members of the problem that answers a right password when a code is still needed. */
export interface SecondStep {
  /** For `POST /session/second-factor`; good once and for minutes. */
  readonly challenge: string;
  /** Given when the person must set a second factor up first. */
  readonly offer?: SecondFactorOffer;
}

const code = text({ minLength: 1, maxLength: 40, pattern: "^[^\\u0000]*$" });
const mine = { tag: "me", path: "/me/second-factor" } as const;
const tries = { person_needed: 403, locked: 429, too_many_attempts: 429 } as const;
const RecoveryCodes = data(object({ recovery_codes: list(text()) }));

/** The second step of signing in: a code of the authenticator or a recovery code. */
export const takeSecondStep = contract({
  method: "POST",
  path: "/session/second-factor",
  tag: "session",
  summary: label("登录第二步：验证码", "Second step of signing in: the code"),
  description: label(
    "提交验证码或恢复码，完成登录。",
    "Takes the code, or a recovery code, and completes signing in.",
  ),
  body: closed({ challenge: text({ minLength: 1, maxLength: 200 }), code }),
  answer: object({
    user: SessionUser,
    /** When this sign-in has set the second factor up. */
    recovery_codes: optional(list(text())),
  }),
  errors: {
    network_not_allowed: 403,
    challenge_gone: 410,
    locked: 401,
    too_many_attempts: 429,
    wrong_code: 422,
  },
});

export const readMySecondFactor = contract({
  ...mine,
  method: "GET",
  summary: label("本人的两步验证", "One's own two-step sign-in"),
  description: label(
    "返回本人是否开启两步验证、还剩几个恢复码。",
    "Whether one’s own two-step sign-in is on, and how many recovery codes are left.",
  ),
  answer: data(SecondFactorAnswer),
  errors: { person_needed: 403 },
});

export const beginSecondFactor = contract({
  ...mine,
  method: "POST",
  summary: label("开始设置两步验证", "Begin to set up two-step sign-in"),
  description: label(
    "返回新的密钥和二维码内容；用验证码确认之后才生效。",
    "A new secret with what its QR code says; it counts only once confirmed by a code.",
  ),
  body: closed({ password: text({ minLength: 1, maxLength: 1000 }) }),
  answer: data(SecondFactorOffer),
  errors: { ...tries, wrong_password: 422, second_factor_on: 409 },
});

export const turnSecondFactorOn = contract({
  ...mine,
  method: "POST",
  path: "/me/second-factor/confirm",
  summary: label(
    "用验证码开启两步验证，返回一次性恢复码",
    "Turn two-step sign-in on with a code; gives the recovery codes once",
  ),
  description: label(
    "用验证码确认并开启，恢复码只显示这一次。",
    "Confirms with a code and turns it on; the recovery codes are shown this once.",
  ),
  body: closed({ code }),
  answer: RecoveryCodes,
  errors: { ...tries, wrong_code: 422 },
});

export const renewRecoveryCodes = contract({
  ...mine,
  method: "POST",
  path: "/me/second-factor/recovery-codes",
  summary: label("重新生成恢复码", "Make new recovery codes"),
  description: label("作废旧的恢复码，生成新的一组。", "Voids the old recovery codes and makes new ones."),
  body: closed({ code }),
  answer: RecoveryCodes,
  errors: { ...tries, wrong_code: 422 },
});

export const turnSecondFactorOff = contract({
  ...mine,
  method: "DELETE",
  summary: label("关闭本人的两步验证", "Turn one's own two-step sign-in off"),
  description: label(
    "关闭本人的两步验证；公司要求必须开启时会被拒绝。",
    "Turns one’s own two-step sign-in off; refused where the company asks for it.",
  ),
  status: 204,
  body: closed({ code }),
  answer: NOTHING,
  errors: { ...tries, wrong_code: 422, second_factor_stays: 409 },
});

const others = { tag: "people", path: "/users/:id/second-factor" } as const;

export const readSecondFactorOf = contract({
  ...others,
  method: "GET",
  summary: label("某人的两步验证", "Someone's two-step sign-in"),
  description: label(
    "返回某位成员是否开启两步验证，供管理员查看。",
    "Whether a member has two-step sign-in, for administrators.",
  ),
  answer: data(SecondFactorAnswer),
  errors: { not_found: 404 },
});

export const resetSecondFactor = contract({
  ...others,
  method: "DELETE",
  summary: label("重置某人的两步验证", "Reset someone's two-step sign-in"),
  description: label(
    "成员丢失设备时重置其两步验证，并结束其会话；记入访问日志。",
    "Resets it for a member who has lost the device and ends their sessions; recorded in the access log.",
  ),
  status: 204,
  answer: NOTHING,
  errors: { person_needed: 403, not_found: 404, second_factor_off: 409 },
});
