import { label } from "../../../../shared/i18n/label.ts";
import { contract, NOTHING } from "../../../../shared/wire/contract.ts";
import {
  closed,
  mapOf,
  moment,
  nullable,
  object,
  optional,
  page,
  text,
  uuid,
  type Static,
} from "../../../../shared/wire/schema.ts";

const ApiKeyAnswer = object({
  id: uuid(),
  name: text(),
  /** The last four characters, to tell keys apart. */
  hint: text(),
  user: uuid(),
  person: nullable(text()),
  login: nullable(text()),
  role: nullable(text()),
  role_label: nullable(mapOf(text())),
  created_at: moment(),
  expires_at: nullable(moment()),
  last_used_at: nullable(moment()),
});
export type ApiKeyAnswer = Static<typeof ApiKeyAnswer>;

const common = { tag: "api-keys", path: "/api-keys" } as const;
const line = (maxLength: number) => text({ minLength: 1, maxLength, pattern: "^[^\\u0000]*$" });

export const makeKey = contract({
  ...common,
  method: "POST",
  summary: label("创建 API 密钥（只显示一次）", "Make an API key (shown once)"),
  description: label(
    "创建一个密钥，可限定为只读和到期日；密钥只在此时显示一次。",
    "Makes a key, read-only or with an end if wanted; the key itself is shown this once.",
  ),
  status: 201,
  body: closed({
    name: line(100),
    /** Name or id of a role that narrows the key. */
    role: optional(nullable(line(60))),
    expires_at: optional(nullable(text({ minLength: 10, maxLength: 40 }))),
  }),
  answer: object({ id: uuid(), key: text() }),
  errors: { person_needed: 403, unknown_role: 422, past_expiry: 422 },
});

export const listKeys = contract({
  ...common,
  method: "GET",
  summary: label("API 密钥（user=* 为全部）", "API keys (user=* for everyone's)"),
  description: label(
    "列出密钥：名称、创建人、最近使用、到期日，不含密钥本身。",
    "Keys with name, owner, last use and end, without the key itself.",
  ),
  query: object({
    user: optional(text({ maxLength: 36 })),
    q: optional(text({ maxLength: 100, pattern: "^[^\\u0000]*$" })),
  }),
  answer: page(ApiKeyAnswer),
});

export const revokeKey = contract({
  ...common,
  method: "DELETE",
  path: "/api-keys/:id",
  summary: label("吊销 API 密钥", "Revoke an API key"),
  description: label("吊销一个密钥，立即失效。", "Revokes a key; it works no more from then on."),
  status: 204,
  answer: NOTHING,
  errors: { not_found: 404 },
});
