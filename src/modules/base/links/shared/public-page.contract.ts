import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  data,
  flag,
  list,
  moment,
  nullable,
  object,
  optional,
  type Static,
  text,
  whole,
} from "../../../../shared/wire/schema.ts";
import { Proof, ProofOfWork } from "./proof-of-work.ts";

const PublicVerb = object({
  name: text(),
  label: text(),
  tone: choice("primary", "danger"),
  comment: choice("optional", "required"),
});

/** What stands behind a link, in the language that the browser asks for; all of it texts. */
const PublicPage = object({
  purpose: text(),
  company: text(),
  /** What is asked of whoever opens it. */
  heading: text(),
  /** What it is about. */
  title: text(),
  lead: nullable(text()),
  facts: list(object({ label: text(), value: text(), strong: flag() })),
  checks: list(object({ text: text(), met: flag(), details: list(text()) })),
  /** In the words of whoever asks. */
  note: nullable(object({ label: text(), text: text() })),
  verbs: list(PublicVerb),
  /** Why nothing can be done here any more. */
  closed: nullable(text()),
  until: moment(),
  /** Null: any number of times until then. */
  uses_left: nullable(whole()),
  /** To be solved before acting; null where the link itself says who acts. */
  proof_of_work: nullable(ProofOfWork),
  /** Stands for what is shown; sent along with a verb, it is refused when anything has changed since. */
  seen: nullable(text()),
});
export type PublicPage = Static<typeof PublicPage>;
export type PublicVerb = Static<typeof PublicVerb>;

const common = { base: "/api", tag: "links" } as const;
const refused = { not_found: 404, network_not_allowed: 403, too_often: 429 } as const;

export const showPublicPage = contract({
  ...common,
  method: "GET",
  path: "/public/:token",
  summary: label("链接的内容", "What a link shows"),
  description: label(
    "不用登录。只读，打开多少次都不改变任何东西。不存在、过期、用完和撤回的链接返回同样的 404。",
    "Without signing in. It only reads: opened any number of times it changes nothing. Unknown, expired, used up and revoked links answer the same 404.",
  ),
  answer: data(PublicPage),
  errors: refused,
});

export const actOnPublicPage = contract({
  ...common,
  method: "POST",
  path: "/public/:token/act",
  summary: label("通过链接操作", "Act by a link"),
  description: label(
    "以链接所属的人的名义操作，并按此刻的权限判断。次数与操作在同一事务里计算。",
    "Acts in the name of the person the link belongs to, under the rights they have at that moment. The use is counted in the same transaction.",
  ),
  body: object({
    verb: text({ minLength: 1, maxLength: 40 }),
    comment: optional(text({ maxLength: 2000 })),
    seen: optional(text({ maxLength: 4000 })),
    proof: optional(Proof),
    /** Nobody sees this field: whoever fills it in is a program. */
    website: optional(text({ maxLength: 200 })),
  }),
  answer: data(object({ done: text() })),
  errors: {
    ...refused,
    other_site: 403,
    unknown_verb: 422,
    proof_required: 422,
    comment_required: 422,
    closed: 409,
    not_yours: 403,
    changed_since: 409,
    if_match_required: 428,
  },
});
