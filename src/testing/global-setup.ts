import { randomBytes } from "node:crypto";
import { connectDatabase } from "../platform/db/connect.ts";
import { ident } from "../platform/db/database.ts";
import { startTestServer } from "./postgres-server.ts";

/** One throw-away server per run, or the one that SLUICE_TEST_DATABASE_URL names. The workers find it in their environment. */
export async function setup(): Promise<() => Promise<void>> {
  process.env["SLUICE_TEST_RUN"] = randomBytes(4).toString("hex");
  const given = process.env["SLUICE_TEST_DATABASE_URL"];
  if (given) {
    process.env["SLUICE_TEST_SERVER"] = given;
    return () => removeDatabases(given);
  }
  const server = await startTestServer();
  process.env["SLUICE_TEST_SERVER"] = server.url;
  return () => server.stop();
}

async function removeDatabases(url: string): Promise<void> {
  const admin = connectDatabase(url, { max: 1 });
  const like = `sluice\\_test\\_${process.env["SLUICE_TEST_RUN"]}\\_%`;
  const left = await admin.query<{ name: string }>({ text: "select datname as name from pg_database where datname like $1", values: [like] });
  for (const { name } of left) await admin.query({ text: `drop database if exists ${ident(name)} with (force)` });
  await admin.close();
}
