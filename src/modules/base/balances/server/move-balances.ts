import Big from "big.js";
import type { Context } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import type { KindOfBalance } from "./balance-kinds.ts";
import {
  type Actor,
  endOverdueHolds,
  type Entry,
  type Key,
  lockKeys,
  moveWithinSlot,
  openKeys,
  setSlots,
  type SlotAmount,
  takeBackOnce,
  writeOnce,
} from "./balance-statements.ts";
import { shareOut } from "./share-out.ts";

/** One change of a balance. */
export interface Move {
  readonly kind: KindOfBalance;
  /** What it is the balance of; parts of a path stand between slashes: "<person>/2026-11-30". */
  readonly key: string;
  /** Exact decimal text; negative: what is taken. */
  readonly amount: string;
  /** What the balance may come to by it at most; absent or null: any. Only kinds of one slot have it. */
  readonly most?: string | null | undefined;
  /** Why, as a word of the kind's own: "export", "reserved". */
  readonly cause: string;
  readonly record?: { readonly object: string; readonly id: string } | undefined;
  /** A name by which this very move is made once at most on this key, e.g. the id of a change in the log. */
  readonly once?: string | undefined;
  /** When it was, where that is not now. */
  readonly at?: string | undefined;
}
/** `short`: this key has no more than `available` to give, or to take up. Nothing was moved. */
export type Moved =
  | { readonly moved: true }
  | { readonly moved: false; readonly short: Key & { readonly available: string; readonly asked: string } };

const MOVED: Moved = { moved: true };

/**
 * Moves balances inside a transaction, all of them or none: below zero, or above what a move allows, nothing is
 * written, which the database itself decides (a condition of the update, and a rule of the table). Call it
 * after the records of the transaction are locked. Moves of one key are one change of its balance; their lines
 * stand in the ledger one by one.
 * @example await moveBalances(tx, context, [{ kind: stock, key: product, amount: "-3", cause: "order" }])
 */
export async function moveBalances(
  tx: Transaction,
  context: Context,
  moves: readonly Move[],
): Promise<Moved> {
  const actor = { id: context.principal.id, kind: context.principal.kind };
  const named = moves.filter(({ once }) => once !== undefined).map(entryOf);
  const fresh = named.length === 0 ? moves : await notYetMade(tx, context, { moves, named, actor });
  const asked = byKey(fresh);
  const [only] = asked;
  if (only === undefined) return MOVED;
  const entries = fresh.filter(({ once }) => once === undefined).map(entryOf);
  // One balance is moved without waiting where a slot of it is free, and else in the first that will be; several
  // are locked in order, so that two who move the same ones in another order do not wait for each other.
  if (asked.length === 1) {
    const { amount, most } = only;
    for (const isPatient of [false, true]) {
      const by = { actor, isPatient };
      const found = await tx.query(
        moveWithinSlot(context.workspace, only, amount.toFixed(), most?.toFixed() ?? null, entries, by),
      );
      if (found.length > 0) return MOVED;
    }
  }
  const done = await moveLocked(tx, context, { asked, entries, actor });
  const written = fresh.filter(({ once }) => once !== undefined).map(entryOf);
  if (!done.moved && written.length > 0) await tx.query(takeBackOnce(context.workspace, written));
  return done;
}

interface Asked extends Key {
  readonly slots: number;
  readonly decimals: number;
  readonly amount: Big;
  readonly most: Big | null;
}
interface Work {
  readonly asked: readonly Asked[];
  readonly entries: readonly Entry[];
  readonly actor: Actor;
}

const entryOf = ({ kind, key, amount, cause, record, once, at }: Move): Entry => ({
  kind: kind.name,
  key,
  amount,
  cause,
  object: record?.object ?? null,
  record: record?.id ?? null,
  once: once ?? null,
  at: at ?? null,
});

/** The moves but for those by a name that stood in the ledger before; the lines of the others stand now. */
async function notYetMade(
  tx: Transaction,
  { workspace }: Context,
  { moves, named, actor }: { moves: readonly Move[]; named: readonly Entry[]; actor: Actor },
): Promise<readonly Move[]> {
  const nameOf = (one: { kind: string; key: string; once: string | null | undefined }): string =>
    JSON.stringify([one.kind, one.key, one.once]);
  const written = new Set((await tx.query(writeOnce(workspace, named, actor))).map(nameOf));
  return moves.filter(
    ({ kind, key, once }) => once === undefined || written.has(nameOf({ kind: kind.name, key, once })),
  );
}

/** What all moves of a key come to, in the order of the keys. */
function byKey(moves: readonly Move[]): Asked[] {
  const asked = new Map<string, Asked>();
  for (const { kind, key, amount, most } of moves) {
    const name = JSON.stringify([kind.name, key]);
    const before = asked.get(name);
    const ceiling = most === undefined || most === null ? null : new Big(most);
    asked.set(name, {
      kind: kind.name,
      key,
      slots: kind.value.slots ?? 1,
      decimals: kind.value.decimals ?? 0,
      amount: (before?.amount ?? new Big(0)).plus(amount),
      most: before?.most && (ceiling === null || before.most.lt(ceiling)) ? before.most : ceiling,
    });
  }
  return [...asked.values()];
}

/** With all slots of the keys locked: what is moved is shared out evenly over the slots of its key. */
async function moveLocked(tx: Transaction, context: Context, work: Work): Promise<Moved> {
  const rows = await lockSlots(tx, context, work);
  const after: SlotAmount[] = [];
  for (const one of work.asked) {
    const slots = rows.filter(isOf(one));
    const has = sum(slots.map(({ amount }) => amount));
    const total = has.plus(one.amount);
    if (total.lt(0)) return shortOf(one, has);
    if (one.most !== null && one.amount.gt(0) && total.gt(one.most)) return shortOf(one, one.most.minus(has));
    after.push(...shareOut(slots, total, one.decimals));
  }
  await tx.query(setSlots(context.workspace, after, work.entries, work.actor));
  return MOVED;
}

/** All slots of the keys, made where there were none; what was held for too long is back in them. */
async function lockSlots(tx: Transaction, context: Context, { asked, actor }: Work): Promise<SlotAmount[]> {
  const { workspace, now } = context;
  await tx.query(openKeys(workspace, asked.flatMap(slotsOf)));
  const rows = await tx.query(lockKeys(workspace, asked));
  const overdue = await tx.query(endOverdueHolds(workspace, asked, now));
  if (overdue.length === 0) return rows;
  const released = overdue.map(({ until, ...held }) => ({
    ...held,
    amount: new Big(held.amount).neg().toFixed(),
    cause: "expired",
    object: null,
    record: null,
    once: null,
    // It was back from then on, though nobody needed it.
    at: until,
  }));
  const slots = asked.flatMap((one) => {
    const own = rows.filter(isOf(one));
    const back = released.filter(isOf(one));
    return shareOut(own, sum([...own, ...back].map(({ amount }) => amount)), one.decimals);
  });
  await tx.query(setSlots(workspace, slots, released, actor));
  return slots;
}

const isOf =
  (one: Key) =>
  ({ kind, key }: Key): boolean =>
    kind === one.kind && key === one.key;
const slotsOf = ({ kind, key, slots }: Asked): SlotAmount[] =>
  Array.from({ length: slots }, (_, slot) => ({ kind, key, slot, amount: "0" }));
const sum = (amounts: readonly string[]): Big => amounts.reduce((all, one) => all.plus(one), new Big(0));
const shortOf = ({ kind, key, amount }: Asked, room: Big): Moved => {
  const available = (room.lt(0) ? new Big(0) : room).toFixed();
  return { moved: false, short: { kind, key, available, asked: amount.abs().toFixed() } };
};
