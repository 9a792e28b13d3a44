import { type Context, command } from "../../../../engine/public.ts";
import type { Statement, Transaction } from "../../../../platform/db/database.ts";
import { spelled, sql } from "../../../../platform/db/sql.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { TimerKindEntry } from "./timer-kinds.ts";
import { wakeIn } from "./wake.ts";

/** A timer to be set. One of the same kind, record and key that still waits is moved. */
export interface NewTimer {
  readonly object?: string | null;
  readonly record?: string | null;
  readonly key?: string;
  /** ISO. One whose moment has passed is due at once. */
  readonly due_at: string;
  readonly params?: Values;
}
/** The timers of a record; with `prefix` those whose keys begin with it. */
export interface TimersOf {
  readonly record: string | null;
  readonly prefix?: string;
}

const PIECES = {
  places: spelled("x(record uuid, prefix text)"),
  rows: spelled("x(object text, record uuid, key text, due_at timestamptz, params jsonb)"),
  // The end of an id is random.
  lane: spelled("coalesce(get_byte(uuid_send(w.record), 15) & 15, abs(hashtext(w.key)) % 16)"),
};
const places = (of: readonly TimersOf[]): string =>
  JSON.stringify(of.map(({ record, prefix = "" }) => ({ record, prefix })));
const rowsOf = (timers: readonly NewTimer[]): string =>
  JSON.stringify(
    timers.map(({ object = null, record = null, key = "", due_at, params = {} }) => ({
      object,
      record,
      key,
      due_at,
      params,
    })),
  );

/** What waits at these places becomes exactly these timers; what is the same is moved. */
export const replaceTimers = command(
  ({ system }, kind: string, of: string, rows: string) => sql`with wanted as materialized (
  select x.* from jsonb_to_recordset(${rows}::jsonb) as ${PIECES.rows}),
cleared as (
  update ${system("timer")} t set state = 'cancelled', ended_at = now() from jsonb_to_recordset(${of}::jsonb) as ${PIECES.places}
  where t.kind = ${kind} and t.state = 'waiting' and t.record is not distinct from x.record and starts_with(t.key, x.prefix)
    and not exists (select from wanted w where w.record is not distinct from t.record and w.key = t.key))
insert into ${system("timer")} (kind, object, record, key, due_at, run_at, params, lane)
select ${kind}, w.object, w.record, w.key, w.due_at, w.due_at, w.params, ${PIECES.lane} from wanted w
on conflict (record, kind, key) where state = 'waiting' do update set due_at = excluded.due_at, run_at = excluded.due_at, params = excluded.params,
  tries = 0, code = null, reason = null`,
);

/**
 * The statement by which what waits at these places becomes exactly these timers, for whoever has it sent along with
 * a write (`Added.ledger`); a timer outside of the places is left as it is.
 */
export function replacingTimers(
  tx: Transaction,
  context: Context,
  { name }: TimerKindEntry,
  of: readonly TimersOf[],
  timers: readonly NewTimer[],
): Statement {
  wakeWith(tx, context, timers);
  return replaceTimers(context.workspace, name, places(of), rowsOf(timers));
}

/** Sets timers in a transaction, or moves those that wait already. */
export async function setTimers(
  tx: Transaction,
  context: Context,
  kind: TimerKindEntry,
  timers: readonly NewTimer[],
): Promise<void> {
  if (timers.length > 0) await tx.query(replacingTimers(tx, context, kind, [], timers));
}

/** Takes back what waits at these places. */
export async function clearTimers(
  tx: Transaction,
  context: Context,
  kind: TimerKindEntry,
  of: readonly TimersOf[],
): Promise<void> {
  if (of.length > 0) await tx.query(replacingTimers(tx, context, kind, of, []));
}

/** One of them may be due before all that this process waits for. */
function wakeWith(tx: Transaction, context: Context, timers: readonly NewTimer[]): void {
  const [first] = timers.map(({ due_at }) => due_at).sort();
  if (first !== undefined) tx.whenCommitted(timers, () => wakeIn(context, Date.parse(first) - Date.now()));
}
