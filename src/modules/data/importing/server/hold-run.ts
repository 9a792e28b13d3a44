import type { Transaction } from "../../../../platform/db/database.ts";
import type { Context } from "../../../../engine/context.ts";
import { systemTable } from "../../../../engine/schema/names.ts";
import { setRun } from "./finish-run.ts";
import { loadRun, type Run, type RunChange } from "./run-store.ts";

/** Another process has gone on with this import. */
export class Superseded extends Error {}

const OPEN = "status in ('queued', 'running') and phase <> 'undo'";

/**
 * Takes an import up, or up again after a crash: one more attempt. Null when it has ended or is being undone.
 */
export async function beginRun(context: Context, id: string): Promise<Run | null> {
  const [run] = await context.db.query<Run>({
    text: `update ${systemTable(context.workspace, "import_run")} set status = 'running', attempts = attempts + 1 where id = $1 and ${OPEN} returning *`,
    values: [id],
  });
  return run ?? null;
}

/** An attempt that the machine ended, not the file. */
export async function giveBackAttempt(context: Context, id: string): Promise<void> {
  await context.db.query({
    text: `update ${systemTable(context.workspace, "import_run")} set attempts = greatest(attempts - 1, 0) where id = $1 and ${OPEN}`,
    values: [id],
  });
}

/** The run, locked; only whoever stands at its resume point goes on. */
export async function holdRun(tx: Transaction, context: Context, id: string, row: number): Promise<Run> {
  const run = await loadRun(tx, context, id, true);
  if (!run || run.status !== "running" || run.phase === "undo" || run.next_row !== row)
    throw new Superseded("import is done elsewhere");
  return run;
}

/**
 * Ends a run of which it is not known how far others have gone with it: nothing happens when it has ended.
 */
export async function failRun(
  tx: Transaction,
  context: Context,
  id: string,
  change: RunChange,
): Promise<void> {
  const run = await loadRun(tx, context, id, true);
  if (run?.status === "running" && run.phase !== "undo") await setRun(tx, context, id, change);
}
