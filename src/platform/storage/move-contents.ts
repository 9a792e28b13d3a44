import { FileMissing, type FileStores, type StoredContent } from "./file-store.ts";

export interface Moved {
  /** Carried over now, and how many bytes that was. */
  copied: number;
  bytes: number;
  /** Were there already. */
  there: number;
  /** Whose source does not hold what its name says: left where they are. */
  readonly damaged: string[];
}
export interface Moving {
  readonly from: FileStores;
  readonly to: FileStores;
  /** What has been carried over goes from the old place. */
  readonly isTaken: boolean;
  readonly progress?: (moved: Moved) => void;
}
const AT_ONCE = 4;

/**
 * Carries contents from one store into the other beside a program that goes on working. What is there already
 * is left alone, so that a move that was stopped goes on. Each content is compared by its digest on the way.
 */
export async function moveContents(moving: Moving): Promise<Moved> {
  const moved: Moved = { copied: 0, bytes: 0, there: 0, damaged: [] };
  const all = moving.from.list()[Symbol.asyncIterator]();
  const work = async (): Promise<void> => {
    for (let next = await all.next(); !next.done; next = await all.next()) {
      await moveOne(moving, next.value, moved);
      moving.progress?.(moved);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return moved;
}

async function moveOne(
  { from, to, isTaken }: Moving,
  { workspace, hash, size }: StoredContent,
  moved: Moved,
): Promise<void> {
  const [source, target] = [from.of(workspace), to.of(workspace)];
  if ((await target.sizeOf(hash)) === size) moved.there += 1;
  else {
    const content = await source.open(hash).catch((error: unknown) => {
      if (!(error instanceof FileMissing)) throw error;
    });
    if (!content) return;
    const put = await target.put(content);
    if (put.hash !== hash) {
      await target.delete(put.hash);
      moved.damaged.push(hash);
      return;
    }
    // Deleted meanwhile, for an erasure, say: it must not live on in the new place.
    if ((await source.sizeOf(hash)) === undefined) return target.delete(hash);
    moved.copied += 1;
    moved.bytes += size;
  }
  if (isTaken) await source.delete(hash);
}
