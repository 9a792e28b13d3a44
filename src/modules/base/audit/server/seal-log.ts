import { type Context, command, lowWater, statement } from "../../../../engine/public.ts";
import { bigint, boolean, bytea, orNull } from "../../../../platform/db/columns.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";
import { setImmediate } from "node:timers/promises";
import type { Transaction } from "../../../../platform/db/database.ts";
import { leafOf, leavesOf, type LogName, rootOf, sealDigest } from "./digest.ts";
import { readRows } from "./log-rows.ts";

export const RANGE = 1000;
/** Rows that are digested before others have their turn in the process. */
const ROWS_AT_ONCE = 100;
const LOGS: readonly LogName[] = ["changes", "access_log"];
const NOTHING = Buffer.alloc(32);

/**
 * Seals what both logs have gained, range by range, of each at most `ranges`; `all`: until nothing is left.
 * Returns how many rows were sealed.
 */
export async function sealLogs(
  context: Context,
  { all = false, ranges: most = 20 }: { all?: boolean; ranges?: number } = {},
): Promise<number> {
  let sealed = 0;
  for (const log of LOGS) {
    for (let ranges = 0; all || ranges < most; ranges += 1) {
      const count = await sealRange(context, log);
      sealed += count;
      if (count < RANGE) break;
    }
  }
  return sealed;
}

/**
 * The next range of one log. Waits for nobody but other sealers: rows above those that are still being
 * written stay for later.
 */
function sealRange(context: Context, log: LogName): Promise<number> {
  const { db, workspace } = context;
  return db.transaction(
    async (tx) => {
      await tx.query(lockSeals(workspace, `seal:${workspace.schema}`));
      const { number, previous, after } = await lastSeal(tx, context, log);
      const upTo = log === "changes" ? await lowWater(tx, workspace) : await accessWater(tx, context, after);
      if (upTo <= after) return 0;
      await giveSalts(tx, context, { log, after, upTo });
      const rows = await readRows(tx, workspace, log, { after, upTo, limit: RANGE });
      if (rows.length === 0) return 0;
      const leaves = await leavesInTurns(rows);
      const last = rows.length < RANGE ? upTo : (rows.at(-1)?.position ?? upTo);
      const at = new Date().toISOString().replace("Z", "000Z");
      const header = {
        number: number + 1,
        log,
        first: after + 1,
        last,
        count: rows.length,
        root: rootOf(leaves.map(({ leaf }) => leaf)),
        previous,
        at,
      };
      await tx.query(addSeal(workspace, header, sealDigest(header), leavesOf(header.first, leaves)));
      return rows.length;
    },
    { longer: 30_000 },
  );
}
export const lockSeals = command(
  (_, name: string) => sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`,
);
export const addSeal = command(
  ({ system }, seal: Parameters<typeof sealDigest>[0], digest: Buffer, leaves: Buffer) =>
    sql`insert into ${system("seal")} (number, log, first, last, count, root, previous, digest, at, leaves)
      values (${seal.number}, ${seal.log}, ${seal.first}, ${seal.last}, ${seal.count}, ${seal.root}, ${seal.previous}, ${digest}, ${seal.at}, ${leaves})`,
);

/** A thousand digests in one go would keep every request waiting. */
async function leavesInTurns(
  rows: Awaited<ReturnType<typeof readRows>>,
): Promise<{ readonly position: number; readonly leaf: Buffer }[]> {
  const leaves: { readonly position: number; readonly leaf: Buffer }[] = [];
  for (const row of rows) {
    if (leaves.length > 0 && leaves.length % ROWS_AT_ONCE === 0) await setImmediate();
    leaves.push({ position: row.position, leaf: leafOf(row) ?? failSalt(row.position) });
  }
  return leaves;
}
function failSalt(position: number): never {
  throw new Error(`row ${position} of the log has no salt`);
}

interface Last {
  readonly number: number;
  readonly previous: Buffer;
  /** The end of this log's last range. */
  readonly after: number;
}
export const newestSeal = statement(
  { number: bigint, digest: bytea },
  ({ system }) => sql`select number, digest from ${system("seal")} order by number desc limit 1`,
);
export const sealedUpTo = statement(
  { last: bigint },
  ({ system }, log: LogName) =>
    sql`select last from ${system("seal")} where log = ${log} order by last desc limit 1`,
);
async function lastSeal(tx: Transaction, { workspace }: Context, log: LogName): Promise<Last> {
  const [newest] = await tx.query(newestSeal(workspace));
  const [end] = await tx.query(sealedUpTo(workspace, log));
  return { number: newest?.number ?? 0, previous: newest?.digest ?? NOTHING, after: end?.last ?? 0 };
}

export const newestLine = statement(
  { last: orNull(bigint) },
  ({ system }) => sql`select max(id) as last from ${system("access_log")}`,
);
export const lockLines = command(({ system }) => sql`lock table ${system("access_log")} in share mode`);

/**
 * The access log has no low water: a moment without a writer tells how far it is complete. Not now: next
 * time.
 */
async function accessWater(tx: Transaction, { workspace }: Context, after: number): Promise<number> {
  const read = async (): Promise<number> => (await tx.query(newestLine(workspace)))[0]?.last ?? 0;
  if ((await read()) <= after) return after;
  await tx.query({ text: "set local lock_timeout = '300ms'" });
  await tx.query({ text: "savepoint quiet" });
  try {
    await tx.query(lockLines(workspace));
    const last = await read();
    return last;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "55P03")) throw error;
    return after;
  } finally {
    // Gives the lock back before the digests are made.
    await tx.query({ text: "rollback to savepoint quiet" });
  }
}

interface Saltless {
  readonly log: LogName;
  readonly after: number;
  readonly upTo: number;
}
/** The first rows of a range, as many as are sealed at once, by the key of their log. */
const firstOf = (table: Sql, key: Sql, columns: Sql, { after, upTo }: Saltless): Sql =>
  sql`select ${columns} from ${table} where ${key} > ${after} and ${key} <= ${upTo} order by ${key} limit ${RANGE}`;
const lacksSalt = (table: Sql, key: Sql, range: Saltless): Sql =>
  sql`select exists (select from (${firstOf(table, key, sql`salt, kept`, range)}) s where salt is null and kept is null) as some`;
const giveSalt = (table: Sql, key: Sql, range: Saltless): Sql =>
  sql`update ${table} set salt = gen_random_uuid() where ${key} in (${firstOf(table, key, key, range)}) and salt is null and kept is null`;
const [SEQ, ID] = [sql`seq`, sql`id`];
export const changesLackSalt = statement({ some: boolean }, ({ system }, range: Saltless) =>
  lacksSalt(system("changes"), SEQ, range),
);
export const linesLackSalt = statement({ some: boolean }, ({ system }, range: Saltless) =>
  lacksSalt(system("access_log"), ID, range),
);
export const giveChangesSalt = command(({ system }, range: Saltless) =>
  giveSalt(system("changes"), SEQ, range),
);
export const giveLinesSalt = command(({ system }, range: Saltless) =>
  giveSalt(system("access_log"), ID, range),
);

/** Rows from before there were seals. */
async function giveSalts(tx: Transaction, { workspace }: Context, range: Saltless): Promise<void> {
  const [lacking, giving] =
    range.log === "changes" ? [changesLackSalt, giveChangesSalt] : [linesLackSalt, giveLinesSalt];
  const [row] = await tx.query(lacking(workspace, range));
  if (!row?.some) return;
  await tx.query({ text: "set local sluice.erasing = 'on'" });
  await tx.query(giving(workspace, range));
  await tx.query({ text: "set local sluice.erasing = 'off'" });
}
