import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Binaries } from "./find-binaries.ts";
import { StartRefused } from "../config/start-refused.ts";
import { dataDirectoryMessages } from "./data-directory.messages.ts";
import { commandAs, type RunAs } from "./run-as.ts";

export const SUPERUSER = "sluice";

/** PostgreSQL said no; `message` is its own last line. */
export class PostgresFailed extends Error {}

/** The major version of the cluster in `directory`; undefined where there is none. */
export function clusterMajor(directory: string): number | undefined {
  const file = join(directory, "PG_VERSION");
  return existsSync(file) ? Number(readFileSync(file, "utf8").trim()) : undefined;
}

/**
 * Makes a cluster in the empty `directory`, which belongs to `runAs` already. `C.UTF-8` sorts by code point
 * everywhere alike.
 */
export async function initCluster(
  binaries: Binaries,
  runAs: RunAs,
  directory: string,
  durable: boolean,
): Promise<void> {
  const locale =
    binaries.major >= 17
      ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
      : [`--locale=${libcLocale()}`];
  await checkRoom(directory);
  const wanted = [
    "-D",
    directory,
    "-U",
    SUPERUSER,
    "--auth=trust",
    "--encoding=UTF8",
    ...locale,
    "--no-instructions",
    ...(durable ? [] : ["--no-sync"]),
  ];
  const { command, args, options } = commandAs(runAs, join(binaries.bin, "initdb"), wanted);
  const child = spawn(command, args, {
    ...options,
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
    env: cleanEnvironment(),
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on("error", reject).on("close", resolve),
  );
  if (/No space left on device/.test(said)) throw new StartRefused(dataDirectoryMessages.full, { directory });
  if (code !== 0) throw new PostgresFailed(lastLine(said) || `initdb ended with ${code}`);
}

/** What a new cluster and the tables of the first start take, with room to go on. */
const FIRST_BYTES = 160 * 2 ** 20;
/** A first start without room would end half-way, with words that nobody understands. */
async function checkRoom(directory: string): Promise<void> {
  const { bavail, bsize } = await statfs(directory);
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  if (bavail * bsize < FIRST_BYTES)
    throw new StartRefused(dataDirectoryMessages.no_room, { directory, free, needed: FIRST_BYTES / 2 ** 20 });
}

/** The caller's PG* settings and locale must not reach the server. */
export const cleanEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env["PATH"],
  LC_ALL: "C",
  LANG: "C",
  TZ: "UTC",
});

export const lastLine = (text: string): string => text.trim().split("\n").at(-1) ?? "";

const libcLocale = (): string =>
  spawnSync("locale", ["-a"], { encoding: "utf8" }).stdout?.split("\n").includes("C.utf8") ? "C.utf8" : "C";
