import type { FileStore, FileStores } from "./file-store.ts";
import { FileMissing } from "./file-store.ts";

/**
 * A store with the one that contents lay in before: what is new goes into `now`, what is not there yet is read
 * from `before`, what is deleted goes from both. So a company works on while its contents are carried over.
 */
export function twoStores(now: FileStores, before: FileStores): FileStores {
  return {
    of: (workspace) => twoOf(now.of(workspace), before.of(workspace)),
    async *list() {
      yield* now.list();
      for await (const found of before.list())
        if ((await now.of(found.workspace).sizeOf(found.hash)) === undefined) yield found;
    },
    state: () => now.state(),
  };
}

const twoOf = (now: FileStore, before: FileStore): FileStore => ({
  put: (content) => now.put(content),
  open: (hash, range) =>
    now.open(hash, range).catch((error: unknown) => {
      if (!(error instanceof FileMissing)) throw error;
      // It may have been carried over between the two looks.
      return before.open(hash, range).catch((missing: unknown) => {
        if (!(missing instanceof FileMissing)) throw missing;
        return now.open(hash, range);
      });
    }),
  sizeOf: async (hash) => (await now.sizeOf(hash)) ?? (await before.sizeOf(hash)) ?? now.sizeOf(hash),
  async delete(hash) {
    // The old one first: what is carried over meanwhile is looked for there once more.
    await before.delete(hash);
    await now.delete(hash);
  },
});
