import type { WireValue } from "../../../shared/metadata/object.ts";
import type { BulkResult } from "../../data/bulk.ts";
import { request } from "../../data/request.ts";

export interface Transfer {
  readonly object: string;
  readonly ids: readonly string[];
  readonly to: WireValue;
  /** With the open work on them. */
  readonly along: boolean;
}
export interface Transferred extends BulkResult {
  readonly along: number;
}
const MOST = 500;

/** Gives the records to someone, as many at a time as the server takes; counts and refusals are added up. */
export async function transferRecords(
  { object, ids, to, along }: Transfer,
  key: string,
): Promise<Transferred> {
  const total: Transferred = { done: 0, refused: 0, along: 0, results: [] };
  const parts = Array.from({ length: Math.ceil(ids.length / MOST) }, (_, at) =>
    ids.slice(at * MOST, (at + 1) * MOST),
  );
  return parts.reduce(async (sum, part, at) => {
    const before = await sum;
    const next = await request<Transferred>("/transfers", {
      method: "POST",
      body: { object, ids: part, to, along },
      key: `${key}-${at}`,
    });
    return {
      done: before.done + next.done,
      refused: before.refused + next.refused,
      along: before.along + next.along,
      results: [...before.results, ...next.results],
    };
  }, Promise.resolve(total));
}
