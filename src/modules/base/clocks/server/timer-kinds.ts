import { type Context, type Contribution, extensionPoint } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import type { Label } from "../../../../shared/i18n/label.ts";
import type { Values } from "../../../../shared/metadata/object.ts";

/** A timer whose moment has come. */
export interface DueTimer {
  readonly id: string;
  /** What it is about; null where it is about no record. */
  readonly object: string | null;
  readonly record: string | null;
  /** Tells it from others of its kind and record. */
  readonly key: string;
  /** What was asked for, not when it is done. */
  readonly due_at: string;
  readonly params: Values;
}

/** A kind of timers: what they are called, and what is done when they are due. */
export interface TimerKind {
  readonly label: Label;
  /** What a timer of the kind does, told by its key and what was given with it; else its kind is all that is said. */
  readonly tell?: (timer: Pick<DueTimer, "key" | "params">) => Label;
  /**
   * Does what many due timers are for, in the transaction that marks them as done: how many statements it asks does
   * not depend on how many there are. At most one of a record is among them. Where it throws, each half is tried by
   * itself, down to the single timer, and that one comes again later. `later` names those whose records somebody is
   * just changing: never wait for such a lock, as whoever holds it may wait for the timer.
   */
  readonly fire: (
    tx: Transaction,
    context: Context,
    timers: readonly DueTimer[],
  ) => Promise<{ readonly later?: readonly string[] } | void>;
}
export type TimerKindEntry = Contribution<TimerKind>;

/** The kinds of timers there are. The module that sets timers of a kind defines it. */
export const timerKinds = extensionPoint<TimerKind>("kinds of timers");
