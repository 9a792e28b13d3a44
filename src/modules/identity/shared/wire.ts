import type { Language } from "../../../shared/i18n/label.ts";
import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { Values } from "../../../shared/metadata/object.ts";

/** `GET /me` → {data: Me} */
export interface Me {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly login: string | null;
    readonly email: string | null;
    readonly language: Language | null;
  };
  readonly roles: readonly { readonly name: string; readonly label: LabelMap }[];
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  /** "*" is all. */
  readonly abilities: readonly string[];
  readonly company: CompanyAnswer;
  readonly preferences: Values;
  /** Screens carry who looks and when. */
  readonly watermark: boolean;
  /** The password was set by someone else: ask for an own one. */
  readonly must_change_password: boolean;
  /** Somebody looks as this person or role; nothing can be changed. */
  readonly viewing?: Viewing;
}
export interface Viewing {
  readonly kind: "user" | "role";
  readonly by: { readonly id: string; readonly name: string };
  readonly since: string;
}
export interface CompanyAnswer {
  readonly name: string;
  readonly currency: string;
  readonly zone: string;
  readonly language: Language;
}
/** `GET /settings/company`. */
export interface CompanySettingsAnswer extends CompanyAnswer {
  /**
   * Whether people are told each working day which deals stand still, and when, by the clock of the company's
   * zone.
   */
  readonly stalled_digest: boolean;
  readonly stalled_digest_at: string;
}
/** `GET /setup` → {data: SetupState}. `needed` while nobody can sign in yet. */
export interface SetupState {
  readonly needed: boolean;
  readonly company: { readonly name: string; readonly language: Language };
}
/** A password alone, with a code or a recovery code, or a company account. */
export type SessionWay = "password" | "code" | "recovery" | "company";
/** `GET /sessions` → {data: SessionAnswer[], page} */
export interface SessionAnswer {
  readonly id: string;
  readonly current: boolean;
  readonly user: string;
  readonly name: string | null;
  readonly login: string | null;
  readonly created_at: string;
  readonly last_seen_at: string;
  readonly expires_at: string;
  readonly ip: string | null;
  readonly user_agent: string | null;
  /** Null: it is older than what is kept of this. */
  readonly way: SessionWay | null;
}
/** `GET /api-keys` → {data: ApiKeyAnswer[]} */
export interface ApiKeyAnswer {
  readonly id: string;
  readonly name: string;
  /** The last four characters, to tell keys apart. */
  readonly hint: string;
  readonly user: string;
  readonly person: string | null;
  readonly login: string | null;
  readonly role: string | null;
  readonly role_label: LabelMap | null;
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly last_used_at: string | null;
}
/** `GET /settings/calendar?year=` → {data: {year, days}}: days that differ from Monday to Friday. */
export interface CalendarDay {
  readonly date: string;
  readonly working: boolean;
  readonly name: string;
}
/** `GET /access-log` → {data: AccessAnswer[], page} */
export interface AccessAnswer {
  readonly id: number;
  readonly at: string;
  readonly kind: string;
  /** Who did it. */
  readonly user: string | null;
  /** Of the person today. */
  readonly name: string | null;
  /** Whom it concerns, where that is somebody else: who was invited, whose session was ended. */
  readonly subject: string | null;
  readonly subject_name: string | null;
  readonly login: string | null;
  readonly ip: string | null;
  readonly user_agent: string | null;
  readonly detail: Values | null;
}
/**
 * `GET /users/:id/company-account` → {data: OidcBinding[]}: accounts of a provider that alone may sign in as
 * this person.
 */
export interface OidcBinding {
  readonly issuer: string;
  readonly subject: string;
  readonly bound_at: string;
}
