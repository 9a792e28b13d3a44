import type { GivenSeal } from "../../modules/base/audit/public.ts";
import { CommandRefused } from "../../platform/config/arguments-of.ts";
import { say } from "../../shared/i18n/messages.ts";
import { auditCommandMessages } from "./audit.messages.ts";
import { runBeside } from "./run-beside.ts";

/**
 * npm run audit [-- --noted <number>:<digest>]: makes the seals of both logs anew and says the first row that
 * is not what was sealed. Ends with 1 if there is one.
 */
const command = { name: "npm run audit", options: { noted: auditCommandMessages.note } } as const;
await runBeside(
  command,
  ({ options }) => readNoted(options.noted),
  async (engine, language, noted) => {
    const { checkSeals } = await import("../../modules/base/audit/public.ts");
    let isWhole = true;
    for (const workspace of engine.workspaces) {
      const { broken, seals, rows, upTo, newest } = await checkSeals(engine.db, workspace, noted);
      for (const { what, log, position, seal } of broken)
        console.log(say(auditCommandMessages[what], language, { log, position, seal }));
      if (broken.length > 0)
        console.log(
          say(auditCommandMessages.broken, language, { workspace: workspace.code, count: broken.length }),
        );
      else
        console.log(
          say(auditCommandMessages.whole, language, {
            workspace: workspace.code,
            seals,
            rows,
            changes: upTo.changes,
            access: upTo.access_log,
          }),
        );
      console.log(
        newest
          ? say(auditCommandMessages.newest, language, { number: newest.number, digest: newest.digest })
          : say(auditCommandMessages.none, language),
      );
      isWhole &&= broken.length === 0;
    }
    return isWhole;
  },
);

function readNoted(text: string | undefined): GivenSeal | undefined {
  if (text === undefined) return undefined;
  const [, number, digest] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (!number || !digest) throw new CommandRefused(auditCommandMessages.bad_note);
  return { number: Number(number), digest };
}
