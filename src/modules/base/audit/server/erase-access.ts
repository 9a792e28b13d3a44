import type { Transaction } from "../../../../platform/db/database.ts";
import { type Forgotten, type Workspace, systemTable } from "../../../../engine/public.ts";
import { keepOf } from "./digest.ts";
import { ACCESS_ROW, accessRow, type AccessRow } from "./log-rows.ts";

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
  const where = "((user_id = $1 and $2) or lower(login) = any($3::text[]))";
  return emptyAccess(
    tx,
    workspace,
    { where, values: [id, object === "user", words.map((word) => word.toLowerCase())] },
    erasure,
  );
}

export interface Lines {
  /** A condition over `access_log` with its values. */
  readonly where: string;
  readonly values: readonly unknown[];
}
/** Empties these lines under the name of an erasure or of a run that the log tells of; their digests stay. */
export async function emptyAccess(
  tx: Transaction,
  workspace: Workspace,
  { where, values }: Lines,
  erasure: string,
): Promise<number> {
  const table = systemTable(workspace, "access_log");
  await tx.query({
    text: `update ${table} set salt = gen_random_uuid() where ${where} and salt is null and kept is null`,
    values,
  });
  const rows = await tx.query<AccessRow>({
    text: `select ${ACCESS_ROW} from ${table} where ${where} order by id for update`,
    values,
  });
  const emptied = rows.map((row) => {
    const sealed = accessRow(row);
    const taken = new Set([...sealed.values].filter(([, value]) => value !== null).map(([path]) => path));
    const detail = row.detail && Object.fromEntries(Object.keys(row.detail).map((name) => [name, null]));
    return { id: row.id, at: row.at, detail, kept: keepOf(sealed, taken, erasure) };
  });
  if (emptied.length === 0) return 0;
  await tx.query({
    text: `update ${table} a set login = null, ip = null, user_agent = null, detail = x.detail, kept = x.kept, salt = null
      from jsonb_to_recordset($1::jsonb) as x(id bigint, at timestamptz, detail jsonb, kept jsonb) where a.id = x.id and a.at = x.at`,
    values: [JSON.stringify(emptied)],
  });
  return emptied.length;
}
