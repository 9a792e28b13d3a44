import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import { ExportLimits } from "../../../../shared/wire/export-allowance.contract.ts";
import {
  choice,
  closed,
  data,
  flag,
  labelOf,
  list,
  mapOf,
  nullable,
  object,
  optional,
  text,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

export const SECOND_FACTOR_RULES = ["nobody", "administrators", "everybody"] as const;
/** Who must sign in with a second factor. */
const SecondFactorRule = choice(...SECOND_FACTOR_RULES);
export type SecondFactorRule = Static<typeof SecondFactorRule>;

const OidcSettings = object({
  on: flag(),
  issuer: text(),
  client_id: text(),
  /** Separated by blanks; "openid" is always asked for. */
  scopes: text(),
  /** What a person is found by: their mail address, or their login in a claim of this name. */
  match: choice("email", "login"),
  login_claim: text(),
  /** Whether people nobody made yet are made at their first sign-in, with this role. */
  create: flag(),
  role: nullable(text()),
  /** Of the button on the sign-in page. */
  label: labelOf(),
});
export type OidcSettings = Static<typeof OidcSettings>;

/** The company's limits, and those of roles that differ from them (by the role's id). */
const ExportSettings = object({ company: ExportLimits, roles: mapOf(ExportLimits) });
export type ExportSettings = Static<typeof ExportSettings>;

const security = {
  second_factor: SecondFactorRule,
  /** CIDR lists; empty: from anywhere. */
  networks: object({ people: list(text()), keys: list(text()) }),
  /** With `everybody: false` only this administrator signs in with a password. */
  passwords: object({ everybody: flag(), break_glass: nullable(text()) }),
  oidc: OidcSettings,
  exports: ExportSettings,
  /** Screens say who looks and when, files who took them out and when. */
  watermark: flag(),
  /**
   * So many different questions that could be the whole value of a masked field one person may ask in an
   * hour; null: without limit.
   */
  masked_searches: nullable(whole()),
  /** Private networks (CIDR) that robots and other calls out may reach; empty: none. */
  private_targets: list(text()),
};
/** How people and programs come in, and what they may take out. */
const Security = object(security);
export type Security = Static<typeof Security>;

/** The client secret is never shown again. */
const SecurityAnswer = object({
  ...security,
  oidc_secret_kept: flag(),
  /** Where the provider must send people back to. */
  oidc_redirect: text(),
  /** From where this question came, as the program sees it. */
  your_address: text(),
});
export type SecurityAnswer = Static<typeof SecurityAnswer>;

const ID = "^[0-9a-fA-F-]{36}$";
const id = nullable(text({ pattern: ID }));
const line = (maxLength: number) => text({ maxLength, pattern: "^[^\\u0000-\\u001f]*$" });
const networks = list(text({ minLength: 2, maxLength: 60 }), { maxItems: 200 });
const rows = nullable(whole({ minimum: 0, maximum: 1_000_000_000 }));
const limits = closed({ rows, daily: rows });
const SecurityPatch = closed({
  second_factor: optional(SecondFactorRule),
  networks: optional(closed({ people: networks, keys: networks })),
  passwords: optional(closed({ everybody: flag(), break_glass: id })),
  oidc: optional(
    closed({
      on: flag(),
      issuer: line(500),
      client_id: line(300),
      scopes: line(300),
      match: choice("email", "login"),
      login_claim: line(100),
      create: flag(),
      role: id,
      label: closed({ "zh-CN": line(60), en: line(60) }),
    }),
  ),
  exports: optional(closed({ company: limits, roles: mapOf(limits, { names: ID, maxProperties: 500 }) })),
  watermark: optional(flag()),
  masked_searches: optional(rows),
  private_targets: optional(networks),
  /** Kept sealed, never shown again; null forgets it. */
  oidc_secret: optional(nullable(text({ minLength: 1, maxLength: 1000, pattern: "^[^\\u0000]*$" }))),
});
export type SecurityPatch = Static<typeof SecurityPatch>;

const common = { tag: "settings", path: "/settings/security" } as const;

export const readSecuritySettings = contract({
  ...common,
  method: "GET",
  summary: label("安全设置", "Security settings"),
  description: label(
    "返回密码、锁定、两步验证、企业账号和网络范围的设置。",
    "Settings of passwords, lock-out, two-step sign-in, company accounts and networks.",
  ),
  answer: data(SecurityAnswer),
});

export const changeSecuritySettings = contract({
  ...common,
  method: "PATCH",
  summary: label("修改安全设置", "Change security settings"),
  description: label(
    "修改安全设置；会把自己挡在外面的修改会被拒绝。每次修改记入访问日志。",
    "Changes them; what would shut oneself out is refused. Each change is recorded in the access log.",
  ),
  body: SecurityPatch,
  answer: data(SecurityAnswer),
  errors: { person_needed: 403, bad_security: 422 },
});
