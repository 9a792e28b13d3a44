import { ident, type Transaction } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { historyOf, HISTORY_COLUMNS, keptColumns, systemTable, tableOf } from "../schema/names.ts";
import { liveColumns, storedFields } from "../schema/plan.ts";
import type { ObjectReplayed } from "./replay.ts";
import type { ReplayedLedger } from "./replay-ledger.ts";
import type { Shadow } from "./shadow.ts";

export interface Difference {
  readonly id: string;
  /** missing: the log knows it, the table does not. extra: the other way round. */
  readonly what: "missing" | "extra" | "different";
  readonly of: "row" | "version";
}
const SHOWN = 5;

/**
 * Columns whose values may change without a line in the log: what is computed (a change of theirs alone is no
 * version).
 */
function unloggedColumns(object: CatalogObject): ReadonlySet<string> {
  const fields = storedFields(object).filter(
    (field) => !field.system && ((field.silent ?? field.computed ?? false) || field.kind === "formula"),
  );
  return new Set(fields.flatMap((field) => keptColumns(field).map(({ name }) => name)));
}

/** The rows of both sides as texts, over these columns. */
const textOf = (columns: readonly string[]): string => `row(${columns.map(ident).join(", ")})::text`;

/** Live rows and versions of one object against what was replayed. */
export async function compareObject(
  tx: Transaction,
  { workspace }: Context,
  object: CatalogObject,
  shadow: Shadow,
): Promise<Pick<ObjectReplayed, "differing" | "unlogged">> {
  const unlogged = unloggedColumns(object);
  const live = liveColumns(object).map(({ name }) => name);
  const versions = [...live, ...HISTORY_COLUMNS.map(({ name }) => name).filter((name) => name !== "hid")];
  const logged = (columns: readonly string[]) => columns.filter((name) => !unlogged.has(name));
  const sides = [
    { of: "row", table: tableOf(workspace, object.name), other: shadow.table, columns: live },
    { of: "version", table: historyOf(workspace, object.name), other: shadow.history, columns: versions },
  ] as const;
  const differing: Difference[] = [];
  let others = 0;
  for (const { of, table, other, columns } of sides) {
    const found = await differences(tx, table, other, logged(columns));
    differing.push(...found.map(({ id, what }): Difference => ({ id, what, of })));
    if (unlogged.size > 0 && found.length === 0)
      others += (await differences(tx, table, other, columns)).length;
  }
  return { differing, unlogged: others };
}

/** Ledgers are written in the same transaction as their records and have no versions. */
export async function compareLedger(
  tx: Transaction,
  { workspace }: Context,
  ledger: ReplayedLedger,
): Promise<ObjectReplayed> {
  const rows = await ledger.finish();
  const found = await differences(
    tx,
    systemTable(workspace, ledger.table),
    ledger.shadow,
    ledger.columns,
    ledger.key,
  );
  return {
    what: ledger.table,
    changes: 0,
    rows,
    versions: 0,
    differing: found.map(({ id, what }): Difference => ({ id, what, of: "row" })),
    unlogged: 0,
  };
}

/** Every row counts: a text that stands twice on one side and once on the other is a difference. */
async function differences(
  tx: Transaction,
  table: string,
  other: string,
  columns: readonly string[],
  key = "id",
): Promise<{ id: string; what: Difference["what"] }[]> {
  const side = (source: string) => `select ${ident(key)} as id, ${textOf(columns)} as text from ${source}`;
  const rows = await tx.query<{ id: string; left: number; right: number }>({
    text: `select id::text as id, count(*) filter (where here) as left, count(*) filter (where not here) as right from (
        select true as here, * from (${side(table)} except all ${side(other)}) a
        union all select false, * from (${side(other)} except all ${side(table)}) b) d
      group by id order by id limit ${SHOWN * 20}`,
  });
  return rows.map(({ id, left, right }) => ({
    id,
    what: left > 0 && right > 0 ? "different" : left > 0 ? "extra" : "missing",
  }));
}
