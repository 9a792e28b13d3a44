import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { initCluster, SUPERUSER } from "../platform/postgres/cluster.ts";
import { type Binaries, binariesIn, embeddedBinaries } from "../platform/postgres/find-binaries.ts";
import { socketUrl, startPostmaster } from "../platform/postgres/postmaster.ts";
import { chooseRunAs, giveTo, type RunAs } from "../platform/postgres/run-as.ts";
import { clusterPlace } from "./cluster-place.ts";

const FAST = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  shared_buffers: "128MB",
  max_connections: "200",
  jit: "off",
  autovacuum: "off",
  max_wal_size: "512MB",
};

export interface TestServer {
  readonly url: string;
  readonly major: number;
  stop(): Promise<void>;
}

/**
 * A server for one run of the tests, in a directory that goes with it. It stops when this process is gone,
 * however that happens.
 */
export async function startTestServer(major = process.env["SLUICE_TEST_POSTGRES"]): Promise<TestServer> {
  const ground = await newCluster(major);
  const server = await startOn(ground, "data", FAST);
  return {
    ...server,
    async stop() {
      await server.stop();
      ground.remove();
    },
  };
}

export interface TestPair {
  readonly primary: TestServer;
  /** Follows the primary by streaming, asynchronously. */
  readonly replica: TestServer & { kill(): void };
  stop(): Promise<void>;
}

/** A primary and a streaming replica. */
export async function startTestPair(): Promise<TestPair> {
  const ground = await newCluster(process.env["SLUICE_TEST_POSTGRES"]);
  makeStandby(ground, "replica");
  // Commits wait for the disk as they do where somebody has a replica; the disk does not wait.
  const settings = { ...FAST, synchronous_commit: "on" };
  const primary = await startOn(ground, "data", settings);
  const replica = await startOn(ground, "replica", { ...settings, ...following(primary.url) });
  return {
    primary,
    replica: { ...replica, kill: () => process.kill(replica.pid, "SIGKILL") },
    async stop() {
      await replica.stop();
      await primary.stop();
      ground.remove();
    },
  };
}

/** The folder of a replica; a new cluster that has never run is a base backup of itself. */
export function makeStandby({ root, runAs }: Ground, folder: string): void {
  const copy = join(root, folder);
  cpSync(join(root, "data"), copy, { recursive: true });
  chmodSync(copy, 0o700);
  writeFileSync(join(copy, "standby.signal"), "");
  giveTo(runAs, copy);
}

/** What makes a server follow the one at `url`. */
export function following(url: string): Readonly<Record<string, string>> {
  const { host } = Object.fromEntries(new URL(url).searchParams);
  return { primary_conninfo: `host=${host} user=${SUPERUSER}`, max_standby_streaming_delay: "200ms" };
}

export interface Ground {
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  readonly root: string;
  remove(): void;
}

/** A cluster in the folder `data` of a directory of its own. */
export async function newCluster(major: string | undefined): Promise<Ground> {
  const binaries = testBinaries(major);
  const root = mkdtempSync(clusterPlace());
  chmodSync(root, 0o755);
  const runAs = chooseRunAs([binaries.bin, root]);
  if (!runAs)
    throw new Error("PostgreSQL refuses root, and neither another user nor a user namespace can reach it");
  const directory = join(root, "data");
  mkdirSync(directory, { mode: 0o700 });
  giveTo(runAs, directory);
  await initCluster(binaries, runAs, directory, false);
  return { binaries, runAs, root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

export async function startOn(
  { binaries, runAs, root }: Ground,
  folder: string,
  settings: Readonly<Record<string, string>>,
  died: () => void = () => undefined,
): Promise<TestServer & { pid: number }> {
  const socketDirectory = join(root, `run-${folder}`);
  mkdirSync(socketDirectory, { mode: 0o700, recursive: true });
  giveTo(runAs, socketDirectory);
  const logFile = join(root, `log-${folder}`);
  const server = await startPostmaster({
    binaries,
    runAs,
    directory: join(root, folder),
    socketDirectory,
    settings,
    logFile,
    died,
  });
  return {
    url: socketUrl(socketDirectory, SUPERUSER, "postgres"),
    major: binaries.major,
    pid: server.pid,
    stop: () => server.stop(),
  };
}

/** SLUICE_TEST_POSTGRES=15|18 chooses; else Debian's 15, the oldest that is served, else the embedded one. */
function testBinaries(wanted: string | undefined): Binaries {
  const debian = wanted ? undefined : binariesIn("/usr/lib/postgresql/15/bin");
  const found =
    debian ??
    (wanted && wanted !== "18" ? binariesIn(`/usr/lib/postgresql/${wanted}/bin`) : embeddedBinaries());
  if (!found) throw new Error(`No PostgreSQL ${wanted ?? ""} to test with`);
  return found;
}
