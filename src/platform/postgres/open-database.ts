import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";
import { StartRefused } from "../config/start-refused.ts";
import { connectDatabase } from "../db/connect.ts";

const OLDEST = 150_000;
const messages = defineMessages({
  unreachable: label(
    "无法连接 {name} 指定的数据库（{cause}）。",
    "Could not connect to the database in {name} ({cause}).",
  ),
  replica: label(
    "{name} 指定的是只读副本，请改为主库。",
    "The database in {name} is a read-only replica. Set it to the primary.",
  ),
  tooOld: label(
    "数据库是 PostgreSQL {version}，渠成需要 15 以上版本。",
    "The database is PostgreSQL {version}; Sluice needs 15 or later.",
  ),
  notMade: label(
    "数据库用户没有建表权限，请授予该数据库的 CREATE 权限。",
    "The database user cannot create schemas. Grant it CREATE on the database.",
  ),
});

/**
 * Looks whether the database that the setting `name` gives can serve us. Throws StartRefused, never with the
 * address, which holds a password.
 */
export async function checkGivenDatabase(url: string, name: string): Promise<void> {
  const db = connectDatabase(url, { max: 1 });
  try {
    const [row] = await db.query<{ number: number; version: string; may: boolean; follows: boolean }>({
      text: `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
        has_database_privilege(current_database(), 'create') as may, pg_is_in_recovery() as follows`,
    });
    if (!row || row.number < OLDEST) throw new StartRefused(messages.tooOld, { version: row?.version });
    if (row.follows) throw new StartRefused(messages.replica, { name });
    if (!row.may) throw new StartRefused(messages.notMade);
  } catch (error) {
    throw error instanceof StartRefused
      ? error
      : new StartRefused(messages.unreachable, { name, cause: causeOf(error) });
  } finally {
    await db.close();
  }
}

/** Of several addresses tried, the driver's error has a code and an empty message. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ("code" in error ? String(error.code) : error.name);
}
