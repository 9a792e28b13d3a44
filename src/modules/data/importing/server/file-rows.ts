import { Superseded } from "../../../../engine/public.ts";
import type { SheetRow } from "./sheet.ts";

/** The rows of a file, read forward only; a batch that is rolled back finds its rows still there. */
export class FileRows {
  readonly #source: AsyncIterator<SheetRow>;
  #ahead: SheetRow[] = [];
  #from = 1;
  constructor(source: AsyncIterable<SheetRow>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Up to `limit` rows from the number `from` on; those before it are let go. */
  async next(from: number, limit: number): Promise<readonly SheetRow[]> {
    if (from < this.#from) throw new Superseded("the import was begun again");
    this.#from = from;
    this.#ahead = this.#ahead.filter(({ number }) => number >= from);
    while (this.#ahead.length < limit) {
      const read = await this.#source.next();
      if (read.done) break;
      if (read.value.number >= from) this.#ahead.push(read.value);
    }
    return this.#ahead.slice(0, limit);
  }
}
