import { type Operation, type Refusal, saveIn } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import type { LinkedRow, WantedTarget } from "./resolve-links.ts";
import { reasonsOf } from "./row-result.ts";
import type { Running } from "./running.ts";

/** A linked record that a row has made. */
export type MadeTarget = WantedTarget & { readonly object: string };
/** Linked records that rows ask to create, unless those rows fail anyway. */
export async function makeTargets(
  tx: Transaction,
  running: Running,
  rows: readonly LinkedRow[],
): Promise<{ made: readonly MadeTarget[]; refused: ReadonlyMap<string, Refusal> }> {
  const wanted = new Map(
    rows
      .filter((row) => row.reasons.length === 0 && !row.waits && !row.row.skips)
      .flatMap((row) => row.wants.map((want) => [want.id, want] as const)),
  );
  if (wanted.size === 0) return { made: [], refused: new Map() };
  const operations = [...wanted.values()].map(({ step, cell, id }): Operation => {
    const object = step.targets[0] ?? "";
    const title =
      step.by.find((by) => by !== "id") ?? running.context.catalog.object(object)?.title ?? "name";
    return { op: "create", object, id, values: { [title]: cell } };
  });
  const { results } = await saveIn(tx, running.context, {
    operations,
    road: "import",
    mode: "each",
    cause: running.cause,
  });
  const refused = new Map(
    results.flatMap((result) => (!result.ok && result.id ? [[result.id, result.refusal] as const] : [])),
  );
  const made = [...wanted.values()]
    .filter(({ id }) => !refused.has(id))
    .map((want) => ({ ...want, object: want.step.targets[0] ?? "" }));
  return { made, refused };
}

/** A row whose linked record could not be made fails with that record's reasons, told of the link. */
export function withTargets(row: LinkedRow, refused: ReadonlyMap<string, Refusal>): LinkedRow {
  const reasons = row.wants.flatMap((want): Reason[] => {
    const refusal = refused.get(want.id);
    if (!refusal) return [];
    return reasonsOf(refusal).map((reason) => ({ ...reason, field: want.step.field.name }));
  });
  return reasons.length === 0 ? row : { ...row, reasons: [...row.reasons, ...reasons] };
}
