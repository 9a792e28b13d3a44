import type { Executor } from "../../../../platform/db/database.ts";
import { type Workspace, systemTable } from "../../../../engine/public.ts";

export interface Access {
  readonly kind:
    | "sign_in"
    | "sign_in_failed"
    | "sign_out"
    | "session_ended"
    | "password_changed"
    | "credentials_set"
    | "invited"
    | "invitation_used"
    | "key_made"
    | "key_revoked"
    | "setup"
    | "export"
    | "unmask"
    | "masked_search"
    | "view_as"
    | "second_factor_on"
    | "second_factor_off"
    | "second_factor_reset"
    | "recovery_code_used"
    | "recovery_codes_made"
    | "security_changed"
    | "oidc_bound"
    | "oidc_released"
    | "retention"
    | "retention_done"
    | "subscriber_skipped"
    | "link_made"
    | "link_revoked"
    | "link_used"
    | "link_refused";
  readonly user?: string | null;
  readonly login?: string | null;
  readonly ip?: string | null;
  readonly userAgent?: string | null;
  readonly credential?: string | null;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Adds a line to the access log: what must be recorded although no record changed (decision 8). */
export async function logAccess(db: Executor, workspace: Workspace, access: Access): Promise<void> {
  const { kind, user = null, login = null, ip = null, userAgent = null, credential = null, detail } = access;
  await db.query({
    text: `insert into ${systemTable(workspace, "access_log")} (kind, user_id, login, ip, user_agent, credential, detail) values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [
      kind,
      user,
      login?.slice(0, 200) ?? null,
      ip,
      userAgent?.slice(0, 300) ?? null,
      credential,
      detail ? JSON.stringify(detail) : null,
    ],
  });
}
