import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { connectDatabase } from "../platform/db/connect.ts";
import { ident } from "../platform/db/database.ts";
import { serverVariable } from "./database.ts";
import { startTestServer } from "./postgres-server.ts";

/**
 * One throw-away server per run and asked-for version, or the one that SLUICE_TEST_DATABASE_URL names. The
 * workers find it in their environment.
 */
export async function setup({ name, config }: TestProject): Promise<() => Promise<void>> {
  process.env["SLUICE_TEST_RUN"] ??= randomBytes(4).toString("hex");
  const { SLUICE_TEST_POSTGRES: wanted } = { ...process.env, ...config.env };
  const variable = serverVariable(wanted);
  if (process.env[variable]) return async () => undefined;
  const given = process.env["SLUICE_TEST_DATABASE_URL"];
  if (given) {
    process.env[variable] = given;
    return () => removeDatabases(given);
  }
  const server = await startTestServer(wanted);
  process.env[variable] = server.url;
  const note =
    wanted || server.major === 15
      ? ""
      : "; there is no PostgreSQL 15 here, so nothing is tested on the oldest that is served";
  console.log(`${name}: PostgreSQL ${server.major}${note}`);
  return () => {
    delete process.env[variable];
    return server.stop();
  };
}

async function removeDatabases(url: string): Promise<void> {
  const admin = connectDatabase(url, { max: 1 });
  const like = `sluice\\_test\\_${process.env["SLUICE_TEST_RUN"]}\\_%`;
  const left = await admin.query<{ name: string }>({
    text: "select datname as name from pg_database where datname like $1",
    values: [like],
  });
  for (const { name } of left)
    await admin.query({ text: `drop database if exists ${ident(name)} with (force)` });
  await admin.close();
}
