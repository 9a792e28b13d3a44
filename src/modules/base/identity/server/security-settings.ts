import type { Executor } from "../../../../platform/db/database.ts";
import { type Workspace, systemTable } from "../../../../engine/public.ts";
import { DEFAULT_SECURITY } from "../shared/security.ts";
import type { Security } from "../shared/security.contract.ts";

/** The company's security settings as they are now: another process may just have changed them. */
export async function readSecurity(db: Executor, workspace: Workspace): Promise<Security> {
  const [row] = await db.query<{ value: Partial<Security> }>({
    text: `select value from ${systemTable(workspace, "security")}`,
  });
  return { ...DEFAULT_SECURITY, ...row?.value };
}
