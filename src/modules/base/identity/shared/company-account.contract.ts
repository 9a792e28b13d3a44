import { label } from "../../../../shared/i18n/label.ts";
import { contract, FILE, NOTHING } from "../../../../shared/wire/contract.ts";
import {
  data,
  flag,
  labelOf,
  moment,
  nullable,
  object,
  optional,
  page,
  text,
  type Static,
} from "../../../../shared/wire/schema.ts";

/** What the sign-in page offers. */
const SignInWays = object({ passwords: flag(), oidc: nullable(object({ label: labelOf() })) });
export type SignInWays = Static<typeof SignInWays>;

/** An account of a provider that alone may sign in as this person. */
const OidcBinding = object({ issuer: text(), subject: text(), bound_at: moment() });
export type OidcBinding = Static<typeof OidcBinding>;

const session = { tag: "session", method: "GET" } as const;

export const readSignInWays = contract({
  ...session,
  path: "/session/ways",
  summary: label("可用的登录方式", "Ways to sign in"),
  description: label(
    "返回登录页应显示的方式：密码、企业账号。任何人可读。",
    "What the sign-in page should offer: password, company account. Open to anyone.",
  ),
  answer: data(SignInWays),
});

/** For the address bar: sends the browser on (303) and gives no JSON, also where it refuses. */
export const goToProvider = contract({
  ...session,
  path: "/session/oidc",
  summary: label("转到企业账号登录", "Go to the provider of company accounts"),
  description: label(
    "转到企业账号的登录页（OpenID Connect）。",
    "Leads to the provider of company accounts (OpenID Connect).",
  ),
  query: object({ to: optional(text({ maxLength: 2000 })) }),
  answer: FILE,
});

/** As `goToProvider`: sends the browser into the program, or back to the door with the reason. */
export const comeFromProvider = contract({
  ...session,
  path: "/session/oidc/callback",
  summary: label("从企业账号登录返回", "Back from the provider of company accounts"),
  description: label(
    "企业账号登录后返回此处，核对后登录。",
    "Where the provider leads back to; checks and signs in.",
  ),
  answer: FILE,
});

const ofPerson = { tag: "people", path: "/users/:id/company-account" } as const;

export const readCompanyAccount = contract({
  ...ofPerson,
  method: "GET",
  summary: label("某人绑定的企业账号", "The company account that someone is bound to"),
  description: label("返回成员绑定的企业账号。", "The company account that a member is bound to."),
  answer: page(OidcBinding),
  errors: { not_found: 404 },
});

export const releaseCompanyAccount = contract({
  ...ofPerson,
  method: "DELETE",
  summary: label(
    "解除企业账号绑定，下次登录时重新绑定",
    "Release someone's company account; their next sign-in binds one anew",
  ),
  description: label(
    "解除绑定；成员下次用企业账号登录时重新绑定。",
    "Releases it; the member’s next sign-in binds one anew.",
  ),
  status: 204,
  answer: NOTHING,
  errors: { person_needed: 403, not_found: 404 },
});
