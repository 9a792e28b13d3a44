import { statfs } from "node:fs/promises";

/** Below this nothing more can be promised: a checkpoint or one upload fills it. */
const LEAST_BYTES = 32 * 2 ** 20;
/** So long a full disk that was seen is believed to be full. */
const BELIEVED_MS = 60_000;
let seenAt = Number.NEGATIVE_INFINITY;

/**
 * Something could not be written for want of room; also the database's disk, which may be another machine's.
 */
export const sawFullDisk = (): void => void (seenAt = Date.now());

/**
 * Whether there is room to write: as far as the directory tells, and unless a write has just failed for want
 * of it.
 */
export async function hasRoom(directory: string | undefined): Promise<boolean> {
  if (directory === undefined) return Date.now() - seenAt > BELIEVED_MS;
  const { bavail, bsize } = await statfs(directory);
  if (bavail * bsize < LEAST_BYTES) return false;
  return Date.now() - seenAt > BELIEVED_MS;
}
