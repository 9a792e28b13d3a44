import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROGRAM = "/usr/sbin/pgbouncer";
const NOBODY = 65534;

export const isPgbouncerHere = existsSync(PROGRAM);

export interface Pooler {
  /** The same server and database as `url` through PgBouncer. */
  through(url: string): string;
  /** SIGKILL, and started again as a service manager would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface PoolerOptions {
  readonly mode?: "session" | "transaction";
  /** Connections to the server at most. */
  readonly size?: number;
}

/** PgBouncer before the server at the socket that `url` names. Throws where it is not installed. */
export async function startPgbouncer(
  url: string,
  port: number,
  { mode = "transaction", size = 20 }: PoolerOptions = {},
): Promise<Pooler> {
  if (!isPgbouncerHere) throw new Error(`${PROGRAM} is not here: install pgbouncer, or leave --pooler out`);
  const folder = mkdtempSync(join(tmpdir(), "sluice-pooler-"));
  const file = join(folder, "pgbouncer.ini");
  const server = new URL(url);
  writeFileSync(
    file,
    `[databases]\n* = host=${server.searchParams.get("host")} user=${server.username}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =\n` +
      `auth_type = any\npool_mode = ${mode}\ndefault_pool_size = ${size}\nmax_client_conn = 500\nserver_login_retry = 1\nlog_connections = 0\nlog_disconnections = 0\n`,
  );
  const isRoot = process.getuid?.() === 0;
  if (isRoot) for (const path of [folder, file]) chownSync(path, NOBODY, NOBODY);
  // It refuses root.
  const start = () =>
    spawn(PROGRAM, ["-q", file], {
      cwd: "/",
      stdio: "ignore",
      ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    });
  let child = start();
  await untilListening(port);
  const end = (): Promise<void> => ended(child);
  return {
    through: (direct) => `postgres://${server.username}@127.0.0.1:${port}${new URL(direct).pathname}`,
    async kill() {
      await end();
      child = start();
      await untilListening(port);
    },
    async stop() {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  if (child.kill("SIGKILL")) await gone;
}

async function untilListening(port: number): Promise<void> {
  for (
    const until = Date.now() + 10_000;
    Date.now() < until;
    await new Promise((resolve) => setTimeout(resolve, 50))
  ) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => (socket.destroy(), resolve(true)));
      socket.once("error", () => resolve(false));
    });
    if (isOpen) return;
  }
  throw new Error("pgbouncer does not listen");
}
