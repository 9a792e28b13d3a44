import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { processorMs } from "./processor-time.ts";

/** A server in a process of its own. */
export interface ChildServer {
  readonly pid: number;
  readonly port: number;
  /** Milliseconds from spawning it to its first answer. */
  readonly startMs: number;
  /** Milliseconds of processor time so far; undefined where the system does not tell. */
  cpuMs(): number | undefined;
  /** Megabytes resident. */
  memory(): number | undefined;
  stop(): Promise<void>;
}

/** Spawns `node ...args` with PORT set and waits until `path` answers. */
export async function startChild(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  path: string,
): Promise<ChildServer> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment, PORT: String(port), NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await untilAnswering(child, port, path);
  const startMs = performance.now() - begun;
  return {
    pid: child.pid ?? 0,
    port,
    startMs,
    cpuMs: () => processorMs(child.pid),
    memory: () => resident(child.pid),
    async stop() {
      child.kill("SIGTERM");
      const force = setTimeout(kill, 10_000);
      await ended;
      clearTimeout(force);
      process.off("exit", kill);
    },
  };
}

async function untilAnswering(child: ChildProcess, port: number, path: string): Promise<void> {
  for (const from = Date.now(); Date.now() - from < 120_000;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
    await answer?.text();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill("SIGKILL");
  throw new Error("the server does not answer");
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

function resident(pid: number | undefined): number | undefined {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`) ?? "")?.[1];
  return kilobytes ? Number(kilobytes) / 1024 : undefined;
}
function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
