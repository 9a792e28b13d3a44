import type { Database } from "../../platform/db/database.ts";
import type { Context, Workspace } from "../context.ts";
import type { LoggedChange, React } from "../hooks.ts";
import { systemTable } from "../schema/names.ts";
import { changesUpTo, lowWater, type LogPart } from "./read-changes.ts";

/** Planning a page over the months of the log costs as much as reading some hundreds of its lines. */
const PAGE = 500;
const MAX_ATTEMPTS = 12;

export interface ReadPass {
  /** Changes read, by all readers together. */
  readonly read: number;
  /** Whether the log goes on behind what was read. */
  readonly more: boolean;
  /** Whether a reader stands further on than before. */
  readonly moved: boolean;
  /** Where the log was complete up to. */
  readonly upTo: number;
  /** In so many milliseconds a reaction that failed is due again. */
  readonly dueIn: number | null;
}

/**
 * One pass of the readers: each reacts to the changes after its position, in order, and its position moves.
 * What lies behind the log's low water is read once for all who stand at the same place: over the months of a
 * log, planning to read it takes longer than reading it. A failed reaction is put aside with a time to try
 * again, so that one bad change does not stop the rest.
 */
export async function runReacts(
  db: Database,
  workspace: Workspace,
  contextFor: () => Promise<Context>,
  reacts: readonly React[],
): Promise<ReadPass> {
  const positions = await takePositions(db, workspace, reacts);
  const upTo = await lowWater(db, workspace);
  const { failed, dueIn } = await failedReaders(db, workspace);
  if (failed.size === 0 && [...positions.values()].every((position) => position >= upTo))
    return { read: 0, more: false, moved: false, upTo, dueIn };
  // After the low water: whatever the log tells of up to there is defined.
  const context = await contextFor();
  const parts = new Map<number, LogPart>();
  let [read, more, moved] = [0, false, false];
  for (const react of reacts) {
    const after = positions.get(react.name) ?? upTo;
    const part = parts.get(after) ?? (await changesUpTo(db, workspace, { after, upTo, limit: PAGE }));
    parts.set(after, part);
    for (const change of part.changes) await reactTo(db, context, react, change, 0);
    if (part.upTo > after && (await movePosition(db, workspace, react, after, part.upTo))) moved = true;
    if (failed.has(react.name)) await retryFailures(db, context, react);
    read += part.changes.length;
    more ||= part.upTo < upTo;
  }
  return { read, more, moved, upTo, dueIn: (await failedReaders(db, workspace)).dueIn };
}

/**
 * Where each reader stands. One that an upgrade brings begins where the others are: what happened before is
 * no news any more, and reading years of a log for nothing takes hours. The readers of a new workspace begin
 * together, at the beginning of its log.
 */
async function takePositions(
  db: Database,
  workspace: Workspace,
  reacts: readonly React[],
): Promise<ReadonlyMap<string, number>> {
  const table = systemTable(workspace, "reader");
  const names = reacts.map(({ name }) => name);
  const known = { text: `select name, position from ${table} where name = any($1::text[])`, values: [names] };
  const rows = await db.query<{ name: string; position: number }>(known);
  if (rows.length === names.length) return positionsOf(rows);
  await db.query({
    text: `insert into ${table} (name, position) select name, coalesce((select max(position) from ${table}), 0) from unnest($1::text[]) as name on conflict do nothing`,
    values: [names],
  });
  return positionsOf(await db.query(known));
}
const positionsOf = (
  rows: readonly { readonly name: string; readonly position: number }[],
): ReadonlyMap<string, number> => new Map(rows.map(({ name, position }) => [name, position]));

async function movePosition(
  db: Database,
  workspace: Workspace,
  react: React,
  from: number,
  to: number,
): Promise<boolean> {
  const moved = await db.query({
    text: `update ${systemTable(workspace, "reader")} set position = $2, at = now() where name = $1 and position = $3 returning true`,
    values: [react.name, to, from],
  });
  return moved.length > 0;
}

async function reactTo(
  db: Database,
  context: Context,
  react: React,
  change: LoggedChange,
  attempts: number,
): Promise<void> {
  const object = context.catalog.object(change.object);
  const failures = systemTable(context.workspace, "reader_failure");
  if (!object || !react.applies(object)) return;
  try {
    await react.run(context, change);
    if (attempts > 0)
      await db.query({
        text: `delete from ${failures} where reader = $1 and seq = $2`,
        values: [react.name, change.seq],
      });
  } catch (error) {
    const wait = Math.min(2 ** attempts, 3600);
    await db.query({
      text: `insert into ${failures} (reader, seq, attempts, due_at, error) values ($1, $2, $3, now() + make_interval(secs => $4), $5)
             on conflict (reader, seq) do update set attempts = excluded.attempts, due_at = excluded.due_at, error = excluded.error`,
      values: [react.name, change.seq, attempts + 1, wait, String(error).slice(0, 2000)],
    });
  }
}

/**
 * Those whose reactions failed and are due to be tried again, and in how many milliseconds the next will be.
 */
async function failedReaders(
  db: Database,
  workspace: Workspace,
): Promise<{ readonly failed: ReadonlySet<string>; readonly dueIn: number | null }> {
  const rows = await db.query<{ reader: string; due: number }>({
    text: `select reader, (extract(epoch from min(due_at) - now()) * 1000)::float8 as due from ${systemTable(workspace, "reader_failure")} where attempts < ${MAX_ATTEMPTS} group by reader`,
  });
  const later = rows.filter(({ due }) => due > 0).map(({ due }) => due);
  return {
    failed: new Set(rows.filter(({ due }) => due <= 0).map(({ reader }) => reader)),
    dueIn: later.length > 0 ? Math.min(...later) : null,
  };
}

async function retryFailures(db: Database, context: Context, react: React): Promise<void> {
  const due = await db.query<LoggedChange & { attempts: number }>({
    text: `select c.seq, c.at, c.object, c.record, c.version, c.kind, c.actor, c.actor_kind, c.road, c.before, c.after, c.note, f.attempts from ${systemTable(context.workspace, "reader_failure")} f
           join ${systemTable(context.workspace, "changes")} c on c.seq = f.seq where f.reader = $1 and f.due_at <= now() and f.attempts < ${MAX_ATTEMPTS} order by f.seq limit 20`,
    values: [react.name],
  });
  for (const change of due) await reactTo(db, context, react, change, change.attempts);
}
