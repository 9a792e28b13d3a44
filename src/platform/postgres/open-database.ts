import { label } from "../../shared/i18n/label.ts";
import { defineMessages } from "../../shared/i18n/messages.ts";
import { StartRefused } from "../config/start-refused.ts";
import { connectDatabase } from "../db/connect.ts";

const OLDEST = 150_000;
const texts = defineMessages({
  unreachable: label("连接不上 DATABASE_URL 指定的数据库（{cause}）。", "The database that DATABASE_URL names cannot be reached ({cause})."),
  tooOld: label("数据库是 PostgreSQL {version}，渠成需要 15 以上版本。", "The database is PostgreSQL {version}; Sluice needs 15 or later."),
  notMade: label("数据库用户没有建表权限，请授予该数据库的 CREATE 权限。", "The database user may not create schemas; grant it CREATE on the database."),
});

/** Looks whether a given database can serve us. Throws StartRefused, never with the address, which holds a password. */
export async function checkGivenDatabase(url: string): Promise<void> {
  const db = connectDatabase(url, { max: 1 });
  try {
    const [row] = await db.query<{ number: number; version: string; may: boolean }>({
      text: `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
        has_database_privilege(current_database(), 'create') as may`,
    });
    if (!row || row.number < OLDEST) throw new StartRefused(texts.tooOld, { version: row?.version });
    if (!row.may) throw new StartRefused(texts.notMade);
  } catch (error) {
    throw error instanceof StartRefused ? error : new StartRefused(texts.unreachable, { cause: causeOf(error) });
  } finally {
    await db.close();
  }
}

/** Of several addresses tried, the driver's error has a code and an empty message. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ("code" in error ? String(error.code) : error.name);
}
