import { type ChildProcess, spawn } from "node:child_process";
import { commandAs, type RunAs } from "./run-as.ts";

/** Told which process to end when we are gone. */
export interface Watchdog {
  watch(pid: number): void;
  /** Nothing to end any more: it goes away itself. */
  dismiss(): void;
}

/**
 * Reads process ids from its input until the other end of the pipe is gone, however that happened. Then stops
 * the last one: orderly for 0.8 s, at once for 0.5 s (the log of writes makes that safe), then by force.
 */
const SCRIPT = `
trap '' INT TERM HUP
pid=0
while read -r line; do pid=$line; done
[ "$pid" -gt 0 ] || exit 0
gone() { for i in $1; do kill -0 "$pid" 2>/dev/null || exit 0; sleep 0.1; done; }
kill -INT "$pid"; gone "1 2 3 4 5 6 7 8"
kill -QUIT "$pid"; gone "1 2 3 4 5"
kill -KILL "$pid"
`;

/** Starts it in a session of its own, so that a kill of our whole process group does not reach it. */
export function startWatchdog(runAs: RunAs): Watchdog {
  const { command, args, options } = commandAs(runAs, "/bin/sh", ["-c", SCRIPT]);
  const child: ChildProcess = spawn(command, args, {
    ...options,
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
    env: { PATH: process.env["PATH"] },
  });
  child.on("error", () => undefined);
  child.stdin?.on("error", () => undefined);
  child.unref();
  unrefPipe(child.stdin);
  return {
    watch: (pid) => void child.stdin?.write(`${pid}\n`),
    dismiss: () => void child.stdin?.end("0\n"),
  };
}

/** The pipe must not keep us running. */
function unrefPipe(pipe: unknown): void {
  if (typeof pipe === "object" && pipe !== null && "unref" in pipe && typeof pipe.unref === "function")
    pipe.unref();
}
