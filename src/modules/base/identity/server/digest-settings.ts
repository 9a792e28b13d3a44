import { type Workspace, statement, systemTable } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { boolean, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

export interface DigestSettings {
  readonly on: boolean;
  /** "08:30", by the clock of the company's zone. */
  readonly at: string;
}

export const digestOfCompany = statement(
  { on: boolean, at: text },
  ({ record }) =>
    sql`select coalesce(stalled_digest, true) as on, coalesce(stalled_digest_at, '08:30') as at from ${record("company")} where deleted_at is null order by created_at, id limit 1`,
);

/**
 * When people are told what stands still. A company that is older than this setting has not said: then the
 * usual holds.
 */
export async function digestSettings(db: Executor, workspace: Workspace): Promise<DigestSettings> {
  const [row] = await db.query(digestOfCompany(workspace));
  return row ?? { on: true, at: "08:30" };
}

/** SQL: the person `alias.id` has not switched these notices off on their own page. */
export const wantsNotice = (workspace: Workspace, alias: string, kind: string): string =>
  `not exists (select 1 from ${systemTable(workspace, "preference")} p where p.user_id = ${alias}.id and p.value->>'notify.${kind}' = 'false')`;
