import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SUPERUSER } from "./cluster.ts";
import { EMBEDDED_DATABASE } from "./embedded.ts";
import { socketUrl } from "./postmaster.ts";

/**
 * How to reach the embedded server that another process runs on this data directory; undefined where none is
 * ready.
 */
export function runningServer(postgresDirectory: string): string | undefined {
  try {
    // Lines of postmaster.pid: process, directory, start, port, socket directory, address, memory, state.
    const lines = readFileSync(join(postgresDirectory, "postmaster.pid"), "utf8").split("\n");
    process.kill(Number(lines[0]), 0);
    const socket = lines[4]?.trim();
    return socket && lines[7]?.trim() === "ready"
      ? socketUrl(socket, SUPERUSER, EMBEDDED_DATABASE)
      : undefined;
  } catch {
    return undefined;
  }
}
