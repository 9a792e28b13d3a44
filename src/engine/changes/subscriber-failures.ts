import type { Database } from "../../platform/db/database.ts";
import type { Context, Workspace } from "../kernel/context.ts";
import type { LoggedChange, Subscriber } from "../kernel/hooks.ts";
import { systemTable } from "../schema/names.ts";
import { deliver, type Undelivered } from "./deliver.ts";
import { tellFailure } from "./subscriber-error.ts";

/** After so many attempts, half an hour after the first, a change is no longer tried by itself. */
export const MAX_ATTEMPTS = 12;
/** Taken one by one, failed changes of one subscriber do not keep the others waiting. */
const AT_ONCE = { oneByOne: 20, setWise: 500 };

const table = (workspace: Workspace): string => systemTable(workspace, "reader_failure");

const partsOf = (failed: readonly Undelivered[]): readonly unknown[] => {
  const told = failed.map(({ error }) => tellFailure(error));
  return [
    failed.map(({ seq }) => seq),
    told.map(({ code }) => code),
    told.map(({ reason }) => reason && JSON.stringify(reason)),
  ];
};

/** Puts changes aside to be tried again. What is put aside already keeps its attempts. */
export async function putAside(
  { db, workspace }: Context,
  { name }: Subscriber,
  failed: readonly Undelivered[],
): Promise<void> {
  if (failed.length === 0) return;
  await db.query({
    text: `insert into ${table(workspace)} (reader, seq, attempts, due_at, code, reason)
           select $1, seq, 1, now() + interval '1 second', code, reason::jsonb from unnest($2::bigint[], $3::text[], $4::text[]) as x (seq, code, reason) on conflict do nothing`,
    values: [name, ...partsOf(failed)],
  });
}

/** Those whose failed changes are due, and in how many milliseconds the next will be. */
export async function dueSubscribers(
  db: Database,
  workspace: Workspace,
  subscribers: readonly Subscriber[],
): Promise<{ readonly due: ReadonlySet<string>; readonly dueIn: number | null }> {
  const rows = await db.query<{ reader: string; wait: number }>({
    text: `select reader, (extract(epoch from min(due_at) - now()) * 1000)::float8 as wait from ${table(workspace)}
           where attempts < ${MAX_ATTEMPTS} and reader = any($1::text[]) group by reader`,
    values: [subscribers.map(({ name }) => name)],
  });
  return {
    due: new Set(rows.filter(({ wait }) => wait <= 0).map(({ reader }) => reader)),
    dueIn: rows.length > 0 ? Math.max(0, Math.min(...rows.map(({ wait }) => wait))) : null,
  };
}

/** Tries what is due again, set-wise or one by one as ever. */
export async function retryDue(
  context: Context,
  subscriber: Subscriber,
  tell: (failed: readonly Undelivered[]) => void,
): Promise<void> {
  const { db, workspace } = context;
  const limit = subscriber.runAll ? AT_ONCE.setWise : AT_ONCE.oneByOne;
  const changes = await db.query<LoggedChange>({
    text: `select c.seq, c.at, c.object, c.record, c.version, c.kind, c.actor, c.actor_kind, c.road, c.before, c.after, c.note from ${table(workspace)} f
           join ${systemTable(workspace, "changes")} c on c.seq = f.seq where f.reader = $1 and f.due_at <= now() and f.attempts < ${MAX_ATTEMPTS} order by f.seq limit ${limit}`,
    values: [subscriber.name],
  });
  if (changes.length === 0) return dropLost(db, workspace, subscriber.name);
  const failed = await deliver(context, subscriber, changes);
  tell(failed);
  const again = new Set(failed.map(({ seq }) => seq));
  const done = changes.flatMap(({ seq }) => (again.has(seq) ? [] : [seq]));
  await waitLonger(db, workspace, subscriber.name, failed);
  if (done.length > 0)
    await db.query({
      text: `delete from ${table(workspace)} where reader = $1 and seq = any($2::bigint[])`,
      values: [subscriber.name, done],
    });
}

/** What is due and no longer in the log would be looked for again and again. */
async function dropLost(db: Database, workspace: Workspace, name: string): Promise<void> {
  await db.query({
    text: `delete from ${table(workspace)} f where reader = $1 and due_at <= now() and not exists (select from ${systemTable(workspace, "changes")} c where c.seq = f.seq)`,
    values: [name],
  });
}

/** What was passed over meanwhile does not come back. */
async function waitLonger(
  db: Database,
  workspace: Workspace,
  name: string,
  failed: readonly Undelivered[],
): Promise<void> {
  if (failed.length === 0) return;
  await db.query({
    text: `update ${table(workspace)} f set attempts = f.attempts + 1, due_at = now() + make_interval(secs => 2 ^ f.attempts), error = null, code = x.code, reason = x.reason::jsonb
           from unnest($2::bigint[], $3::text[], $4::text[]) as x (seq, code, reason) where f.reader = $1 and f.seq = x.seq`,
    values: [name, ...partsOf(failed)],
  });
}
