import { recountAll } from "../../engine/record/recount.ts";
import { rebuildKeys } from "../../modules/duplicates/server/public.ts";
import { readSettings, type Settings, terminalLanguage } from "../../platform/config/settings.ts";
import { StartRefused } from "../../platform/config/start-refused.ts";
import { createLog, type Log } from "../../platform/log/log.ts";
import { connectDatabase } from "../../platform/db/connect.ts";
import type { Database } from "../../platform/db/database.ts";
import { type DataDirectory, openDataDirectory } from "../../platform/postgres/data-directory.ts";
import { runningServer } from "../../platform/postgres/running-server.ts";
import { openQueue } from "../../platform/queue/open-queue.ts";
import { openFileStore } from "../../platform/storage/file-store.ts";
import { say } from "../../shared/i18n/messages.ts";
import { Closers } from "./closers.ts";
import { openEngine } from "./engine.ts";
import { modules } from "./modules.ts";
import { openDatabase } from "./open-database.ts";
import { recountTexts as texts } from "./recount.messages.ts";
import { servicesOf } from "./run-jobs.ts";

const language = terminalLanguage(process.env);

/** npm run recount: roll-ups, search entries and duplicate keys compared with the records and put right. Beside a running program too. */
async function recount(settings: Settings, log: Log, closers: Closers): Promise<void> {
  const directory = openDataDirectory(settings.dataDirectory);
  const { url, db } = await openBeside(settings, directory, log, closers);
  const queue = await openQueue(url, { log, namedStatements: settings.namedStatements });
  closers.add("queue", () => queue.stop());
  const services = servicesOf(openFileStore(directory.files), queue);
  const engine = await openEngine({ db, modules, services, onError: (error) => log.error({ err: error }, "background work failed") });
  closers.add("engine", () => engine.stop());
  let mended = 0;
  for (const workspace of engine.workspaces) {
    const context = await engine.systemContext(workspace);
    for (const { what, checked, wrong, examples } of await recountAll(context)) {
      mended += wrong;
      console.log(say(wrong === 0 ? texts.right : texts.mended, language, { what, checked, wrong, examples: examples.join(", ") }));
    }
    await rebuildKeys(context);
    console.log(say(texts.keys, language));
  }
  console.log(say(texts.done, language, { wrong: mended }));
}

/** Through the embedded server of the program that runs on this data directory; where none runs, through one of our own. */
async function openBeside(settings: Settings, directory: DataDirectory, log: Log, closers: Closers): Promise<{ url: string; db: Database }> {
  const url = settings.databaseUrl ? undefined : runningServer(directory.postgres);
  if (!url) return openDatabase(settings, directory, log, closers);
  const db = connectDatabase(url, { namedStatements: settings.namedStatements });
  closers.add("database", () => db.close());
  return { url, db };
}

const closers = new Closers((name, error) => console.error(`closing ${name} failed`, error));
try {
  const settings = readSettings(process.env, process.argv.slice(2));
  await recount(settings, createLog("warn"), closers);
} catch (error) {
  console.error(error instanceof StartRefused ? error.sentence(language) : error);
  process.exitCode = 1;
} finally {
  await closers.closeAll();
}
process.exit();
