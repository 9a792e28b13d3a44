import { readSettings, terminalLanguage } from "../../platform/config/settings.ts";
import { StartRefused } from "../../platform/config/start-refused.ts";
import { connectDatabase } from "../../platform/db/connect.ts";
import { createLog } from "../../platform/log/log.ts";
import { openDataDirectory } from "../../platform/postgres/data-directory.ts";
import { runningServer } from "../../platform/postgres/running-server.ts";
import { openQueue } from "../../platform/queue/open-queue.ts";
import { openFileStore } from "../../platform/storage/file-store.ts";
import type { Language } from "../../shared/i18n/label.ts";
import { Closers } from "./closers.ts";
import { type Engine, openEngine } from "./engine.ts";
import { modules } from "./modules.ts";
import { openDatabase } from "./open-database.ts";
import { servicesOf } from "./run-jobs.ts";

/**
 * Runs a command on the data directory, also beside a program that runs on it, whose embedded PostgreSQL is then used.
 * `work` says whether all is well: the command ends with 0 or 1.
 */
export async function runBeside(work: (engine: Engine, language: Language) => Promise<boolean>): Promise<never> {
  const language = terminalLanguage(process.env);
  const closers = new Closers((name, error) => console.error(`closing ${name} failed`, error));
  try {
    if (!(await work(await openBeside(closers), language))) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof StartRefused ? error.sentence(language) : error);
    process.exitCode = 1;
  } finally {
    await closers.closeAll();
  }
  process.exit();
}

async function openBeside(closers: Closers): Promise<Engine> {
  const settings = readSettings(process.env, process.argv.slice(2));
  const log = createLog("warn");
  const directory = openDataDirectory(settings.dataDirectory);
  const running = settings.databaseUrl ? undefined : runningServer(directory.postgres);
  const { url, db } = running
    ? { url: running, db: connectDatabase(running, { namedStatements: settings.namedStatements }) }
    : await openDatabase(settings, directory, log, closers);
  if (running) closers.add("database", () => db.close());
  const queue = await openQueue(url, { log, namedStatements: settings.namedStatements });
  closers.add("queue", () => queue.stop());
  const services = servicesOf(openFileStore(directory.files), queue);
  const engine = await openEngine({ db, modules, services, onError: (error) => log.error({ err: error }, "background work failed") });
  closers.add("engine", () => engine.stop());
  return engine;
}
