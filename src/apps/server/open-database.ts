import type { Settings } from "../../platform/config/settings.ts";
import { connectDatabase } from "../../platform/db/connect.ts";
import type { Database } from "../../platform/db/database.ts";
import { openReplica, type Replica } from "../../platform/db/replica.ts";
import type { Log } from "../../platform/log/log.ts";
import type { DataDirectory } from "../../platform/postgres/data-directory.ts";
import { startEmbedded } from "../../platform/postgres/embedded.ts";
import { lockInstance } from "../../platform/postgres/instance-lock.ts";
import { checkGivenDatabase } from "../../platform/postgres/open-database.ts";
import { refusePooler } from "./refuse-pooler.ts";
import type { Closers } from "./closers.ts";

const CONNECTIONS = 16;

/**
 * The given database, else the embedded one on the data directory, which then is ours alone. `isWorker`: its
 * queue will be worked off. Throws StartRefused.
 */
export async function openDatabase(
  settings: Settings,
  directory: DataDirectory,
  log: Log,
  closers: Closers,
  isWorker = false,
): Promise<{ url: string; db: Database }> {
  const url = settings.databaseUrl ?? (await startOwn(directory, log, closers));
  if (settings.databaseUrl) {
    await checkGivenDatabase(url, "DATABASE_URL");
    await refusePooler(url, settings, isWorker);
  }
  const db = connectDatabase(url, {
    max: CONNECTIONS,
    namedStatements: settings.namedStatements,
    lost: (error) => log.warn({ err: error }, "database connection lost"),
  });
  closers.add("database", () => db.close());
  return { url, db };
}

/**
 * What reads that can wait a moment are asked of, where the settings name it. It may be away: then the
 * database answers.
 */
export function replicaOf(
  { replicaUrl, namedStatements }: Settings,
  db: Database,
  log: Log,
  closers: Closers,
): Replica | undefined {
  if (!replicaUrl) return undefined;
  const replica = openReplica(replicaUrl, db, {
    max: CONNECTIONS,
    namedStatements,
    changed: (isUsed, error) =>
      isUsed
        ? log.info("the replica answers again")
        : log.warn({ err: error }, "the replica is behind or away; the primary answers in its place"),
  });
  closers.add("replica", () => replica.close());
  return replica;
}

async function startOwn(directory: DataDirectory, log: Log, closers: Closers): Promise<string> {
  closers.add("lock", await lockInstance(directory.root));
  const postgres = await startEmbedded(directory, {
    restarted: () => log.warn("PostgreSQL had died and was started again"),
    lost: (error) => {
      log.error({ err: error }, "PostgreSQL died and does not start again");
      void closers.closeAll().finally(() => process.exit(1));
    },
  });
  closers.add("postgres", () => postgres.stop());
  return postgres.url;
}
