import { fileURLToPath } from "node:url";
import packageJson from "../../../package.json" with { type: "json" };
import type { Refusal } from "../../engine/kernel/refusal.ts";
import { type Language, textOf } from "../../shared/i18n/label.ts";
import { say } from "../../shared/i18n/messages.ts";
import { bringDemo } from "./bring-demo.ts";
import { ensureAdministrator, isSetupOpen } from "../../modules/base/identity/public.ts";
import type { Settings } from "../../platform/config/settings.ts";
import { StartRefused } from "../../platform/config/start-refused.ts";
import { createServer } from "../../platform/http/create-server.ts";
import { checkPort, closeServer, listenOn } from "../../platform/http/listen.ts";
import { addOperations } from "../../platform/http/operations.ts";
import type { Log } from "../../platform/log/log.ts";
import { openDataDirectory } from "../../platform/postgres/data-directory.ts";
import { openQueue } from "../../platform/queue/open-queue.ts";
import type { Queue } from "../../platform/queue/queue.ts";
import { openFiles } from "../../platform/storage/open-files.ts";
import type { FileStores } from "../../platform/storage/file-store.ts";
import type { Closers } from "./closers.ts";
import { type Engine, type EngineOptions, openEngine } from "./engine.ts";
import { addHealthMetrics } from "./health-metrics.ts";
import { modules } from "./modules.ts";
import { mountApi, startSubscribers } from "./mount-api.ts";
import { mountPublicPages } from "./mount-public-pages.ts";
import { openDatabase, replicaOf } from "./open-database.ts";
import { jobHandlers, servicesOf } from "./run-jobs.ts";
import { startUpMessages } from "./start-up.messages.ts";
import { startWebProcesses } from "./web-processes.ts";

/** The built client: beside the bundled server, or where the build puts it. */
const WEB = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "../../../dist/web" : "../web", import.meta.url),
);

/**
 * Opens everything in order, each with its closer, until requests are answered or work is done. Throws
 * StartRefused.
 */
export async function serve(
  settings: Settings,
  log: Log,
  closers: Closers,
): Promise<{ address: string | null; needsSetUp: boolean }> {
  const [isWeb, isWorker] = [settings.role !== "worker", settings.role !== "web"];
  if (isWeb) await checkPort(settings.port, settings.host);
  const directory = openDataDirectory(settings.dataDirectory);
  const { url, db } = await openDatabase(settings, directory, log, closers, isWorker);
  // Who only adds jobs neither listens nor holds locks.
  const queue = await openQueue((isWorker && settings.directUrl) || url, {
    log,
    namedStatements: settings.namedStatements,
  });
  closers.add("queue", () => queue.stop());
  const files = await openFiles(directory.files, settings.files);
  const apart = settings.webProcesses > 1;
  const replica = isWeb && !apart ? replicaOf(settings, db, log, closers) : undefined;
  const engine = await openEngine({
    db,
    replica,
    modules,
    services: servicesOf(files, queue),
    onError: (error) => log.error({ err: error }, "background work failed"),
    ...tellElevations(log),
  });
  closers.add("engine", () => engine.stop());
  const needsSetUp = await makeAdministrator(engine, settings);
  if (settings.demo) await bringDemo(engine, settings);
  closers.add("list of workspaces", keepFresh(engine, log));
  if (isWeb && !apart) await answer(settings, log, closers, engine, { root: directory.root, files });
  if (isWorker) await work(settings, log, closers, engine, queue);
  if (apart) await startWebProcesses(settings.webProcesses, url, log, closers);
  if (!isWeb) return { address: null, needsSetUp: false };
  return {
    address:
      settings.publicUrl ??
      `http://${settings.host && settings.host !== "0.0.0.0" ? settings.host : "localhost"}:${settings.port}`,
    needsSetUp,
  };
}

async function answer(
  settings: Settings,
  log: Log,
  closers: Closers,
  engine: Engine,
  { root, files }: { readonly root: string; readonly files: FileStores },
): Promise<void> {
  const app = await createServer({
    log,
    publicUrl: settings.publicUrl,
    trustedProxies: settings.trustedProxies,
    webDirectory: WEB,
  });
  addOperations(app, {
    version: packageJson.version,
    db: engine.db,
    replica: engine.replica,
    metricsToken: settings.metricsToken,
    directory: root,
    files,
    figures: addHealthMetrics(engine),
  });
  mountApi(app, engine, packageJson.version);
  mountPublicPages(app, engine, WEB);
  await listenOn(app, settings.port, settings.host);
  closers.add("server", () => closeServer(app));
}

async function work(
  settings: Settings,
  log: Log,
  closers: Closers,
  engine: Engine,
  queue: Queue,
): Promise<void> {
  await queue.start(jobHandlers(engine, modules));
  // A first start has made hundreds of tables: on the disk now, they do not hold up a stop.
  if (!settings.databaseUrl)
    engine.db
      .query({ text: "checkpoint" })
      .catch((error: unknown) => log.warn({ err: error }, "checkpoint failed"));
  const readers = startSubscribers(engine, (error) =>
    log.error({ err: error }, "a reader of the log failed"),
  );
  closers.add("readers", () => readers.stop());
}

const FRESH_MS = 5000;
/** Workspaces that were added, given a host or migrated by another process. */
function keepFresh(engine: Engine, log: Log): () => void {
  const timer = setInterval(
    () =>
      void engine
        .refresh()
        .catch((error: unknown) => log.warn({ err: error }, "the list of workspaces could not be read")),
    FRESH_MS,
  );
  return () => clearInterval(timer);
}

/** From the settings at first; without them the page asks. Says whether it still must. */
async function makeAdministrator(
  engine: Engine,
  { admin, language, companyLanguage }: Settings,
): Promise<boolean> {
  const [main] = engine.workspaces;
  if (!main) throw new Error("There is no workspace");
  const context = { ...(await engine.systemContext(main)), language: companyLanguage };
  if (!admin) return isSetupOpen(context);
  const made = await ensureAdministrator(context, admin);
  if (!made.ok) throw new StartRefused(startUpMessages.admin, { cause: sayReason(made.refusal, language) });
  return false;
}

/** The first reason in words, with what it names filled in. */
function sayReason({ reasons: [first], text, params }: Refusal, language: Language): string {
  return first
    ? say({ "zh-CN": textOf(first.text, "zh-CN"), en: textOf(first.text, "en") }, language, first.params)
    : say(text, language, params);
}

/**
 * Rules and roll-ups work with the rights of the program in every question and write: where nobody reads it,
 * nothing is told.
 */
const tellElevations = (log: Log): Pick<EngineOptions, "onElevation"> =>
  log.isLevelEnabled("debug")
    ? { onElevation: (told) => log.debug(told, "works with rights of the program") }
    : {};
