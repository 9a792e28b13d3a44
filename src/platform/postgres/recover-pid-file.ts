import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NO_PROCESS = 2 ** 31 - 1;

/**
 * Before a start, when we alone hold the data directory: a server left over is stopped; a process that merely
 * has the number of a dead one is taken out of postmaster.pid. The file itself stays, because by its second
 * half PostgreSQL finds sessions that outlived their server.
 */
export async function recoverPidFile(directory: string): Promise<void> {
  const file = join(directory, "postmaster.pid");
  const pid = readPid(file);
  if (!pid || !isAlive(pid)) return;
  if (!isServerOf(pid, directory)) {
    const [, ...rest] = readFileSync(file, "utf8").split("\n");
    writeFileSync(file, [String(NO_PROCESS), ...rest].join("\n"));
    return;
  }
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    process.kill(pid, signal);
    for (let waited = 0; waited < 2000; waited += 50) {
      if (!isAlive(pid)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** A server works in its data directory. */
function isServerOf(pid: number, directory: string): boolean {
  try {
    if (process.platform === "linux") return readlinkSync(`/proc/${pid}/cwd`) === directory;
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).includes(
      directory,
    );
  } catch {
    return false;
  }
}
