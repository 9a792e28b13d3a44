import type { Database } from "../../platform/db/database.ts";
import type { Context, Workspace } from "../context.ts";
import type { LoggedChange, React } from "../hooks.ts";
import { systemTable } from "../schema/names.ts";
import { readChanges } from "./read-changes.ts";

const PAGE = 200;
const MAX_ATTEMPTS = 12;

/**
 * One pass of one reader: reacts to the changes after its position, in order, and moves the position.
 * Only one process at a time reads for a reader (its row is locked). A failed reaction is put aside with a time to try again,
 * so that one bad change does not stop the rest. Returns how many changes were read.
 */
export async function runReader(db: Database, contextFor: () => Promise<Context>, react: React): Promise<number> {
  const context = await contextFor();
  const { workspace } = context;
  const position = await takePosition(db, workspace, react.name);
  if (position === null) return 0;
  const { changes, upTo } = await readChanges(db, workspace, position, PAGE);
  for (const change of changes) await reactTo(db, context, react, change, 0);
  await db.query({
    text: `update ${systemTable(workspace, "reader")} set position = $2, at = now() where name = $1 and position = $3`,
    values: [react.name, upTo, position],
  });
  await retryFailures(db, context, react);
  return changes.length;
}

async function takePosition(db: Database, workspace: Workspace, name: string): Promise<number | null> {
  const table = systemTable(workspace, "reader");
  await db.query({ text: `insert into ${table} (name, position) values ($1, 0) on conflict do nothing`, values: [name] });
  const [row] = await db.query<{ position: number }>({ text: `select position from ${table} where name = $1`, values: [name] });
  return row?.position ?? null;
}

async function reactTo(db: Database, context: Context, react: React, change: LoggedChange, attempts: number): Promise<void> {
  const object = context.catalog.object(change.object);
  const failures = systemTable(context.workspace, "reader_failure");
  if (!object || !react.applies(object)) return;
  try {
    await react.run(context, change);
    if (attempts > 0) await db.query({ text: `delete from ${failures} where reader = $1 and seq = $2`, values: [react.name, change.seq] });
  } catch (error) {
    const wait = Math.min(2 ** attempts, 3600);
    await db.query({
      text: `insert into ${failures} (reader, seq, attempts, due_at, error) values ($1, $2, $3, now() + make_interval(secs => $4), $5)
             on conflict (reader, seq) do update set attempts = excluded.attempts, due_at = excluded.due_at, error = excluded.error`,
      values: [react.name, change.seq, attempts + 1, wait, String(error).slice(0, 2000)],
    });
  }
}

async function retryFailures(db: Database, context: Context, react: React): Promise<void> {
  const due = await db.query<LoggedChange & { attempts: number }>({
    text: `select c.seq, c.at, c.object, c.record, c.version, c.kind, c.actor, c.actor_kind, c.road, c.before, c.after, c.note, f.attempts from ${systemTable(context.workspace, "reader_failure")} f
           join ${systemTable(context.workspace, "changes")} c on c.seq = f.seq where f.reader = $1 and f.due_at <= now() and f.attempts < ${MAX_ATTEMPTS} order by f.seq limit 20`,
    values: [react.name],
  });
  for (const change of due) await reactTo(db, context, react, change, change.attempts);
}
