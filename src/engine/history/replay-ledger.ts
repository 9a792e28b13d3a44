import type { Transaction } from "../../platform/db/database.ts";
import type { Context } from "../kernel/context.ts";
import type { ReplayedRecord } from "./replay-record.ts";

/** How the rows of a ledger follow from the log; told by the module that writes it. */
export interface LedgerReplay {
  /** Makes a temporary table and reads what it needs of the log. */
  readonly open: (tx: Transaction, context: Context) => Promise<ReplayedLedger>;
}
export interface ReplayedLedger {
  /** Its table. */
  readonly table: string;
  /** The temporary one. */
  readonly shadow: string;
  /** What is compared: all but numbers that say nothing. */
  readonly columns: readonly string[];
  /** What names a row in the report. */
  readonly key: string;
  readonly put: (record: ReplayedRecord) => Promise<void>;
  /** Writes what is left; gives the number of rows. */
  readonly finish: () => Promise<number>;
}
