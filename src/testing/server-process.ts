import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { connectDatabase } from "../platform/db/connect.ts";
import type { Database } from "../platform/db/database.ts";
import { runningServer } from "../platform/postgres/running-server.ts";
import { freePort } from "./free-port.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const READY_MS = 120_000;
const KEEPER = "sluice-chaos";

/**
 * The program as its users run it: a process group of its own with the embedded PostgreSQL, on a data
 * directory and port of its own.
 */
export interface ServerProcess {
  readonly url: string;
  /** Milliseconds of the latest start. */
  readonly startMs: number;
  /** Everything it has said so far. */
  said(): string;
  start(): Promise<void>;
  /** SIGKILL for the whole process group; resolves with the milliseconds until nothing of it is left. */
  killNode(): Promise<number>;
  /** SIGKILL for the embedded server's first process. */
  killPostmaster(): void;
  /** SIGKILL for the session that works, or any; false when there was none. */
  killBackend(): Promise<boolean>;
  /** The embedded database, around the program. */
  database(): Database;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** It has ended without being asked to. */
  hasDied(): boolean;
  /** Processes that know the data directory. */
  left(): string[];
  remove(): void;
}

/** Bundles the server and prepares its directories; `start` starts it. */
export async function serverProcess(
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const bundled = await bundle();
  const data = mkdtempSync(join(tmpdir(), "sluice-process-"));
  const remove = () =>
    [bundled.folder, data].forEach((path) => rmSync(path, { recursive: true, force: true }));
  return new Running(bundled.program, data, await freePort(), environment, remove);
}

/**
 * Several of them on one data directory, which then holds files only, and the database of `DATABASE_URL`; by
 * name, each with an environment of its own.
 */
export async function serverProcesses<Name extends string>(
  shared: Readonly<Record<string, string>>,
  each: Readonly<Record<Name, Readonly<Record<string, string>>>>,
): Promise<{ readonly of: Readonly<Record<Name, ServerProcess>>; remove(): void }> {
  const bundled = await bundle();
  const data = mkdtempSync(join(tmpdir(), "sluice-process-"));
  const made: [string, ServerProcess][] = [];
  for (const [name, environment] of Object.entries<Readonly<Record<string, string>>>(each))
    made.push([
      name,
      new Running(bundled.program, data, await freePort(), { ...shared, ...environment }, () => undefined),
    ]);
  return {
    of: Object.fromEntries(made) as Record<Name, ServerProcess>,
    remove: () => [bundled.folder, data].forEach((path) => rmSync(path, { recursive: true, force: true })),
  };
}

async function bundle(): Promise<{ folder: string; program: string }> {
  const folder = mkdtempSync(join(root, "node_modules", ".sluice-process-")); // Beside the packages that the bundle needs.
  const program = join(folder, "sluice.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: ["src/apps/server/web.ts"],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    sourcemap: true,
    logLevel: "error",
  });
  return { folder, program };
}

class Running implements ServerProcess {
  readonly url: string;
  startMs = 0;
  #child: ChildProcess | undefined;
  #ended: Promise<number | null> = Promise.resolve(null);
  #said = "";
  #asked = false;
  #died = false;
  constructor(
    private readonly program: string,
    private readonly data: string,
    private readonly port: number,
    private readonly environment: Readonly<Record<string, string>>,
    readonly remove: () => void,
  ) {
    this.url = `http://127.0.0.1:${port}`;
  }

  said = (): string => this.#said;

  async start(): Promise<void> {
    const begun = Date.now();
    const env = {
      PATH: process.env["PATH"],
      LANG: "en_GB.UTF-8",
      NODE_ENV: "production",
      SLUICE_LOG_LEVEL: "warn",
      ...this.environment,
    };
    const child = spawn(process.execPath, ["--enable-source-maps", this.program], {
      env: { ...env, PORT: String(this.port), SLUICE_DATA_DIR: this.data },
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    const from = this.#said.length;
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (this.#said += chunk.toString()));
    let over = false;
    [this.#asked, this.#died] = [false, false];
    child.once("close", (code) => {
      over = true;
      if (this.#child !== child || this.#asked) return;
      this.#died = true;
      this.#said += `\nended with ${code}\n`;
    });
    this.#ended = new Promise((resolve) => child.once("close", resolve));
    while (!/Sluice is ready|The Sluice worker is running/.test(this.#said.slice(from))) {
      if (over || Date.now() - begun > READY_MS)
        throw new Error(`the program did not start: ${this.#said.slice(from).slice(-4000)}`);
      await pause(20);
    }
    this.startMs = Date.now() - begun;
  }

  async killNode(): Promise<number> {
    const begun = Date.now();
    this.#asked = true;
    if (this.#child?.pid && this.#child.exitCode === null && this.#child.signalCode === null)
      process.kill(-this.#child.pid, "SIGKILL");
    await this.#ended;
    while (this.left().length > 0 && Date.now() - begun < READY_MS) await pause(20);
    return Date.now() - begun;
  }

  killPostmaster(): void {
    const pid = Number(readFileSync(join(this.data, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
    if (pid > 1) process.kill(pid, "SIGKILL");
  }

  async killBackend(): Promise<boolean> {
    // It may just be starting again after the last one.
    if (!runningServer(join(this.data, "postgres"))) return false;
    const db = this.database();
    try {
      const [row] = await db.query<{ pid: number }>({
        text: `select pid from pg_stat_activity where backend_type = 'client backend' and application_name <> $1 order by (state <> 'idle') desc, random() limit 1`,
        values: [KEEPER],
      });
      if (row) process.kill(row.pid, "SIGKILL");
      return row !== undefined;
    } catch {
      return false;
    } finally {
      await db.close();
    }
  }

  database(): Database {
    const url = runningServer(join(this.data, "postgres"));
    if (!url) throw new Error("the embedded PostgreSQL does not run");
    return connectDatabase(url, { max: 4, applicationName: KEEPER });
  }

  hasDied = (): boolean => this.#died;

  async stop(): Promise<number | null> {
    this.#asked = true;
    this.#child?.kill("SIGTERM");
    return this.#ended;
  }

  left(): string[] {
    return readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && isOf(pid, this.data));
  }
}

/** A server's sessions do not name the directory, but they work in it. */
function isOf(pid: string, directory: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`).startsWith(directory) ||
      readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(directory)
    );
  } catch {
    return false;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
