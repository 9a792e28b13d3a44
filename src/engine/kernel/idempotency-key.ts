import type { SaveResult } from "./save-request.ts";

/** A caller's key for one intention; carried by the context of its request. */
export interface IdempotencyKey {
  readonly principal: string;
  readonly key: string;
  /** Of method, path and body. */
  readonly digest: string;
  readonly status: number;
  /**
   * The answer of a route that does not simply answer with the record: kept with the write, so that a repeat
   * is told the same whatever dies in between.
   */
  readonly answer?: (result: SaveResult) => AnswerToStore;
}
export interface AnswerToStore {
  readonly status: number;
  readonly body: unknown;
}
