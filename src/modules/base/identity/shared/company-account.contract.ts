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
  answer: data(SignInWays),
});

/** For the address bar: sends the browser on (303) and gives no JSON, also where it refuses. */
export const goToProvider = contract({
  ...session,
  path: "/session/oidc",
  summary: label("转到企业账号登录", "Go to the provider of company accounts"),
  query: object({ to: optional(text({ maxLength: 2000 })) }),
  answer: FILE,
});

/** As `goToProvider`: sends the browser into the program, or back to the door with the reason. */
export const comeFromProvider = contract({
  ...session,
  path: "/session/oidc/callback",
  summary: label("从企业账号登录返回", "Back from the provider of company accounts"),
  answer: FILE,
});

const ofPerson = { tag: "people", path: "/users/:id/company-account" } as const;

export const readCompanyAccount = contract({
  ...ofPerson,
  method: "GET",
  summary: label("某人绑定的企业账号", "The company account that someone is bound to"),
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
  status: 204,
  answer: NOTHING,
  errors: { person_needed: 403, not_found: 404 },
});
