import { argumentsOf } from "../../platform/config/arguments-of.ts";
import type { Command, Given } from "../../platform/config/read-arguments.mjs";
import { readSettings, type Settings, terminalLanguage } from "../../platform/config/settings.ts";
import { StartRefused } from "../../platform/config/start-refused.ts";
import type { Database } from "../../platform/db/database.ts";
import { warnUnknownSettings } from "../../platform/config/unknown-settings.ts";
import { createLog, type Log } from "../../platform/log/log.ts";
import { type DataDirectory, openDataDirectory } from "../../platform/postgres/data-directory.ts";
import type { FileStores } from "../../platform/storage/file-store.ts";
import type { Language } from "../../shared/i18n/label.ts";
import { Closers } from "./closers.ts";
import type { Engine } from "./engine.ts";

/** What a command works on before the engine is open. */
export interface Ground {
  readonly settings: Settings;
  readonly directory: DataDirectory;
  readonly log: Log;
  readonly url: string;
  readonly db: Database;
  readonly files: FileStores;
  readonly closers: Closers;
}

/**
 * Commands load the program when they begin to work: what one was called with wrongly, it says at once.
 *
 * Runs a command on the data directory, also beside a program that runs on it, whose embedded PostgreSQL is
 * then used. `work` says whether all is well: the command ends with 0 or 1.
 */
export const runBeside = <Name extends string, T>(
  command: Command<Name>,
  prepare: (given: Given<Name>) => T,
  work: (engine: Engine, language: Language, prepared: Awaited<T>) => Promise<boolean>,
): Promise<never> =>
  runOnGround(command, prepare, async (ground, language, prepared) =>
    work(await engineOn(ground), language, prepared),
  );
export const noPreparation = (): void => undefined;

/**
 * As `runBeside`, with the database as it is: nothing is migrated. `prepare` looks at what was given before
 * anything is opened.
 */
export async function runOnGround<Name extends string, T>(
  command: Command<Name>,
  prepare: (given: Given<Name>) => T,
  work: (ground: Ground, language: Language, prepared: Awaited<T>) => Promise<boolean>,
): Promise<never> {
  const language = terminalLanguage(process.env);
  const closers = new Closers((name, error) => console.error(`closing ${name} failed`, error));
  try {
    const prepared = await prepare(argumentsOf(command));
    if (!(await work(await openGround(closers), language, prepared))) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof StartRefused ? error.sentence(language) : error);
    process.exitCode = error instanceof StartRefused ? error.exitCode : 1;
  } finally {
    await closers.closeAll();
  }
  process.exit();
}

async function openGround(closers: Closers): Promise<Ground> {
  const settings = readSettings(process.env);
  for (const warning of warnUnknownSettings(process.env, settings.language)) console.warn(warning);
  const log = createLog("warn");
  const directory = openDataDirectory(settings.dataDirectory);
  const { openFiles } = await import("../../platform/storage/open-files.ts");
  const { reachDatabase } = await import("./reach-database.ts");
  return {
    settings,
    directory,
    log,
    ...(await reachDatabase(settings, directory, log, closers)),
    files: await openFiles(directory.files, settings.files),
    closers,
  };
}

/**
 * Migrates and opens the engine, without serving anybody; `make`: a further workspace that is made where it
 * is missing.
 */
export async function engineOn(
  { settings, log, url, db, files, closers }: Ground,
  make?: string,
): Promise<Engine> {
  const { openQueue } = await import("../../platform/queue/open-queue.ts");
  const { openEngine } = await import("./engine.ts");
  const { modules } = await import("./modules.ts");
  const { servicesOf } = await import("./run-jobs.ts");
  const queue = await openQueue(url, { log, namedStatements: settings.namedStatements });
  closers.add("queue", () => queue.stop());
  const onError = (error: unknown): void => log.error({ err: error }, "background work failed");
  const engine = await openEngine({
    db,
    modules,
    services: servicesOf(files, queue),
    onError,
    ...(make === undefined ? {} : { make }),
  });
  closers.add("engine", () => engine.stop());
  return engine;
}
