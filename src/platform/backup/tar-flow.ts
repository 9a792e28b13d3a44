import type { Extract, Pack } from "tar-stream";

const BLOCK = 512;

/** Where the content of an entry begins whose header begins at `start`. */
export const contentAt = (start: number): number => start + BLOCK;
/** Where the next header begins: contents are filled up to whole blocks. */
export const endOf = (start: number, size: number): number =>
  contentAt(start) + Math.ceil(size / BLOCK) * BLOCK;

type Stream = Extract | ReturnType<Pack["entry"]>;

/** Waits while the stream has enough; false when it takes nothing any more. */
export async function give(stream: Stream, chunk: Buffer): Promise<boolean> {
  if (stream.destroying) return false;
  if (!stream.write(chunk)) await untilReady(stream);
  return !stream.destroying;
}

/** "drain" alone would never come from a stream that fails meanwhile. */
const untilReady = (stream: Stream): Promise<void> =>
  new Promise((resolve) => {
    const ready = (): void => {
      stream.off("drain", ready);
      stream.off("close", ready);
      resolve();
    };
    stream.on("drain", ready);
    stream.on("close", ready);
  });
