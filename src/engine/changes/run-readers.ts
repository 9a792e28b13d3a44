import type { Database } from "../../platform/db/database.ts";
import type { Context, Workspace } from "../context.ts";
import type { React } from "../hooks.ts";
import type { LogPass } from "../module.ts";
import { runReader } from "./run-reacts.ts";

const PAUSE = 500;
/** Runs every reader of the log again and again until stopped. One process at a time serves a workspace's readers; the others stand by. */
export function runReaders(
  db: Database,
  workspace: Workspace,
  reacts: readonly React[],
  contextFor: () => Promise<Context>,
  onError: (error: unknown) => void,
  passes: readonly LogPass[] = [],
): { stop: () => Promise<void> } {
  let stopped = false;
  const tell = (error: unknown): false => {
    onError(error);
    return false;
  };
  const loop = async (): Promise<void> => {
    while (!stopped) {
      const busy = await pass().catch((error: unknown) => {
        onError(error);
        return false;
      });
      if (!busy) await new Promise((resolve) => setTimeout(resolve, PAUSE).unref());
    }
  };
  /** A transaction-level lock marks the process that reads; it ends with the process, so a killed one is replaced at once. */
  const pass = (): Promise<boolean> =>
    db.transaction(
      async (tx) => {
        const [lock] = await tx.query<{ mine: boolean }>({
          text: "select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine",
          values: [`readers:${workspace.schema}`],
        });
        if (!lock?.mine) return false;
        let read = 0;
        for (const react of reacts) read += await runReader(db, contextFor, react);
        // One that fails holds up no other.
        for (const run of passes) if (await run(await contextFor()).catch(tell)) read += 1;
        return read > 0;
      },
      { longer: 120_000 },
    );
  const running = reacts.length + passes.length > 0 ? loop() : Promise.resolve();
  return {
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}
