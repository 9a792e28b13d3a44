import { ident, type Transaction } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { CHANGE_COLUMNS } from "../changes/read-changes.ts";
import type { Context } from "../kernel/context.ts";
import type { LoggedChange } from "../kernel/hooks.ts";
import { systemTable } from "../schema/names.ts";
import { compareObject, compareLedger, type Difference } from "./compare.ts";
import { loggedKinds } from "./logged-kinds.ts";
import { replayRecord } from "./replay-record.ts";
import type { LedgerReplay, ReplayedLedger } from "./replay-ledger.ts";
import { Shadow } from "./shadow.ts";

export interface ObjectReplayed {
  /** An object, or the table of a ledger. */
  readonly what: string;
  readonly changes: number;
  readonly rows: number;
  readonly versions: number;
  /** Rows and versions that are not as the log says; the first few by id. */
  readonly differing: readonly Difference[];
  /** Those that differ only in fields that are computed and change without a line in the log. */
  readonly unlogged: number;
}

const PAGE = 1000;
const LONGEST_MS = 6 * 3_600_000;

/**
 * Rebuilds the live rows, the superseded versions and the ledgers from the log alone, beside the tables, and
 * compares them byte by byte. One moment is looked at, also while others write. Nothing is changed.
 */
export function replayLog(
  context: Context,
  ledgers: readonly LedgerReplay[] = [],
): Promise<readonly ObjectReplayed[]> {
  return context.db.transaction(
    async (tx) => {
      await tx.query({ text: "set transaction isolation level repeatable read" });
      const rebuilding: ReplayedLedger[] = [];
      for (const ledger of ledgers) rebuilding.push(await ledger.open(tx, context));
      const found = new Map<string, ObjectReplayed>();
      await eachObject(
        tx,
        context,
        async (object, shadow, changes) => {
          const differing = await compareObject(tx, context, object, shadow);
          found.set(object.name, {
            what: object.name,
            changes,
            rows: shadow.rows,
            versions: shadow.versions,
            ...differing,
          });
        },
        rebuilding,
      );
      for (const object of kept(context))
        if (!found.has(object.name)) found.set(object.name, await emptyObject(tx, context, object));
      const report = [...found.values()];
      for (const ledger of rebuilding) report.push(await compareLedger(tx, context, ledger));
      return report;
    },
    { longer: LONGEST_MS },
  );
}

const kept = (context: Context): CatalogObject[] =>
  [...context.catalog.objects.values()].filter((object) => !object.ledger);

/** An object of which the log says nothing has no rows. */
async function emptyObject(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
): Promise<ObjectReplayed> {
  const shadow = await Shadow.open(tx, context.workspace, object);
  const differing = await compareObject(tx, context, object, shadow);
  await shadow.drop();
  return { what: object.name, changes: 0, rows: 0, versions: 0, ...differing };
}

type Replayed = (object: CatalogObject, shadow: Shadow, changes: number) => Promise<void>;

/**
 * Walks through the log object by object and record by record; a record's changes are together, in their
 * order.
 */
async function eachObject(
  tx: Transaction,
  context: Context,
  done: Replayed,
  ledgers: readonly ReplayedLedger[],
): Promise<void> {
  await tx.query({
    text: `declare replay no scroll cursor for select ${CHANGE_COLUMNS} from ${systemTable(context.workspace, "changes")} order by object collate "C", record, seq`,
  });
  const asNow = await loggedKinds(tx, context);
  let shadow: Shadow | null = null;
  let count = 0;
  let record: LoggedChange[] = [];
  const finishRecord = async (): Promise<void> => {
    const [first] = record;
    if (!first || !shadow) return;
    const replayed = replayRecord(shadow.object, first.record, record);
    if (replayed) {
      await shadow.put(replayed);
      for (const ledger of ledgers) await ledger.put(replayed);
    }
    record = [];
  };
  const finishObject = async (): Promise<void> => {
    await finishRecord();
    if (!shadow) return;
    await shadow.flush();
    await done(shadow.object, shadow, count);
    await shadow.drop();
  };
  for (;;) {
    const page = await tx.query<LoggedChange>({ text: `fetch ${PAGE} from replay` });
    for (const change of await asNow(page)) {
      if (change.object !== shadow?.object.name) {
        await finishObject();
        count = 0;
        const object = context.catalog.object(change.object);
        shadow = object && !object.ledger ? await Shadow.open(tx, context.workspace, object) : null;
        record = [];
      } else if (record[0] && record[0].record !== change.record) await finishRecord();
      if (!shadow) continue;
      record.push(change);
      count += 1;
    }
    if (page.length < PAGE) break;
  }
  await finishObject();
  await tx.query({ text: `close ${ident("replay")}` });
}
