import type { Settings } from "../../platform/config/settings.ts";
import { connectDatabase } from "../../platform/db/connect.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Log } from "../../platform/log/log.ts";
import type { DataDirectory } from "../../platform/postgres/data-directory.ts";
import { runningServer } from "../../platform/postgres/running-server.ts";
import type { Closers } from "./closers.ts";
import { openDatabase } from "./open-database.ts";

/**
 * As `openDatabase`, also beside a program that runs on the data directory, whose embedded PostgreSQL is then
 * used. Throws StartRefused.
 */
export async function reachDatabase(
  settings: Settings,
  directory: DataDirectory,
  log: Log,
  closers: Closers,
): Promise<{ url: string; db: Database }> {
  const running = settings.databaseUrl ? undefined : runningServer(directory.postgres);
  if (!running) return openDatabase(settings, directory, log, closers);
  const db = connectDatabase(running, { namedStatements: settings.namedStatements });
  closers.add("database", () => db.close());
  return { url: running, db };
}
