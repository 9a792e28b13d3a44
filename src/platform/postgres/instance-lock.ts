import { createHash } from "node:crypto";
import { statSync, unlinkSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StartRefused } from "../config/start-refused.ts";
import { dataDirectoryMessages } from "./data-directory.messages.ts";

const LONGEST_SOCKET = 100; // sun_path holds 104 to 108 bytes.

/**
 * One process per data directory. The lock is a listening socket: the system frees it however the process
 * ends, containers that share the directory see it too, and it tells who holds it. Throws StartRefused; gives
 * how to let go.
 */
export async function lockInstance(root: string): Promise<() => Promise<void>> {
  const path = lockPath(root);
  let server = await tryListen(path);
  if (!server) {
    const pid = await holder(path);
    if (pid !== undefined) throw new StartRefused(dataDirectoryMessages.inUse, { directory: root, pid });
    unlinkSync(path); // Left behind by a killed process.
    server = await tryListen(path);
    if (!server || !(await isStillMine(path)))
      throw new StartRefused(dataDirectoryMessages.inUse, {
        directory: root,
        pid: (await holder(path)) ?? "?",
      });
  }
  const held = server;
  held.unref();
  return () => new Promise((resolve) => held.close(() => resolve()));
}

function lockPath(root: string): string {
  const inside = join(root, "run", "lock");
  return Buffer.byteLength(inside) <= LONGEST_SOCKET
    ? inside
    : join(tmpdir(), `sluice-${createHash("sha256").update(root).digest("hex").slice(0, 16)}.lock`);
}

function tryListen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.end(String(process.pid));
    });
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(undefined) : reject(error),
    );
    server.listen(path, () => resolve(server));
  });
}

function holder(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = "";
    const socket = connect(path);
    socket.setTimeout(2000, () => (resolve("?"), socket.destroy())); // It listens but is too busy to answer.
    socket.on("data", (chunk) => (said += chunk.toString()));
    socket.on("error", () => resolve(undefined));
    socket.on("close", () => resolve(said || "?"));
  });
}

/** Two processes may find the same leftover; the second to unlink it took the first one's socket. */
async function isStillMine(path: string): Promise<boolean> {
  const before = statSync(path).ino;
  await new Promise((resolve) => setTimeout(resolve, 50));
  return statSync(path, { throwIfNoEntry: false })?.ino === before;
}
