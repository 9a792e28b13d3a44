import type { Operation } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { importReason, shown } from "../shared/reasons.labels.ts";
import type { OnRecord } from "./build-context.ts";
import { buildOperation } from "./build-operation.ts";
import { matchKey, type Matched } from "./find-matches.ts";
import { optionCandidates, type Questions } from "./questions.ts";
import type { LinkedRow } from "./resolve-links.ts";
import { resultOf, type RowResult } from "./row-result.ts";
import type { Running } from "./running.ts";

/** Stays by record. */
export type ToldVisits = ReadonlyMap<string, OnRecord["entries"]>;

/** The stays on record of those whose history the file tells. */
export async function toldVisitsOf(
  tx: Transaction,
  running: Running,
  rows: readonly LinkedRow[],
  matches: ReadonlyMap<number, Matched>,
): Promise<ToldVisits> {
  const { stages, plan } = running;
  const ids = rows.flatMap(({ row }, position) => {
    const matched = matches.get(position);
    return matched?.is === "one" &&
      (row.entered.length > 0 || row.createdAt !== undefined || row.life !== undefined)
      ? [matched.match.id]
      : [];
  });
  return stages && plan.object.stageField && ids.length > 0
    ? stages.entries(tx, plan.object.name, ids)
    : new Map();
}

/** What is on record of a row's match. */
export const onRecord = (
  matched: Matched | undefined,
  stays: ToldVisits,
): OnRecord | Extract<Matched, { is: "several" }> | undefined =>
  matched?.is === "one" ? { match: matched.match, entries: stays.get(matched.match.id) ?? [] } : matched;

/** What the row is matched by; null where it has no such value. */
export function keyOf({ plan }: Running, { row, values }: LinkedRow): readonly WireValue[] | null {
  const id =
    row.id !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(row.id) ? row.id : null;
  return matchKey(plan.match, { ...values, id });
}

/** The operation that a row makes, or why it makes none. */
export function planRow(
  running: Running,
  row: LinkedRow,
  matched: ReturnType<typeof onRecord>,
  questions: Questions,
): RowResult | { readonly operation: Operation; readonly notes: readonly Reason[] } {
  if (matched && "is" in matched) {
    const cell = shown((keyOf(running, row) ?? []).join(" "));
    return resultOf(row, "failed", null, [
      ...row.reasons,
      importReason("match_ambiguous", { cell, count: matched.count }, running.plan.match[0]),
    ]);
  }
  const { plan, stages, context, newId, language } = running;
  const built = buildOperation(
    { plan, stages, zone: context.company.zone, now: context.now, newId, language },
    row,
    matched ?? null,
  );
  if (built.is === "operation") return { operation: built.operation, notes: built.notes };
  if (built.is === "skip")
    return row.reasons.length > 0
      ? resultOf(row, "failed", null, row.reasons)
      : resultOf(row, "skipped", built.id);
  const { stage } = row.row;
  if (built.unknownStage && stage) {
    const candidates = optionCandidates(built.unknownStage.stages, built.unknownStage.cell, language);
    questions.ask({
      kind: "stage",
      field: plan.object.stageField ?? "",
      column: stage.step.column,
      cell: built.unknownStage.cell,
      candidates,
    });
  }
  return resultOf(row, "failed", null, [...row.reasons, ...built.reasons]);
}
