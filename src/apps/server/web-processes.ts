import cluster, { type Worker } from "node:cluster";
import { fileURLToPath } from "node:url";
import type { Log } from "../../platform/log/log.ts";
import type { Closers } from "./closers.ts";

/** The program itself: one file when built. */
const PROGRAM = fileURLToPath(
  import.meta.url.endsWith(".ts") ? new URL("web.ts", import.meta.url) : import.meta.url,
);
/** A process that dies at once is not begun again at once. */
const AGAIN_MS = 500;
const LAST_ANSWERS_MS = 10_000;

/** What a web process of ours says once it answers. */
export const READY = "ready";
export const isOneOfSeveral = (): boolean => cluster.isWorker;

/**
 * Begins so many processes that answer people on the port of this one, which keeps the database and the work
 * behind. Whichever dies is replaced; all end with this one. Resolves when every one answers.
 */
export async function startWebProcesses(
  count: number,
  url: string,
  log: Log,
  closers: Closers,
): Promise<void> {
  // The administrator of the settings is there already.
  const environment = {
    SLUICE_ROLE: "web",
    SLUICE_WEB_PROCESSES: "1",
    DATABASE_URL: url,
    SLUICE_ADMIN_LOGIN: "",
    SLUICE_ADMIN_PASSWORD: "",
  };
  const living = new Set<Worker>();
  let stopping = false;
  cluster.setupPrimary({ exec: PROGRAM, args: [] });
  const begin = (): Promise<void> => {
    const one = cluster.fork(environment);
    living.add(one);
    const answers = new Promise<void>((resolve, reject) => {
      one.on("message", (said: unknown) => said === READY && resolve());
      one.once("exit", () => reject(new Error("a web process ended before it answered")));
    });
    one.once("exit", (code, signal) => {
      living.delete(one);
      if (stopping) return;
      log.warn({ code, signal }, "a web process ended and is begun again");
      setTimeout(() => !stopping && void begin().catch(() => undefined), AGAIN_MS).unref();
    });
    return answers;
  };
  closers.add("web processes", async () => {
    stopping = true;
    const ended = [...living].map((one) => new Promise((resolve) => one.once("exit", resolve)));
    for (const one of living) one.process.kill("SIGTERM");
    const force = setTimeout(
      () => [...living].forEach((one) => one.process.kill("SIGKILL")),
      LAST_ANSWERS_MS,
    );
    await Promise.all(ended);
    clearTimeout(force);
  });
  await Promise.all(Array.from({ length: count }, begin));
}
