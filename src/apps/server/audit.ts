import { checkSeals, type NotedSeal } from "../../modules/audit/server/public.ts";
import { say } from "../../shared/i18n/messages.ts";
import { auditTexts as texts } from "./audit.messages.ts";
import { runBeside } from "./run-beside.ts";

/** npm run audit [-- --noted <number>:<digest>]: makes the seals of both logs anew and says the first row that is not what was sealed. Ends with 1 if there is one. */
await runBeside(async (engine, language) => {
  const noted = readNoted(process.argv);
  if (noted === "bad") {
    console.error(say(texts.bad_note, language));
    return false;
  }
  let isWhole = true;
  for (const workspace of engine.workspaces) {
    const { broken, seals, rows, upTo, newest } = await checkSeals(engine.db, workspace, noted);
    for (const { what, log, position, seal } of broken) console.log(say(texts[what], language, { log, position, seal }));
    if (broken.length > 0) console.log(say(texts.broken, language, { workspace: workspace.code, count: broken.length }));
    else console.log(say(texts.whole, language, { workspace: workspace.code, seals, rows, changes: upTo.changes, access: upTo.access_log }));
    console.log(newest ? say(texts.newest, language, { number: newest.number, digest: newest.digest }) : say(texts.none, language));
    isWhole &&= broken.length === 0;
  }
  return isWhole;
});

function readNoted(args: readonly string[]): NotedSeal | "bad" | undefined {
  const at = args.indexOf("--noted");
  if (at < 0) return undefined;
  const found = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(args[at + 1] ?? "");
  return found?.[1] && found[2] ? { number: Number(found[1]), digest: found[2] } : "bad";
}
