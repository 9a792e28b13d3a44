import type { Contenders } from "./contenders.ts";

/** How many rows are sent or read at a time by what Sluice is compared with. */
export const BATCH = 500;
/**
 * Work that takes seconds: each is done once in a round, first by Sluice, then over the bare endpoint, then
 * raw.
 */
export interface LongWork {
  readonly name: string;
  readonly rows: number;
  readonly sluice: () => Promise<void>;
  /** What it is compared with, where there is such a thing. */
  readonly bare?: (() => Promise<void>) | undefined;
  readonly raw?: (() => Promise<void>) | undefined;
}

/** Bare endpoint and raw statements may be left out. */
export type LongContenders = Pick<Contenders, "sluice"> & Partial<Pick<Contenders, "bare" | "pool">>;

export const inBatches = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) => all.slice(at * BATCH, (at + 1) * BATCH));
