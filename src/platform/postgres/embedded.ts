import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StartRefused } from "../config/start-refused.ts";
import { connectDatabase } from "../db/connect.ts";
import { ident } from "../db/database.ts";
import { clusterMajor, initCluster, PostgresFailed, SUPERUSER } from "./cluster.ts";
import { dataDirectoryMessages } from "./data-directory.messages.ts";
import type { DataDirectory } from "./data-directory.ts";
import type { EmbeddedEvents } from "./embedded-events.ts";
import { type Binaries, embeddedBinaries, systemBinaries } from "./find-binaries.ts";
import { socketUrl, startPostmaster } from "./postmaster.ts";
import { serverSettings } from "./server-settings.ts";
import { keepRunning } from "./keep-running.ts";
import { recoverPidFile } from "./recover-pid-file.ts";
import { chooseRunAs, giveTo, type RunAs } from "./run-as.ts";

export interface EmbeddedPostgres {
  readonly url: string;
  stop(): Promise<void>;
}
export const EMBEDDED_DATABASE = "sluice";
const LONGEST_SOCKET = 100;
const LARGEST_LOG = 10 * 1024 * 1024;

/**
 * Starts PostgreSQL on the data directory, which the caller has locked, making the cluster at first. Starts
 * it again should it die. Throws StartRefused.
 */
export async function startEmbedded(at: DataDirectory, events: EmbeddedEvents): Promise<EmbeddedPostgres> {
  const binaries = chooseBinaries(at.postgres);
  const runAs = chooseRunAs([binaries.bin, at.root]);
  if (!runAs) throw new StartRefused(dataDirectoryMessages.root, { directory: at.root });
  const socket = socketDirectory(at, runAs);
  const logFile = join(at.logs, "postgres.log");
  rotate(logFile);
  try {
    await makeCluster(at, binaries, runAs);
    const settings = serverSettings(binaries, runAs, at.postgres);
    const server = await keepRunning(events, async (died) => {
      await recoverPidFile(at.postgres);
      return startPostmaster({
        binaries,
        runAs,
        directory: at.postgres,
        socketDirectory: socket.path,
        settings,
        logFile,
        died,
      });
    });
    await makeDatabase(socketUrl(socket.path, SUPERUSER, "postgres"));
    return {
      url: socketUrl(socket.path, SUPERUSER, EMBEDDED_DATABASE),
      async stop() {
        await server.stop();
        socket.remove();
      },
    };
  } catch (error) {
    socket.remove();
    if (error instanceof PostgresFailed)
      throw new StartRefused(dataDirectoryMessages.failed, { cause: error.message, log: logFile });
    throw error;
  }
}

/** The embedded ones first; an existing cluster needs its own major version. */
function chooseBinaries(directory: string): Binaries {
  const present = [embeddedBinaries(), systemBinaries()].filter((found) => found !== undefined);
  const found = clusterMajor(directory);
  const fitting = found === undefined ? present[0] : present.find((one) => one.major === found);
  if (fitting) return fitting;
  if (found === undefined || present.length === 0) throw new StartRefused(dataDirectoryMessages.noBinaries);
  throw new StartRefused(dataDirectoryMessages.otherMajor, {
    directory,
    found,
    present: present.map((one) => one.major).join(", "),
  });
}

/** Built beside its place and moved there whole, so that a kill in the middle leaves nothing half made. */
async function makeCluster(at: DataDirectory, binaries: Binaries, runAs: RunAs): Promise<void> {
  if (existsSync(at.postgres)) return giveTo(runAs, at.postgres);
  const fresh = `${at.postgres}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  giveTo(runAs, fresh);
  await initCluster(binaries, runAs, fresh, true);
  renameSync(fresh, at.postgres);
}

/**
 * A socket's path may have about 100 bytes; under a deeper directory it lives in a private one of the
 * system's.
 */
function socketDirectory(at: DataDirectory, runAs: RunAs): { path: string; remove(): void } {
  const fits = Buffer.byteLength(`${at.run}/.s.PGSQL.5432.lock`) <= LONGEST_SOCKET;
  const path = fits ? at.run : mkdtempSync(join(tmpdir(), "sluice-"));
  giveTo(runAs, path);
  return { path, remove: () => (fits ? undefined : rmSync(path, { recursive: true, force: true })) };
}

async function makeDatabase(url: string): Promise<void> {
  const db = connectDatabase(url, { max: 1 });
  try {
    const [found] = await db.query({
      text: "select 1 from pg_database where datname = $1",
      values: [EMBEDDED_DATABASE],
    });
    if (!found) await db.query({ text: `create database ${ident(EMBEDDED_DATABASE)}` });
  } finally {
    await db.close();
  }
}

function rotate(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) renameSync(file, `${file}.1`);
}
