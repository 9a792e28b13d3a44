import { type Context, tellFailure } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { outsideError } from "../../../../platform/db/outside-error.ts";
import { type Label, label } from "../../../../shared/i18n/label.ts";
import { type DueTimer, timerKinds } from "./timer-kinds.ts";

/** What became of a timer that was not done. */
export type Outcome =
  | {
      readonly is: "failed";
      readonly id: string;
      readonly code: string | null;
      readonly reason: Label | null;
      /** Trying again would not help. */
      readonly final: boolean;
    }
  /** What it is about was being changed in this moment. */
  | { readonly is: "later"; readonly id: string };

/**
 * Does timers of one kind together. Where that fails, each half is tried by itself, so that one bad timer of many is
 * left alone with its reason. What the machine did (the database is away) is thrown on: nothing is wrong with them.
 */
export async function fireSet(
  tx: Transaction,
  context: Context,
  name: string,
  timers: readonly DueTimer[],
): Promise<readonly Outcome[]> {
  const kind = timerKinds.read(context.hooks).get(name);
  if (!kind) return timers.map(({ id }) => ({ is: "failed", id, final: true, ...UNKNOWN }));
  await tx.query({ text: "savepoint timers" });
  try {
    const { later = [] } = (await kind.fire(tx, context, timers)) ?? {};
    await tx.query({ text: "release savepoint timers" });
    return later.map((id) => ({ is: "later", id }));
  } catch (error) {
    if (outsideError(error)) throw error;
    await tx.query({ text: "rollback to savepoint timers" });
    const [only] = timers;
    if (timers.length === 1 && only)
      return [{ is: "failed", id: only.id, final: false, ...tellFailure(error) }];
  }
  const middle = Math.ceil(timers.length / 2);
  return [
    ...(await fireSet(tx, context, name, timers.slice(0, middle))),
    ...(await fireSet(tx, context, name, timers.slice(middle))),
  ];
}

const UNKNOWN = {
  code: "unknown_kind",
  reason: label("程序不再认识这类计时", "The program no longer knows this kind of timer"),
};
