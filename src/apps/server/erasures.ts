import { writeFileSync } from "node:fs";
import type { Given } from "../../platform/config/read-arguments.mjs";
import { say } from "../../shared/i18n/messages.ts";
import { backupMessages } from "./backup.messages.ts";
import { spellErasures, takeNotes } from "./backup-facts.ts";
import { fileToWrite } from "./file-to-write.ts";
import { runBeside } from "./run-beside.ts";

/**
 * npm run erasures -- FILE: who was erased, by ids only, to be kept beside older backups and given to `npm
 * run restore`.
 */
const command = { name: "npm run erasures", operands: [backupMessages.file] };
const fileOf = ({ operands: [file = ""] }: Given): string => fileToWrite(file);
await runBeside(command, fileOf, async (engine, language, file) => {
  const notes = await takeNotes(engine.db, engine.workspaces);
  writeFileSync(file, spellErasures(notes));
  console.log(
    say(backupMessages.erasures, language, {
      file,
      count: Object.values(notes).reduce((sum, { erasures }) => sum + erasures.length, 0),
    }),
  );
  return true;
});
