import type { Transaction } from "../../../../platform/db/database.ts";
import { type Context, answering, tablesOf } from "../../../../engine/public.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { findMatches, matchKey, type Matched } from "./find-matches.ts";
import type { LinkedRow } from "./resolve-links.ts";
import type { Running } from "./running.ts";
import { unreadableMatch } from "./unreadable-match.ts";

/** What is on record of the rows, and ids of the file that a new record may keep. */
export interface MatchedRows {
  /** By position in `rows`. */
  readonly matches: ReadonlyMap<number, Matched>;
  readonly ownIds: ReadonlyMap<LinkedRow, string>;
}
const OWN = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** Whether it is an id as records have it, made before now. */
export const isRecordId = (id: string, now: number): boolean =>
  OWN.test(id) && Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) <= now;

/**
 * The records that rows are about. A row whose id nothing here ever had comes from another installation: it
 * is about the record that has its unique values, the administrator's login or a department's name, else it
 * keeps its id, so that links of other files find it.
 */
export async function matchRows(
  tx: Transaction,
  running: Running,
  rows: readonly LinkedRow[],
  keyOf: (row: LinkedRow) => ReturnType<typeof matchKey>,
): Promise<MatchedRows> {
  const { context, plan } = running;
  const matches = new Map(await findMatches(tx, context, plan.object, plan.match, rows.map(keyOf)));
  const open = rows.filter((row, position) => !matches.has(position) && row.row.id !== undefined);
  const now = Date.parse(context.now);
  const wanted = open.filter(({ row }) => isRecordId(row.id?.toLowerCase() ?? "", now));
  if (!plan.match.includes("id") || wanted.length === 0) return { matches, ownIds: new Map() };
  const taken = await takenIds(
    tx,
    context,
    plan.object,
    wanted.flatMap(({ row }) => row.id ?? []),
  );
  const strangers = wanted.filter(({ row }) => !taken.has(row.id?.toLowerCase() ?? ""));
  for (const [row, matched] of await matchUnique(tx, running, strangers))
    matches.set(rows.indexOf(row), matched);
  const made = strangers.filter((row) => !matches.has(rows.indexOf(row)));
  return {
    matches,
    ownIds: new Map(made.flatMap((row) => (row.row.id ? [[row, row.row.id.toLowerCase()] as const] : []))),
  };
}

/** Ids that a record of this workspace has, or had: an id is given once, whatever the object. */
export async function takenIds(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { record, system } = tablesOf(context.workspace);
  const rows = await tx.query(
    answering(
      { id: uuid },
      sql`select record as id from ${system("changes")} where record = any(${ids}::uuid[])
      union select id from ${record(object.name)} where id = any(${ids}::uuid[])`,
    ),
  );
  return new Set(rows.map(({ id }) => id));
}

/** Rows whose unique values a record here has already. */
async function matchUnique(
  tx: Transaction,
  { context, plan }: Running,
  rows: readonly LinkedRow[],
): Promise<ReadonlyMap<LinkedRow, Matched>> {
  const found = new Map<LinkedRow, Matched>();
  for (const { fields } of plan.object.unique ?? []) {
    if (rows.length === 0 || unreadableMatch(context, plan.object, fields).length > 0) continue;
    const matched = await findMatches(
      tx,
      context,
      plan.object,
      fields,
      rows.map(({ values }) => matchKey(fields, values)),
    );
    for (const [position, one] of matched) {
      const row = rows[position];
      if (row && one.is === "one" && !found.has(row)) found.set(row, one);
    }
  }
  return found;
}
