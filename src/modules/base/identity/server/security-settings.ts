import type { Executor } from "../../../../platform/db/database.ts";
import { type Workspace, statement } from "../../../../engine/public.ts";
import { DEFAULT_SECURITY } from "../shared/security.ts";
import type { Security } from "../shared/security.contract.ts";
import { json } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

export const storedSecurity = statement(
  { value: json<Partial<Security>>() },
  ({ system }) => sql`select value from ${system("security")}`,
);

/** The company's security settings as they are now: another process may just have changed them. */
export async function readSecurity(db: Executor, workspace: Workspace): Promise<Security> {
  const [row] = await db.query(storedSecurity(workspace));
  return { ...DEFAULT_SECURITY, ...row?.value };
}
