import { label, LANGUAGES } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  closed,
  data,
  flag,
  object,
  optional,
  text,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { SessionUser } from "../../../../shared/wire/session.contract.ts";
import { MAX_PASSWORD } from "./password-length.ts";

const Language = choice(...LANGUAGES);

/** `needed` while nobody can sign in yet. */
const SetupState = object({ needed: flag(), company: object({ name: text(), language: Language }) });
export type SetupState = Static<typeof SetupState>;

const line = (maxLength: number) => optional(text({ minLength: 1, maxLength, pattern: "^[^\\u0000]*$" }));
const SetupValues = closed({
  login: text({ minLength: 1, maxLength: 100, pattern: "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$" }),
  password: text({ maxLength: MAX_PASSWORD * 4 }),
  /** Of the person; the login unless told. */
  name: line(100),
  email: line(200),
  company: line(200),
  language: optional(Language),
  currency: line(3),
  zone: line(60),
});
export type SetupValues = Static<typeof SetupValues>;

const common = { tag: "setup", path: "/setup" } as const;

export const readSetup = contract({
  ...common,
  method: "GET",
  summary: label("是否需要初始设置", "Whether setup is needed"),
  description: label(
    "告知这是不是一套尚未设置的系统；任何人可读。",
    "Tells whether this installation has still to be set up; open to anyone.",
  ),
  answer: data(SetupState),
});

export const beginSetup = contract({
  ...common,
  method: "POST",
  summary: label("创建公司和系统管理员", "Make the company and its administrator"),
  description: label(
    "建立公司和第一位系统管理员；只能做一次。",
    "Makes the company and its first administrator; works once.",
  ),
  status: 201,
  body: SetupValues,
  answer: object({ user: SessionUser }),
  errors: { weak_password: 422, setup_closed: 409, setup_running: 409 },
});
