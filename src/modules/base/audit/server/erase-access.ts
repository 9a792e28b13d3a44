import {
  type Forgotten,
  type Workspace,
  answering,
  command,
  doing,
  tablesOf,
} from "../../../../engine/public.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { storedOf } from "./digest.ts";
import { ACCESS_ROW, accessColumns, accessRow } from "./log-rows.ts";

/**
 * Empties the lines of the access log that are a person's own or name them; that something happened, and
 * when, stays.
 */
export async function eraseAccess(
  tx: Transaction,
  workspace: Workspace,
  { object, id, words }: Forgotten,
  erasure: string,
): Promise<number> {
  const logins = words.map((word) => word.toLowerCase());
  const isTheirs = sql`((user_id = ${id} and ${object === "user"}) or lower(login) = any(${logins}::text[]))`;
  return emptyAccess(tx, workspace, isTheirs, erasure);
}

export const emptyLines = command(
  ({ system }, lines: string) =>
    sql`update ${system("access_log")} a set login = null, ip = null, user_agent = null, detail = x.detail, kept = x.kept, salt = null
      from jsonb_to_recordset(${lines}::jsonb) as x(id bigint, at timestamptz, detail jsonb, kept jsonb) where a.id = x.id and a.at = x.at`,
);
/** Empties the lines `where` under the name of an erasure or of a run that the log tells of; their digests stay. */
export async function emptyAccess(
  tx: Transaction,
  workspace: Workspace,
  where: Sql,
  erasure: string,
): Promise<number> {
  const table = tablesOf(workspace).system("access_log");
  await tx.query(
    doing(sql`update ${table} set salt = gen_random_uuid() where ${where} and salt is null and kept is null`),
  );
  const rows = await tx.query(
    answering(accessColumns, sql`select ${ACCESS_ROW} from ${table} where ${where} order by id for update`),
  );
  const emptied = rows.map((row) => {
    const sealed = accessRow(row);
    const taken = new Set([...sealed.values].filter(([, value]) => value !== null).map(([path]) => path));
    const detail = row.detail && Object.fromEntries(Object.keys(row.detail).map((name) => [name, null]));
    return { id: row.id, at: row.at, detail, kept: storedOf(sealed, taken, erasure) };
  });
  if (emptied.length === 0) return 0;
  await tx.query(emptyLines(workspace, JSON.stringify(emptied)));
  return emptied.length;
}
