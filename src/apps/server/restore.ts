import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Erasure } from "../../modules/base/audit/public.ts";
import { BackupRefused, checkBackup } from "../../platform/backup/check-backup.ts";
import type { BackupHead, BackupManifest } from "../../platform/backup/contents.ts";
import { isEmptyFor, restoreBackup, RestoreDiffers } from "../../platform/backup/restore-backup.ts";
import { StartRefused } from "../../platform/config/start-refused.ts";
import { spellPlace } from "../../platform/storage/s3/place.ts";
import { say } from "../../shared/i18n/messages.ts";
import { backupMessages, restoreMessages } from "./backup.messages.ts";
import { parseErasures } from "./backup-facts.ts";
import { type Ground, engineOn, runOnGround } from "./run-beside.ts";

/**
 * npm run restore -- FILE [--erasures LIST]: what a backup holds into an empty data directory or database,
 * compared with it afterwards.
 */
const command = {
  name: "npm run restore",
  operands: [backupMessages.file],
  options: { erasures: restoreMessages.list },
} as const;

await runOnGround(
  command,
  async ({ operands: [name = ""], options }) => {
    const file = resolve(name);
    const erasures = readList(options.erasures);
    return { file, erasures, ...(await look(file)) };
  },
  async (ground, language, { file, erasures, head, manifest }) => {
    console.log(
      say(restoreMessages.checked, language, {
        version: head.version,
        postgres: head.postgres,
        at: head.made_at,
      }),
    );
    await refuseOccupied(ground, head);
    const { openQueue } = await import("../../platform/queue/open-queue.ts");
    const queue = await openQueue(ground.url, {
      log: ground.log,
      namedStatements: ground.settings.namedStatements,
    });
    await queue.stop();
    await restoreBackup({
      url: ground.url,
      path: file,
      head,
      manifest,
      put: (workspace, content) => ground.files.of(workspace).put(content),
    }).catch(async (error: unknown) => {
      // There was none before, and the rows were rolled back: the next attempt begins with nothing, too.
      for await (const { workspace, hash } of ground.files.list())
        await ground.files.of(workspace).delete(hash);
      throw error instanceof RestoreDiffers
        ? new StartRefused(restoreMessages.differs, { cause: error.message })
        : error;
    });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      say(restoreMessages.compared, language, {
        tables: manifest.tables.length,
        rows,
        files: manifest.files.count,
        jobs: manifest.jobs,
      }),
    );
    const { checkRestored } = await import("./check-restored.ts");
    const isWhole = await checkRestored(await engineOn(ground), manifest, erasures, (text, params) =>
      console.log(say(text, language, params)),
    );
    console.log(say(restoreMessages.done, language));
    return isWhole;
  },
);

async function look(file: string): Promise<{ head: BackupHead; manifest: BackupManifest }> {
  const found = await checkBackup(file).catch((error: unknown) => {
    if (error instanceof BackupRefused)
      throw new StartRefused(restoreMessages[error.what], {
        file,
        cause: error.detail,
        version: error.detail,
      });
    if (error instanceof Error && "code" in error)
      throw new StartRefused(restoreMessages.unreadable, { file, cause: String(error.code) });
    throw error;
  });
  const { modules } = await import("./modules.ts");
  const newest = modules
    .flatMap((module) => module.migrations ?? [])
    .reduce((last, { id }) => (id > last ? id : last), "");
  if (found.head.workspaces.some(({ version }) => version > newest))
    throw new StartRefused(restoreMessages.newer, { version: found.head.version });
  return found;
}

function readList(file: string | undefined): Readonly<Record<string, readonly Erasure[]>> {
  if (file === undefined) return {};
  let text = "";
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new StartRefused(restoreMessages.unreadable, {
      file,
      cause: error instanceof Error && "code" in error ? String(error.code) : "",
    });
  }
  const list = parseErasures(text);
  if (!list) throw new StartRefused(restoreMessages.bad_list, { file });
  return list;
}

async function refuseOccupied({ db, files, settings, directory }: Ground, head: BackupHead): Promise<void> {
  if (!(await isEmptyFor(db, head)))
    throw new StartRefused(restoreMessages.occupied, {
      place: settings.databaseUrl ? "DATABASE_URL" : settings.dataDirectory,
    });
  for await (const _ of files.list())
    throw new StartRefused(restoreMessages.occupied, {
      place: settings.files ? spellPlace(settings.files) : directory.files,
    });
}
