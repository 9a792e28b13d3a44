import type { Executor } from "../../platform/db/database.ts";
import type { Workspace } from "../kernel/context.ts";
import { systemTable } from "../schema/names.ts";

/**
 * Has the failed changes tried again at once, given up or not; of one subscriber, or of all. Gives how many
 * there are.
 */
export async function tryAgain(db: Executor, workspace: Workspace, name: string | null): Promise<number> {
  const rows = await db.query({
    text: `update ${systemTable(workspace, "reader_failure")} set due_at = now(), attempts = 1 where $1::text is null or reader = $1 returning 1`,
    values: [name],
  });
  // A number that no change gets: whoever has read everything looks again, in whichever process.
  if (rows.length > 0)
    await db.query({ text: `select nextval('${systemTable(workspace, "changes_seq")}'::regclass)` });
  return rows.length;
}

/** So many are passed over at a time. */
const AT_ONCE = 1000;
export interface PassedOver {
  readonly name: string;
  /** The last change that whoever decides it has seen among the failed ones. */
  readonly through: number;
  /** Who decides it. */
  readonly by: string | null;
}
/**
 * The subscriber goes on without the changes that it could not deal with, up to one of them. Gives their
 * numbers; within a transaction, so that they are gone when it stands in a log who did it.
 */
export async function passOver(
  tx: Executor,
  workspace: Workspace,
  { name, through, by }: PassedOver,
): Promise<readonly number[]> {
  const failures = systemTable(workspace, "reader_failure");
  const rows = await tx.query<{ seq: number }>({
    text: `delete from ${failures} where reader = $1 and seq in (select seq from ${failures} where reader = $1 and seq <= $2 order by seq limit ${AT_ONCE} for update) returning seq`,
    values: [name, through],
  });
  const changes = rows.map(({ seq }) => seq).toSorted((one, other) => one - other);
  if (changes.length > 0)
    await tx.query({
      text: `update ${systemTable(workspace, "reader")} set passed = jsonb_build_object('at', now(), 'by', $2::text, 'changes', $3::jsonb) where name = $1`,
      values: [name, by, JSON.stringify(changes)],
    });
  return changes;
}
