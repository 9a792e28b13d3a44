import { type TransferAnswer, transferOwner } from "../../../../shared/wire/transfer.contract.ts";
import { call } from "../../../../ui/data/call.ts";

export interface Transfer {
  readonly object: string;
  readonly ids: readonly string[];
  readonly to: string;
  /** With the open work on them. */
  readonly along: boolean;
}
const MOST = 500;

/** Gives the records to someone, as many at a time as the server takes; counts and refusals are added up. */
export async function transferRecords(
  { object, ids, to, along }: Transfer,
  key: string,
): Promise<TransferAnswer> {
  const total: TransferAnswer = { done: 0, refused: 0, along: 0, results: [] };
  const parts = Array.from({ length: Math.ceil(ids.length / MOST) }, (_, at) =>
    ids.slice(at * MOST, (at + 1) * MOST),
  );
  return parts.reduce(async (sum, part, at) => {
    const before = await sum;
    const next = await call(transferOwner, {
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
