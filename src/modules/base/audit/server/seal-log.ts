import { setImmediate } from "node:timers/promises";
import type { Transaction } from "../../../../platform/db/database.ts";
import { type Context, lowWater, systemTable } from "../../../../engine/public.ts";
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
      await tx.query({
        text: "select pg_advisory_xact_lock(hashtextextended($1, 0))",
        values: [`seal:${workspace.schema}`],
      });
      const { number, previous, after } = await lastSeal(tx, context, log);
      const upTo = log === "changes" ? await lowWater(tx, workspace) : await accessWater(tx, context, after);
      if (upTo <= after) return 0;
      await giveSalts(tx, context, log, after, upTo);
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
      await tx.query({
        text: `insert into ${systemTable(workspace, "seal")} (number, log, first, last, count, root, previous, digest, at, leaves) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        values: [
          header.number,
          log,
          header.first,
          last,
          rows.length,
          header.root,
          previous,
          sealDigest(header),
          at,
          leavesOf(header.first, leaves),
        ],
      });
      return rows.length;
    },
    { longer: 30_000 },
  );
}
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
async function lastSeal(tx: Transaction, { workspace }: Context, log: LogName): Promise<Last> {
  const table = systemTable(workspace, "seal");
  const [newest] = await tx.query<{ number: number; digest: Buffer }>({
    text: `select number, digest from ${table} order by number desc limit 1`,
  });
  const [end] = await tx.query<{ last: number }>({
    text: `select last from ${table} where log = $1 order by last desc limit 1`,
    values: [log],
  });
  return { number: newest?.number ?? 0, previous: newest?.digest ?? NOTHING, after: end?.last ?? 0 };
}

/**
 * The access log has no low water: a moment without a writer tells how far it is complete. Not now: next
 * time.
 */
async function accessWater(tx: Transaction, { workspace }: Context, after: number): Promise<number> {
  const table = systemTable(workspace, "access_log");
  const read = async (): Promise<number> =>
    (await tx.query<{ last: number | null }>({ text: `select max(id) as last from ${table}` }))[0]?.last ?? 0;
  if ((await read()) <= after) return after;
  await tx.query({ text: "set local lock_timeout = '300ms'" });
  await tx.query({ text: "savepoint quiet" });
  try {
    await tx.query({ text: `lock table ${table} in share mode` });
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

/** Rows from before there were seals. */
async function giveSalts(
  tx: Transaction,
  { workspace }: Context,
  log: LogName,
  after: number,
  upTo: number,
): Promise<void> {
  const key = log === "changes" ? "seq" : "id";
  const table = systemTable(workspace, log);
  const [row] = await tx.query<{ some: boolean }>({
    text: `select exists (select from (select salt, kept from ${table} where ${key} > $1 and ${key} <= $2 order by ${key} limit ${RANGE}) s where salt is null and kept is null) as some`,
    values: [after, upTo],
  });
  if (!row?.some) return;
  await tx.query({ text: "set local sluice.erasing = 'on'" });
  await tx.query({
    text: `update ${table} set salt = gen_random_uuid() where ${key} in (select ${key} from ${table} where ${key} > $1 and ${key} <= $2 order by ${key} limit ${RANGE}) and salt is null and kept is null`,
    values: [after, upTo],
  });
  await tx.query({ text: "set local sluice.erasing = 'off'" });
}
