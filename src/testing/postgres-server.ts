import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { initCluster, SUPERUSER } from "../platform/postgres/cluster.ts";
import { type Binaries, binariesIn, embeddedBinaries } from "../platform/postgres/find-binaries.ts";
import { socketUrl, startPostmaster } from "../platform/postgres/postmaster.ts";
import { chooseRunAs, giveTo } from "../platform/postgres/run-as.ts";

const FAST = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  shared_buffers: "128MB",
  max_connections: "200",
  jit: "off",
  autovacuum: "off",
  max_wal_size: "4GB",
};

/** A server for one run of the tests, in a directory that goes with it. It stops when this process is gone, however that happens. */
export async function startTestServer(major?: 15 | 18): Promise<{ url: string; major: number; stop(): Promise<void> }> {
  const binaries = testBinaries(major ? String(major) : process.env["SLUICE_TEST_POSTGRES"]);
  const root = mkdtempSync(join(tmpdir(), "sluice-test-"));
  chmodSync(root, 0o755);
  const runAs = chooseRunAs([binaries.bin, root]);
  if (!runAs) throw new Error("PostgreSQL refuses root, and neither another user nor a user namespace can reach it");
  const directory = join(root, "data");
  const socketDirectory = join(root, "run");
  for (const made of [directory, socketDirectory]) {
    mkdirSync(made, { mode: 0o700 });
    giveTo(runAs, made);
  }
  await initCluster(binaries, runAs, directory, false);
  const server = await startPostmaster({ binaries, runAs, directory, socketDirectory, settings: FAST, logFile: join(root, "log") });
  return {
    url: socketUrl(socketDirectory, SUPERUSER, "postgres"),
    major: binaries.major,
    async stop() {
      await server.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** SLUICE_TEST_POSTGRES=15|18 chooses; else Debian's 15, the oldest that is served, else the embedded one. */
function testBinaries(wanted: string | undefined): Binaries {
  const debian = wanted ? undefined : binariesIn("/usr/lib/postgresql/15/bin");
  const found = debian ?? (wanted && wanted !== "18" ? binariesIn(`/usr/lib/postgresql/${wanted}/bin`) : embeddedBinaries());
  if (!found) throw new Error(`No PostgreSQL ${wanted ?? ""} to test with`);
  return found;
}
