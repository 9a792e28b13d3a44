import { command, statement } from "../../../../engine/public.ts";
import {
  bigint,
  integer,
  numeric,
  orNull,
  text,
  timestamptz,
  uuid,
} from "../../../../platform/db/columns.ts";
import { NOTHING, type Sql, sql } from "../../../../platform/db/sql.ts";

const SKIP = sql`skip locked`;

/** A balance, by name. */
export interface Key {
  readonly kind: string;
  readonly key: string;
}
/** One line of the ledger. */
export interface Entry extends Key {
  readonly amount: string;
  readonly cause: string;
  readonly object: string | null;
  readonly record: string | null;
  readonly once: string | null;
  /** When it was, where that is not now. */
  readonly at: string | null;
}
export interface Actor {
  readonly id: string | null;
  readonly kind: string;
}
export interface SlotAmount extends Key {
  readonly slot: number;
  readonly amount: string;
}

const column = <T extends object, K extends keyof T>(rows: readonly T[], name: K): readonly T[K][] =>
  rows.map((row) => row[name]);
const keysOf = (keys: readonly Key[]): Sql =>
  sql`unnest(${column(keys, "kind")}::text[], ${column(keys, "key")}::text[]) as k(kind, key)`;
const linesOf = (entries: readonly Entry[]): Sql =>
  sql`unnest(${column(entries, "kind")}::text[], ${column(entries, "key")}::text[], ${column(entries, "amount")}::numeric[], ${column(entries, "cause")}::text[],
    ${column(entries, "object")}::text[], ${column(entries, "record")}::uuid[], ${column(entries, "once")}::text[], ${column(entries, "at")}::timestamptz[])
    as e(kind, key, amount, cause, object, record, once, at)`;
const columns = sql`kind, key, amount, cause, object, record, once, at, actor, actor_kind`;
const values = ({ id, kind }: Actor): Sql =>
  sql`e.kind, e.key, e.amount, e.cause, e.object, e.record, e.once, coalesce(e.at, clock_timestamp()), ${id}::uuid, ${kind}`;

/**
 * Moves one balance within one slot that has room, and writes the lines of it, in one statement. A slot that
 * somebody else is moving is passed over, or waited for. No row: no slot had room, and nothing was done.
 */
export const moveWithinSlot = statement(
  { slot: integer },
  (
    { system },
    { kind, key }: Key,
    amount: string,
    most: string | null,
    entries: readonly Entry[],
    { actor, isPatient }: { readonly actor: Actor; readonly isPatient: boolean },
  ) =>
    sql`with free as (
        select slot from ${system("balance")} where kind = ${kind} and key = ${key} and amount + ${amount}::numeric >= 0
          and (${most}::numeric is null or ${amount}::numeric <= 0 or amount + ${amount}::numeric <= ${most}::numeric)
        order by random() limit 1 for update ${isPatient ? NOTHING : SKIP}),
      moved as (
        update ${system("balance")} b set amount = b.amount + ${amount}::numeric from free where b.kind = ${kind} and b.key = ${key} and b.slot = free.slot returning b.slot),
      told as (insert into ${system("balance_entry")} (${columns}) select ${values(actor)} from ${linesOf(entries)} where exists (select from moved) returning 1)
      select m.slot::int as slot from moved m`,
);

/** Rows for keys that have none, in the order in which rows are always locked. */
export const openKeys = command(
  ({ system }, slots: readonly SlotAmount[]) =>
    sql`insert into ${system("balance")} (kind, key, slot, amount)
      select kind, key, slot, 0 from unnest(${column(slots, "kind")}::text[], ${column(slots, "key")}::text[], ${column(slots, "slot")}::int[]) as s(kind, key, slot)
      order by kind, key, slot on conflict do nothing`,
);
/** All slots of these keys, locked; whoever locks several does it in this order. */
export const lockKeys = statement(
  { kind: text, key: text, slot: integer, amount: numeric },
  ({ system }, keys: readonly Key[]) =>
    sql`select b.kind, b.key, b.slot::int as slot, b.amount from ${system("balance")} b where (b.kind, b.key) in (select kind, key from ${keysOf(keys)})
      order by b.kind, b.key, b.slot for update of b`,
);
/** Writes what the slots come to, and the lines that say why. */
export const setSlots = command(
  ({ system }, slots: readonly SlotAmount[], entries: readonly Entry[], actor: Actor) =>
    sql`with told as (insert into ${system("balance_entry")} (${columns}) select ${values(actor)} from ${linesOf(entries)} returning 1)
      update ${system("balance")} b set amount = s.amount
      from unnest(${column(slots, "kind")}::text[], ${column(slots, "key")}::text[], ${column(slots, "slot")}::int[], ${column(slots, "amount")}::numeric[]) as s(kind, key, slot, amount)
      where b.kind = s.kind and b.key = s.key and b.slot = s.slot`,
);
/** Writes lines that may be written once only; those that stood there already are not among the answers. */
export const writeOnce = statement(
  { kind: text, key: text, once: text },
  ({ system }, entries: readonly Entry[], actor: Actor) =>
    sql`with told as (
        insert into ${system("balance_entry")} (${columns}) select ${values(actor)} from ${linesOf(entries)} order by e.kind, e.key, e.once
        on conflict (kind, key, once) where once is not null do nothing returning kind, key, once)
      select kind, key, coalesce(once, '') as once from told`,
);
export const takeBackOnce = command(
  ({ system }, entries: readonly Entry[]) =>
    sql`delete from ${system("balance_entry")} where (kind, key, once) in (select e.kind, e.key, e.once from ${linesOf(entries)})`,
);

export const addHold = command(
  ({ system }, id: string, { kind, key }: Key, amount: string, until: string) =>
    sql`insert into ${system("balance_hold")} (id, kind, key, amount, until) values (${id}, ${kind}, ${key}, ${amount}::numeric, ${until})`,
);
/** Ends one; no row: it has ended before, or its time is over and somebody else needed what it held. */
export const endHold = statement(
  { kind: text, key: text, amount: numeric },
  ({ system }, id: string) =>
    sql`delete from ${system("balance_hold")} where id = ${id} returning kind, key, amount`,
);
/** Those of these keys whose time is over. */
export const endOverdueHolds = statement(
  { kind: text, key: text, amount: numeric, until: timestamptz },
  ({ system }, keys: readonly Key[], now: string) =>
    sql`delete from ${system("balance_hold")} where (kind, key) in (select kind, key from ${keysOf(keys)}) and until <= ${now} returning kind, key, amount, until`,
);

/** Of the keys that are `of` or begin with `of/`. */
export const isOf = (of: string): Sql => sql`(key = ${of} or (key > ${`${of}/`} and key < ${`${of}0`}))`;

export const balancesOf = statement(
  { key: text, amount: numeric },
  ({ system }, kind: string, of: string, most: number) =>
    sql`select key, sum(amount) as amount from ${system("balance")} where kind = ${kind} and ${isOf(of)} group by key order by key limit ${most}`,
);
/** As the ledger has them up to a moment. */
export const balancesAt = statement(
  { key: text, amount: numeric },
  ({ system }, kind: string, of: string, moment: string, most: number) =>
    sql`select key, sum(amount) as amount from ${system("balance_entry")} where kind = ${kind} and ${isOf(of)} and at <= ${moment} group by key order by key limit ${most}`,
);
export const entriesOf = statement(
  {
    id: bigint,
    key: text,
    amount: numeric,
    at: timestamptz,
    actor: orNull(uuid),
    name: orNull(text),
    cause: text,
    object: orNull(text),
    record: orNull(uuid),
  },
  ({ system, record }, kind: string, of: string, before: number | null, most: number) =>
    sql`select e.id, e.key, e.amount, e.at, e.actor, u.name, e.cause, e.object, e.record
      from ${system("balance_entry")} e left join ${record("user")} u on u.id = e.actor
      where e.kind = ${kind} and ${isOf(of)} and (${before}::bigint is null or e.id < ${before}::bigint)
      order by e.id desc limit ${most}`,
);
