import type { Language } from "../../../shared/i18n/label.ts";
import { type ExportSettings, NO_LIMITS } from "./export-limits.ts";

export const SECOND_FACTOR_RULES = ["nobody", "administrators", "everybody"] as const;
/** Who must sign in with a second factor. */
export type SecondFactorRule = (typeof SECOND_FACTOR_RULES)[number];

export interface OidcSettings {
  readonly on: boolean;
  readonly issuer: string;
  readonly client_id: string;
  /** Separated by blanks; "openid" is always asked for. */
  readonly scopes: string;
  /** What a person is found by: their mail address, or their login in a claim of this name. */
  readonly match: "email" | "login";
  readonly login_claim: string;
  /** Whether people nobody made yet are made at their first sign-in, with this role. */
  readonly create: boolean;
  readonly role: string | null;
  /** Of the button on the sign-in page. */
  readonly label: Readonly<Record<Language, string>>;
}
/** How people and programs come in, and what they may take out. */
export interface Security {
  readonly second_factor: SecondFactorRule;
  /** CIDR lists; empty: from anywhere. */
  readonly networks: { readonly people: readonly string[]; readonly keys: readonly string[] };
  /** With `everybody: false` only this administrator signs in with a password. */
  readonly passwords: { readonly everybody: boolean; readonly break_glass: string | null };
  readonly oidc: OidcSettings;
  readonly exports: ExportSettings;
  /** Screens say who looks and when, files who took them out and when. */
  readonly watermark: boolean;
  /**
   * So many different questions that could be the whole value of a masked field one person may ask in an
   * hour; null: without limit.
   */
  readonly masked_searches: number | null;
}

export const DEFAULT_SECURITY: Security = {
  second_factor: "nobody",
  networks: { people: [], keys: [] },
  passwords: { everybody: true, break_glass: null },
  oidc: {
    on: false,
    issuer: "",
    client_id: "",
    scopes: "openid email profile",
    match: "email",
    login_claim: "preferred_username",
    create: false,
    role: null,
    label: { "zh-CN": "使用企业账号登录", en: "Sign in with your company account" },
  },
  exports: { company: NO_LIMITS, roles: {} },
  watermark: false,
  masked_searches: 100,
};

/** `GET /settings/security` → {data: SecurityAnswer}. The client secret is never shown again. */
export interface SecurityAnswer extends Security {
  readonly oidc_secret_kept: boolean;
  /** Where the provider must send people back to. */
  readonly oidc_redirect: string;
  /** From where this question came, as the program sees it. */
  readonly your_address: string;
}
/** `GET /session/ways` → {data: SignInWays}: what the sign-in page offers. */
export interface SignInWays {
  readonly passwords: boolean;
  readonly oidc: { readonly label: Readonly<Record<Language, string>> } | null;
}
/** `GET /me/second-factor`, `GET /users/:id/second-factor` → {data: SecondFactorAnswer} */
export interface SecondFactorAnswer {
  readonly on: boolean;
  readonly since: string | null;
  /** Recovery codes that are left. */
  readonly codes_left: number;
  /** The company asks it of this person. */
  readonly required: boolean;
}
/** A new secret before it is confirmed: for the authenticator by picture or typed in. */
export interface SecondFactorOffer {
  readonly secret: string;
  readonly uri: string;
  /** SVG. */
  readonly picture: string;
}
/** Members of the problem that answers a right password when a code is still needed. */
export interface SecondStep {
  /** For `POST /session/second-factor`; good once and for minutes. */
  readonly challenge: string;
  /** Given when the person must set a second factor up first. */
  readonly offer?: SecondFactorOffer;
}
