import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { testDatabase } from "../../src/testing/database.ts";
import { freePort } from "../../src/testing/free-port.ts";

export const ADMIN = { login: "admin@example.com", password: "correct-horse-battery-9" };
const SERVER = fileURLToPath(new URL("../../dist/server/web.mjs", import.meta.url));

export interface Program {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The built program as a process of its own, on a database of its own. With an administrator unless it is to
 * be a first start.
 */
export async function startProgram({ isFirst = false } = {}): Promise<Program> {
  const template = isFirst ? "e2e_first" : "e2e";
  const database = await testDatabase({
    template,
    prepare: async (_db, url) => (await run(url, isFirst)).stop(),
  });
  const program = await run(database.url, isFirst);
  return {
    url: program.url,
    stop: async () => {
      await program.stop();
      await database.drop();
    },
  };
}

async function run(databaseUrl: string, isFirst: boolean): Promise<Program> {
  const directory = mkdtempSync(join(tmpdir(), "sluice-e2e-"));
  const port = await freePort();
  const admin = isFirst ? {} : { SLUICE_ADMIN_LOGIN: ADMIN.login, SLUICE_ADMIN_PASSWORD: ADMIN.password };
  const { PATH, HOME } = process.env;
  const env = {
    PATH,
    HOME,
    NODE_ENV: "production",
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    SLUICE_DATA_DIR: directory,
    SLUICE_LANGUAGE: "en",
    SLUICE_LOG_LEVEL: "error",
    ...admin,
  };
  const child = spawn(process.execPath, [SERVER], { env, stdio: ["ignore", "pipe", "pipe"] });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes("Sluice is ready")) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void gone.then(() => reject(new Error(`The program did not start: ${said}`)));
  });
  return {
    url: `http://localhost:${port}`,
    stop: async () => {
      child.kill("SIGTERM");
      await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
