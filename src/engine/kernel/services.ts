import type { Readable } from "node:stream";
import type { Executor } from "../../platform/db/database.ts";

/** Content of files, by the SHA-256 of what they hold. */
export interface FileStore {
  put(content: Readable): Promise<{ readonly hash: string; readonly size: number }>;
  /** Throws when there is no such content. A range names its first and last byte. */
  open(hash: string, range?: { readonly start: number; readonly end: number }): Promise<Readable>;
  /** Deleting what is not there is not an error. */
  delete(hash: string): Promise<void>;
}
/** Long work, done by any process of the installation; kinds are those of `Module.jobs`. */
export interface JobQueue {
  /**
   * With a key: at most one waiting job of this kind and key. `within` a transaction the job is there when
   * what it works on is there, whatever dies in between.
   */
  enqueue(
    kind: string,
    payload: unknown,
    options?: {
      readonly key?: string;
      readonly unlessThere?: boolean;
      readonly runAt?: Date;
      readonly within?: Executor;
    },
  ): Promise<void>;
}
export interface Services {
  readonly files: FileStore;
  readonly jobs: JobQueue;
}
