import {
  type Context,
  type Operation,
  type Result,
  type SaveResult,
  accept,
  save,
  saveIn,
} from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import type { Road } from "../../../../shared/metadata/hooks.ts";
import type { Values } from "../../../../shared/metadata/object.ts";

/** All of these records or none; the first refusal, or the records. */
export async function writeAll(
  context: Context,
  road: Road,
  operations: readonly Operation[],
  tx?: Transaction,
): Promise<Result<readonly Values[]>> {
  if (operations.length === 0) return accept([]);
  const request = { operations, road, mode: "all" } as const;
  return resultOf(await (tx ? saveIn(tx, context, request) : save(context, request)));
}

function resultOf({ saved, results }: SaveResult): Result<readonly Values[]> {
  for (const result of results) if (!result.ok) return { ok: false, refusal: result.refusal };
  if (!saved) throw new Error("a batch was not saved although nothing was refused");
  return accept(results.flatMap((result) => (result.ok ? [result.record] : [])));
}
