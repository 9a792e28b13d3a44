import type { Database } from "../../platform/db/database.ts";
import type { Context, Workspace } from "../kernel/context.ts";
import type { Subscriber } from "../kernel/hooks.ts";
import { systemTable } from "../schema/names.ts";
import { deliver, type Undelivered } from "./deliver.ts";
import { changesUpTo, lowWater, type LogPart } from "./read-changes.ts";
import { dueSubscribers, putAside, retryDue } from "./subscriber-failures.ts";

/** Planning a page over the months of the log costs as much as reading some hundreds of its lines. */
const PAGE = 500;

export interface SubscriberPass {
  /** Changes read, by all subscribers together. */
  readonly read: number;
  /** Whether the log goes on behind what was read. */
  readonly more: boolean;
  /** Whether a subscriber stands further on than before. */
  readonly moved: boolean;
  /** Where the log was complete up to. */
  readonly upTo: number;
  /** In so many milliseconds a change that failed is due again. */
  readonly dueIn: number | null;
}

/**
 * One pass of the subscribers: each gets the changes after its position, in order, and its position moves.
 * What lies behind the log's low water is read once for all who stand at the same place: over the months of a
 * log, planning to read it takes longer than reading it. What fails is put aside with a time to try again, so
 * that one bad change stops neither the rest nor another subscriber. `failed` is told each such error, for
 * the log of the program.
 */
export async function runSubscribers(
  db: Database,
  workspace: Workspace,
  contextFor: () => Promise<Context>,
  subscribers: readonly Subscriber[],
  failed: (error: Error) => void = () => undefined,
): Promise<SubscriberPass> {
  const positions = await takePositions(db, workspace, subscribers);
  const upTo = await lowWater(db, workspace);
  const { due, dueIn } = await dueSubscribers(db, workspace, subscribers);
  if (due.size === 0 && [...positions.values()].every((position) => position >= upTo))
    return { read: 0, more: false, moved: false, upTo, dueIn };
  // After the low water: whatever the log tells of up to there is defined.
  const context = await contextFor();
  const parts = new Map<number, LogPart>();
  let [read, more, moved] = [0, false, false];
  for (const subscriber of subscribers) {
    const tell = (undelivered: readonly Undelivered[]): void =>
      undelivered.forEach((one) => failed(errorOf(subscriber, one)));
    const after = positions.get(subscriber.name) ?? upTo;
    const part = parts.get(after) ?? (await changesUpTo(db, workspace, { after, upTo, limit: PAGE }));
    parts.set(after, part);
    const undelivered = await deliver(context, subscriber, part.changes);
    tell(undelivered);
    await putAside(context, subscriber, undelivered);
    if (part.upTo > after && (await movePosition(db, workspace, subscriber, after, part.upTo))) moved = true;
    if (due.has(subscriber.name)) await retryDue(context, subscriber, tell);
    read += part.changes.length;
    more ||= part.upTo < upTo;
  }
  return { read, more, moved, upTo, dueIn: (await dueSubscribers(db, workspace, subscribers)).dueIn };
}

/** Administrators are shown the number of the change; by it they find what went wrong. */
const errorOf = ({ name }: Subscriber, { seq, error }: Undelivered): Error =>
  new Error(`${name} could not deal with change ${seq}`, { cause: error });

/**
 * Where each subscriber stands. One that an upgrade brings begins where the one that is furthest on stands: what
 * happened before is no news any more, and reading years of a log for nothing takes hours. Where none has begun
 * yet, the log stood at `read_from` when an upgrade found it; in a new workspace that is its beginning. One that
 * needs the past (`needsPast`) begins there, too.
 */
async function takePositions(
  db: Database,
  workspace: Workspace,
  subscribers: readonly Subscriber[],
): Promise<ReadonlyMap<string, number>> {
  const table = systemTable(workspace, "reader");
  const names = subscribers.map(({ name }) => name);
  const known = { text: `select name, position from ${table} where name = any($1::text[])`, values: [names] };
  const rows = await db.query<{ name: string; position: number }>(known);
  if (rows.length === names.length) return positionsOf(rows);
  await db.query({
    text: `insert into ${table} (name, position) select name, case when name = any($2::text[]) then 0 else coalesce((select max(position) from ${table}), (select read_from from ${systemTable(workspace, "versions")})) end
      from unnest($1::text[]) as name on conflict do nothing`,
    values: [names, subscribers.flatMap(({ name, needsPast }) => (needsPast ? [name] : []))],
  });
  return positionsOf(await db.query(known));
}
const positionsOf = (
  rows: readonly { readonly name: string; readonly position: number }[],
): ReadonlyMap<string, number> => new Map(rows.map(({ name, position }) => [name, position]));

async function movePosition(
  db: Database,
  workspace: Workspace,
  subscriber: Subscriber,
  from: number,
  to: number,
): Promise<boolean> {
  const moved = await db.query({
    text: `update ${systemTable(workspace, "reader")} set position = $2, at = now() where name = $1 and position = $3 returning true`,
    values: [subscriber.name, to, from],
  });
  return moved.length > 0;
}
