import type { Context } from "../kernel/context.ts";
import type { LoggedChange, SetWise, Subscriber } from "../kernel/hooks.ts";

/** A change that a subscriber could not deal with. */
export interface Undelivered {
  readonly seq: number;
  readonly error: unknown;
}

/**
 * Gives changes to a subscriber, in order, and says which it could not deal with. One of them holds up none
 * of the others. Throws where the database is gone: then nothing is wrong with the changes.
 */
export async function deliver(
  context: Context,
  subscriber: Subscriber,
  changes: readonly LoggedChange[],
): Promise<readonly Undelivered[]> {
  const mine = changes.filter(({ object }) => concerns(context, subscriber, object));
  if (subscriber.runAll) return deliverSet(context, subscriber, mine);
  const failed: Undelivered[] = [];
  for (const change of mine)
    try {
      await subscriber.run(context, change);
    } catch (error) {
      await askDatabase(context);
      failed.push({ seq: change.seq, error });
    }
  return failed;
}

function concerns({ catalog }: Context, subscriber: Subscriber, name: string): boolean {
  const object = catalog.object(name);
  return object !== undefined && subscriber.applies(object);
}

/** Each half of a set that fails is tried by itself: one bad change of 500 costs 18 further calls. */
async function deliverSet(
  context: Context,
  subscriber: SetWise,
  changes: readonly LoggedChange[],
): Promise<readonly Undelivered[]> {
  const [first] = changes;
  if (!first) return [];
  try {
    await subscriber.runAll(context, changes);
    return [];
  } catch (error) {
    await askDatabase(context);
    if (changes.length === 1) return [{ seq: first.seq, error }];
  }
  const middle = Math.ceil(changes.length / 2);
  return [
    ...(await deliverSet(context, subscriber, changes.slice(0, middle))),
    ...(await deliverSet(context, subscriber, changes.slice(middle))),
  ];
}

const askDatabase = ({ db }: Context): Promise<unknown> => db.query({ text: "select" });
