import type { Database } from "../../platform/db/database.ts";
import type { Context, Workspace } from "../context.ts";
import type { React } from "../hooks.ts";
import type { LogPass } from "../module.ts";
import { runReacts } from "./run-reacts.ts";

/** What is written meanwhile is read together. */
const PAUSE = 500;
/** Runs every reader of the log again and again until stopped, without a pause while there is more to read. One process at a time serves a workspace's readers; the others stand by. */
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
      const more = await pass().catch(tell);
      if (!more) await new Promise((resolve) => setTimeout(resolve, PAUSE).unref());
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
        const reacted = await runReacts(db, workspace, contextFor, reacts).catch(tell);
        let more = reacted !== false && reacted.more;
        // One that fails holds up no other.
        for (const run of passes) if (await run(await contextFor()).catch(tell)) more = true;
        return more;
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
