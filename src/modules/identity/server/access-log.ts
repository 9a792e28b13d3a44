import { ident, type Executor } from "../../../platform/db/database.ts";
import type { Workspace } from "../../../engine/context.ts";
import { systemTable } from "../../../engine/schema/names.ts";

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
    | "view_as";
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
    values: [kind, user, login?.slice(0, 200) ?? null, ip, userAgent?.slice(0, 300) ?? null, credential, detail ? JSON.stringify(detail) : null],
  });
}

const AHEAD = 24;
const REFILL_BELOW = 12;

/** Sees to it that the log has a partition for this month and at least the next twelve. Cheap when it has. */
export async function ensureAccessPartitions(db: Executor, workspace: Workspace, now: string): Promise<void> {
  const names = await db.query<{ name: string }>({
    text: `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::regclass`,
    values: [systemTable(workspace, "access_log")],
  });
  const known = new Set(names.map(({ name }) => name));
  const months = Array.from({ length: AHEAD + 1 }, (_, index) => monthFrom(now, index));
  if (months.slice(0, REFILL_BELOW + 1).every(({ name }) => known.has(name))) return;
  for (const { name, from, to } of months.filter((month) => !known.has(month.name))) {
    await db.query({
      text: `create table if not exists ${ident(workspace.schema)}.${name} partition of ${systemTable(workspace, "access_log")} for values from ('${from}') to ('${to}')`,
    });
  }
}

function monthFrom(now: string, offset: number): { readonly name: string; readonly from: string; readonly to: string } {
  const start = (index: number): string => new Date(Date.UTC(Number(now.slice(0, 4)), Number(now.slice(5, 7)) - 1 + index, 1)).toISOString().slice(0, 10);
  const from = start(offset);
  return { name: `access_log_${from.slice(0, 7).replace("-", "_")}`, from: `${from} 00:00+00`, to: `${start(offset + 1)} 00:00+00` };
}
