import { say } from "../../shared/i18n/messages.ts";
import { replayMessages } from "./replay.messages.ts";
import { noPreparation, runBeside } from "./run-beside.ts";

/**
 * npm run replay: all records, versions and stage visits made from the log alone and compared with what
 * stands. Changes nothing; ends with 1 where they differ.
 */
await runBeside({ name: "npm run replay" }, noPreparation, async (engine, language) => {
  const { replayLog } = await import("../../engine/history/replay.ts");
  const { modules } = await import("./modules.ts");
  let isSame = true;
  for (const workspace of engine.workspaces) {
    const context = await engine.systemContext(workspace);
    const report = await replayLog(
      context,
      modules.flatMap((module) => module.ledgers ?? []),
    );
    let count = 0;
    for (const { what, changes, rows, versions, differing, unlogged } of report) {
      if (differing.length === 0)
        console.log(say(replayMessages.same, language, { what, changes, rows, versions }));
      for (const one of differing)
        console.log(
          say(replayMessages[one.what], language, {
            what,
            id: one.id,
            of: say(replayMessages[one.of], language, {}),
          }),
        );
      if (unlogged > 0) console.log(say(replayMessages.unlogged, language, { what, count: unlogged }));
      count += differing.length;
    }
    console.log(
      say(count === 0 ? replayMessages.whole : replayMessages.broken, language, {
        workspace: workspace.code,
        count,
      }),
    );
    isSame &&= count === 0;
  }
  return isSame;
});
