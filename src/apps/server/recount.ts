import { say } from "../../shared/i18n/messages.ts";
import { repairMessages } from "./recount.messages.ts";
import { noPreparation, runBeside } from "./run-beside.ts";

/**
 * npm run recount: roll-ups, search entries and duplicate keys compared with the records, balances with their
 * ledgers, and put right.
 * Beside a running program too.
 */
await runBeside({ name: "npm run recount" }, noPreparation, async (engine, language) => {
  const { repairAll } = await import("../../engine/record/repair.ts");
  const { repairBalances } = await import("../../modules/base/balances/public.ts");
  const { rebuildKeys } = await import("../../modules/data/duplicates/public.ts");
  let [mended, broken] = [0, 0];
  for (const workspace of engine.workspaces) {
    const context = await engine.systemContext(workspace);
    for (const { what, checked, wrong, examples, failed } of [
      ...(await repairAll(context)),
      await repairBalances(context),
    ]) {
      mended += wrong;
      if (failed !== undefined) {
        broken += 1;
        console.log(say(repairMessages.failed, language, { what, reason: failed }));
        continue;
      }
      console.log(
        say(wrong === 0 ? repairMessages.right : repairMessages.mended, language, {
          what,
          checked,
          wrong,
          examples: examples.join(", "),
        }),
      );
    }
    await rebuildKeys(context);
    console.log(say(repairMessages.keys, language));
  }
  console.log(say(repairMessages.done, language, { wrong: mended }));
  if (broken > 0) console.log(say(repairMessages.broken, language, { count: broken }));
  return broken === 0;
});
