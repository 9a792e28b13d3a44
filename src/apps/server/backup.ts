import { existsSync, statSync } from "node:fs";
import packageJson from "../../../package.json" with { type: "json" };
import { NothingToBackUp, writeBackup } from "../../platform/backup/write-backup.ts";
import type { Given } from "../../platform/config/read-arguments.mjs";
import { StartRefused } from "../../platform/config/start-refused.ts";
import { say } from "../../shared/i18n/messages.ts";
import { backupMessages } from "./backup.messages.ts";
import { readNotes, takeNotes } from "./backup-facts.ts";
import { fileToWrite } from "./file-to-write.ts";
import { runOnGround } from "./run-beside.ts";

/**
 * npm run backup -- FILE: everything of this installation in one file, as of one moment, also while the
 * program works.
 */
const command = { name: "npm run backup", operands: [backupMessages.file] };
const newFile = ({ operands: [name = ""] }: Given): string => {
  const file = fileToWrite(name);
  if (existsSync(file)) throw new StartRefused(backupMessages.exists, { file });
  return file;
};
await runOnGround(command, newFile, async ({ url, files, settings }, language, file) => {
  console.log(say(backupMessages.running, language));
  const { head, manifest, sha256 } = await writeBackup({
    url,
    files,
    path: file,
    version: packageJson.version,
    notes: takeNotes,
  }).catch((error: unknown) => {
    throw error instanceof NothingToBackUp
      ? new StartRefused(backupMessages.nothing, {
          place: settings.databaseUrl ? "DATABASE_URL" : settings.dataDirectory,
        })
      : error;
  });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const size = (statSync(file).size / 2 ** 20).toFixed(1);
  console.log(
    say(backupMessages.done, language, {
      file,
      size,
      tables: manifest.tables.length,
      rows,
      files: manifest.files.count,
      at: head.made_at,
    }),
  );
  console.log(say(backupMessages.digest, language, { digest: sha256 }));
  for (const { code } of head.workspaces) {
    const { seal } = readNotes(manifest.notes, code);
    if (seal) console.log(say(backupMessages.seal, language, { workspace: code, ...seal }));
  }
  console.log(say(backupMessages.keep, language));
  return true;
});
