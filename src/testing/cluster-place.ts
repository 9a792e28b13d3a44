import { existsSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MEMORY = "/dev/shm";
/** Much more than the clusters of one run take. */
const ROOM = 4 * 1024 ** 3;
const NAME = /^sluice-test-(\d+)-/;

/**
 * What the name of a cluster's directory begins with: in memory where there is room, since each file of tests
 * clones a database of some thousand files there. The name says which process it belongs to: what a killed
 * run has left would keep its memory, and goes with the next run.
 */
export function clusterPlace(): string {
  const folder = hasRoom(MEMORY) ? MEMORY : tmpdir();
  if (folder === MEMORY) for (const name of readdirSync(folder)) if (isLeft(name)) remove(join(folder, name));
  return join(folder, `sluice-test-${process.pid}-`);
}

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= ROOM;
}

/** Its process is gone, and this one may take it away. */
function isLeft(name: string): boolean {
  const pid = NAME.exec(name)?.[1];
  return pid !== undefined && existsSync("/proc/self") && !existsSync(`/proc/${pid}`);
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Another person's, or another run takes it away in this moment.
  }
}
