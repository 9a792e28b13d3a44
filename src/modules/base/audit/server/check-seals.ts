import { type Workspace, statement } from "../../../../engine/public.ts";
import {
  bigint,
  bytea,
  integer,
  type RowOf,
  text,
  timestamptz,
  word,
} from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { leafOf, type LogName, readLeaves, rootOf, sealDigest, type SealedRow, shortOf } from "./digest.ts";
import { readRows } from "./log-rows.ts";

/**
 * changed, missing, inserted: a row of the log. unlinked: the chain itself: a seal is missing, was made
 * otherwise, or leaves a gap. unerased: values are gone without an erasure that is in the log. replaced: not
 * the seal that was noted elsewhere.
 */
export interface Broken {
  readonly what: "changed" | "missing" | "inserted" | "unlinked" | "unerased" | "replaced";
  readonly log: LogName;
  /** `seq` of changes, `id` of the access log; of a broken chain where its range begins. */
  readonly position: number;
  readonly seal: number;
}
export interface Checked {
  readonly seals: number;
  readonly rows: number;
  /** The last of each log that is sealed. */
  readonly upTo: Readonly<Record<LogName, number>>;
  readonly newest: { readonly number: number; readonly digest: string } | null;
  /** In the order of the chain, at most `MOST`. */
  readonly broken: readonly Broken[];
}
export interface GivenSeal {
  readonly number: number;
  /** Hexadecimal. */
  readonly digest: string;
}
const MOST = 20;

const sealColumns = {
  number: bigint,
  log: word<LogName>(),
  first: bigint,
  last: bigint,
  count: integer,
  root: bytea,
  previous: bytea,
  digest: bytea,
  at: timestamptz,
  leaves: bytea,
};
type SealRow = RowOf<typeof sealColumns>;
export const sealAfter = statement(
  sealColumns,
  ({ system }, number: number) =>
    sql`select number, log, first, last, count, root, previous, digest, at, leaves from ${system("seal")} where number > ${number} order by number limit 1`,
);

/**
 * Makes every digest anew from the rows and follows the chain from its beginning. `noted`: a seal that
 * somebody wrote down earlier.
 */
export async function checkSeals(db: Executor, workspace: Workspace, noted?: GivenSeal): Promise<Checked> {
  const erasures = await loggedErasures(db, workspace);
  const broken: Broken[] = [];
  const upTo = { changes: 0, access_log: 0 };
  let previous: Buffer = Buffer.alloc(32);
  let rows = 0;
  let number = 0;
  let isNotedFound = noted === undefined;
  for (
    let seal = await nextSeal(db, workspace, 0);
    seal && broken.length < MOST;
    seal = await nextSeal(db, workspace, seal.number)
  ) {
    const { log, first } = seal;
    const isLinked =
      seal.number === number + 1 &&
      seal.previous.equals(previous) &&
      first === upTo[log] + 1 &&
      sealDigest(seal).equals(seal.digest);
    if (!isLinked) broken.push({ what: "unlinked", log, position: first, seal: seal.number });
    if (noted?.number === seal.number) {
      isNotedFound = true;
      if (seal.digest.toString("hex") !== noted.digest.toLowerCase())
        broken.push({ what: "replaced", log, position: first, seal: seal.number });
    }
    const found = await readRows(db, workspace, log, {
      after: first === 1 ? Number.MIN_SAFE_INTEGER : first - 1,
      upTo: seal.last,
      limit: 100_000,
    });
    broken.push(...checkRange(seal, found, erasures));
    rows += found.length;
    ({ number, digest: previous } = seal);
    upTo[log] = Math.max(upTo[log], seal.last);
  }
  if (!isNotedFound && noted)
    broken.push({ what: "replaced", log: "changes", position: upTo.changes, seal: noted.number });
  const newest = number > 0 ? { number, digest: previous.toString("hex") } : null;
  return { seals: number, rows, upTo, newest, broken: broken.slice(0, MOST) };
}

async function nextSeal(db: Executor, workspace: Workspace, after: number): Promise<SealRow | undefined> {
  const [seal] = await db.query(sealAfter(workspace, after));
  return seal;
}

function checkRange(seal: SealRow, rows: readonly SealedRow[], erasures: ReadonlySet<string>): Broken[] {
  const leaves = rows.map((row) => ({ row, leaf: leafOf(row) }));
  const unerased = rows.filter(({ kept }) =>
    Object.values(kept ?? {}).some((one) => "erasure" in one && !erasures.has(one.erasure)),
  );
  const told = unerased.map(({ position }): Broken => ({
    what: "unerased",
    log: seal.log,
    position,
    seal: seal.number,
  }));
  const whole = leaves.flatMap(({ leaf }) => leaf ?? []);
  if (whole.length === seal.count && rootOf(whole).equals(seal.root)) return told;
  const known = readLeaves(seal.first, seal.leaves);
  const found = new Map(leaves.map(({ row, leaf }) => [row.position, leaf]));
  const differing: Broken[] = [];
  for (const position of [...new Set([...known.keys(), ...found.keys()])].toSorted((a, b) => a - b)) {
    const leaf = found.get(position);
    const expected = known.get(position);
    const what =
      leaf === undefined
        ? "missing"
        : expected === undefined
          ? "inserted"
          : !leaf || shortOf(leaf) !== expected
            ? "changed"
            : null;
    if (what) differing.push({ what, log: seal.log, position, seal: seal.number });
  }
  if (differing.length === 0)
    differing.push({ what: "unlinked", log: seal.log, position: seal.first, seal: seal.number });
  return [...told, ...differing];
}

export const erasuresTold = statement(
  { name: text },
  ({ system }) =>
    sql`select record::text as name from ${system("changes")} where object = 'erasure_request' and after ->> 'status' = 'executing'
      union select detail ->> 'run' from ${system("access_log")} where kind = 'retention' and detail ->> 'run' is not null`,
);

/** Erasures, and runs that took away what was kept long enough, that the logs themselves tell of. */
async function loggedErasures(db: Executor, workspace: Workspace): Promise<ReadonlySet<string>> {
  const rows = await db.query(erasuresTold(workspace));
  return new Set(rows.map(({ name }) => name));
}
