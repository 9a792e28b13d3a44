import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanEnvironment, lastLine, PostgresFailed } from "./cluster.ts";
import type { Binaries } from "./find-binaries.ts";
import { commandAs, type RunAs } from "./run-as.ts";
import { startWatchdog } from "./watchdog.ts";

export interface PostmasterOptions {
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  readonly directory: string;
  readonly socketDirectory: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** It ended without being asked to. Called once. */
  readonly died?: (code: number | null) => void;
}

export interface Postmaster {
  readonly pid: number;
  /** Ends sessions and stops; resolves when the process is gone. */
  stop(): Promise<void>;
}

const READY_MS = 15 * 60_000; // Recovery replays the log first.
const STOP_MS = 1500; // A checkpoint may take long on a slow disk; without it the next start replays the log.

/** Starts the server with a watchdog and waits until it takes connections on the socket. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const watchdog = startWatchdog(options.runAs);
  const child = spawnServer(options);
  if (child.pid) watchdog.watch(child.pid);
  let stopping = false;
  let ready = false;
  const ended = new Promise<number | null>((resolve) =>
    child.once("error", () => resolve(null)).once("exit", resolve),
  );
  void ended.then((code) => {
    watchdog.dismiss();
    if (ready && !stopping) options.died?.(code);
  });
  const stop = async (): Promise<void> => {
    stopping = true;
    child.kill("SIGINT");
    const force = setTimeout(() => child.kill("SIGQUIT"), STOP_MS);
    await ended;
    clearTimeout(force);
  };
  await untilReady(child, options, ended);
  ready = true;
  return { pid: child.pid ?? 0, stop };
}

/** In a session of its own: Ctrl-C in the terminal must reach us only, so that we stop in order. */
function spawnServer({
  binaries,
  runAs,
  directory,
  socketDirectory,
  settings,
  logFile,
}: PostmasterOptions): ChildProcess {
  const all = {
    ...settings,
    listen_addresses: "",
    unix_socket_directories: socketDirectory,
    unix_socket_permissions: "0700",
    logging_collector: "off",
  };
  const wanted = [
    "-D",
    directory,
    ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const { command, args, options } = commandAs(runAs, join(binaries.bin, "postgres"), wanted);
  const log = openSync(logFile, "a", 0o600);
  try {
    return spawn(command, args, {
      ...options,
      cwd: "/",
      detached: true,
      stdio: ["ignore", log, log],
      env: cleanEnvironment(),
    });
  } finally {
    closeSync(log);
  }
}

async function untilReady(
  child: ChildProcess,
  { directory, logFile }: PostmasterOptions,
  ended: Promise<number | null>,
): Promise<void> {
  let over = false;
  void ended.then(() => (over = true));
  for (const from = Date.now(); Date.now() - from < READY_MS;) {
    if (over)
      throw new PostgresFailed(lastLine(readFileSync(logFile, "utf8")) || "postgres could not be started");
    if (isReady(directory, child.pid)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  child.kill("SIGQUIT");
  throw new PostgresFailed("postgres does not become ready");
}

/** The eighth line of postmaster.pid says so, as pg_ctl reads it. */
function isReady(directory: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(directory, "postmaster.pid"), "utf8").split("\n");
    return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

/** How `pg` reaches a database through a socket's directory. */
export const socketUrl = (socketDirectory: string, user: string, database: string): string =>
  `postgres://${user}@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(socketDirectory)}`;
