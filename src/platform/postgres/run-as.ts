import { type SpawnOptions, spawnSync } from "node:child_process";
import { chownSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Under whose name PostgreSQL runs: it refuses root. `nobody` is uid 65534; `namespace` is root seen as 65534
 * inside a user namespace, for files that only root can reach (a checkout in /root).
 */
export type RunAs = "self" | "nobody" | "namespace";

const NOBODY = 65534;

/** What fits this process and these paths; undefined when root can do neither. */
export function chooseRunAs(paths: readonly string[]): RunAs | undefined {
  if (process.getuid?.() !== 0) return "self";
  if (reaches("nobody", paths)) return "nobody";
  return reaches("namespace", paths) ? "namespace" : undefined;
}

/** `command` as it must be spawned. */
export function commandAs(
  runAs: RunAs,
  command: string,
  args: readonly string[],
): { command: string; args: string[]; options: SpawnOptions } {
  if (runAs === "nobody") return { command, args: [...args], options: { uid: NOBODY, gid: NOBODY } };
  if (runAs === "namespace")
    return {
      command: "unshare",
      args: ["--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, "--", command, ...args],
      options: {},
    };
  return { command, args: [...args], options: {} };
}

/**
 * Gives `directory` and what is in it to whom PostgreSQL runs as. A tree that already belongs to it is left
 * alone.
 */
export function giveTo(runAs: RunAs, directory: string): void {
  if (runAs === "self") return;
  const id = runAs === "nobody" ? NOBODY : 0;
  if (lstatSync(directory).uid === id) return;
  chownTree(directory, id);
}

function chownTree(path: string, id: number): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  if (found.isDirectory()) for (const name of readdirSync(path)) chownTree(join(path, name), id);
  chownSync(path, id, id); // The directory itself last: its owner says that all below is done.
}

function reaches(runAs: RunAs, paths: readonly string[]): boolean {
  const { command, args, options } = commandAs(runAs, "/bin/sh", [
    "-c",
    'for p; do [ -x "$p" ] || exit 1; done',
    "sh",
    ...paths,
  ]);
  return spawnSync(command, args, { ...options, stdio: "ignore", cwd: "/" } as never).status === 0;
}
