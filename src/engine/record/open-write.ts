import type { Transaction } from "../../platform/db/database.ts";
import type { Context } from "../kernel/context.ts";
import { noteOf, notesIn, type WriteContext } from "../kernel/write-notes.ts";
import { lockClass } from "../changes/lock-class.ts";
import { ident } from "../../platform/db/database.ts";

export interface OpenedWrite {
  readonly seqs: readonly number[];
  readonly now: string;
}

/** What was opened before it was known what is to be written. */
const OPENED = noteOf<Promise<OpenedWrite>>("numbers of the log asked for ahead");

/**
 * Asks for the numbers of writes that are to be expected, together with what they are decided by. Those that
 * are not needed stay out of the log, as the numbers of a write that was refused do. A row that somebody else
 * holds is locked before: nobody reads the log past a writer who waits.
 */
export function openAhead(tx: Transaction, context: WriteContext, count: number): void {
  const asked = ask(tx, context, count);
  asked.catch(() => undefined);
  context.notes.set(OPENED, asked);
}

/**
 * Numbers in the log for `count` changes, and the moment of the write. Takes the writer's lock before the
 * first number.
 */
export async function openWrite(tx: Transaction, context: Context, count: number): Promise<OpenedWrite> {
  const notes = notesIn(tx, context);
  const ahead = notes?.get(OPENED);
  if (!ahead) return ask(tx, context, count);
  notes?.delete(OPENED);
  const { seqs, now } = await ahead;
  if (seqs.length < count) return ask(tx, context, count);
  if (seqs.length > count) notes?.set(OPENED, Promise.resolve({ seqs: seqs.slice(count), now }));
  return { seqs: seqs.slice(0, count), now };
}

async function ask(tx: Transaction, context: Context, count: number): Promise<OpenedWrite> {
  tx.whenCommitted(context.follower, () => context.follower.told());
  const sequence = `${ident(context.workspace.schema)}.changes_seq`;
  // A number of rows that stands in the text is planned once for a connection; one among the values is
  // planned for each write, which takes longer than drawing the numbers.
  const isSpelled = count <= MOST_SPELLED;
  const [row] = await tx.query<{ seqs: number[]; now: string }>({
    name: "open",
    text: `with held as materialized (select pg_advisory_xact_lock_shared($1::int, ((select last_value from ${sequence}) & 2147483647)::int))
           select array(select nextval('${sequence}') from held, generate_series(1, ${isSpelled ? Math.max(count, 0) : "$2::int"})) as seqs, clock_timestamp() as now`,
    values: [lockClass(context.workspace.schema), ...(isSpelled ? [] : [count])],
  });
  if (!row) throw new Error("the log gave no numbers");
  return row;
}
/** A record with what its rules add. */
const MOST_SPELLED = 8;
