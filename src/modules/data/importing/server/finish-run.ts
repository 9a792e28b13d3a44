import { type Context, asProgram, saveIn, updating } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { changeRun, loadRun, type RunChange } from "./run-store.ts";
import { importObject } from "./import.object.ts";

/** Writes the state of a run and, with it, the import as people list it. */
export async function setRun(
  tx: Transaction,
  context: Context,
  id: string,
  change: RunChange,
): Promise<void> {
  await changeRun(tx, context, id, change);
  const run = await loadRun(tx, context, id);
  if (!run) return;
  const { status, created, updated, skipped, failed, linked_created, overrides, started_at, finished_at } =
    run;
  const values = {
    status,
    rows: created + updated + skipped + failed,
    created,
    updated,
    skipped,
    failed,
    linked_created,
    overrides,
    started_at,
    finished_at,
  };
  const result = await saveIn(
    tx,
    asProgram(context, "how far an import is, is written by the program", run.actor),
    {
      operations: [updating(importObject, id, values)],
      road: "import",
      mode: "all",
    },
  );
  if (!result.saved) throw new Error(`import ${id} could not be written`);
}
