import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { say } from "../../shared/i18n/messages.ts";
import { backupTexts as texts } from "./backup.messages.ts";
import { spellErasures, takeNotes } from "./backup-notes.ts";
import { fileArgument } from "./file-argument.ts";
import { runBeside } from "./run-beside.ts";

/** npm run erasures -- FILE: who was erased, by ids only, to be kept beside older backups and given to `npm run restore`. */
await runBeside(async (engine, language) => {
  const file = resolve(fileArgument("erasures"));
  const notes = await takeNotes(engine.db, engine.workspaces);
  writeFileSync(file, spellErasures(notes));
  console.log(say(texts.erasures, language, { file, count: Object.values(notes).reduce((sum, { erasures }) => sum + erasures.length, 0) }));
  return true;
});
