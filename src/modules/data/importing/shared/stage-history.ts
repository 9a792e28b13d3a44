import type { Values } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { startOfDay } from "./start-of-day.ts";
import { importReason } from "./reasons.labels.ts";

/** The day on which a stage was entered, as the file says. */
export interface StageDate {
  readonly stage: string;
  /** "YYYY-MM-DD" */
  readonly date: string;
}
export interface HistoryRequest {
  readonly stageField: string;
  /** The stage the row ends in. */
  readonly final: string;
  readonly dates: readonly StageDate[];
  /** ISO, when the file says when the record was made. */
  readonly createdAt?: string;
  /** The pipeline's stages in order. */
  readonly stages: readonly string[];
  /** Fields that say how and when it ended: empty before it did. */
  readonly outcome: readonly string[];
  readonly zone: string;
  readonly now: string;
}
export interface PastEntry {
  readonly at: string;
  readonly values: Values;
}
export type History =
  | { readonly ok: true; readonly past: readonly PastEntry[] }
  | { readonly ok: false; readonly reason: Reason };

/** The same moment, a microsecond later. */
export const later = (iso: string): string => {
  const micro = Number(iso.slice(20, 26).padEnd(6, "0")) + 1;
  const carried = new Date(Date.parse(`${iso.slice(0, 19)}Z`) + (micro >= 1_000_000 ? 1000 : 0))
    .toISOString()
    .slice(0, 19);
  return `${carried}.${String(micro % 1_000_000).padStart(6, "0")}Z`;
};
export const microseconds = (iso: string): string =>
  `${iso.slice(0, 19)}.${(/\.(\d{1,6})/.exec(iso)?.[1] ?? "").padEnd(6, "0")}Z`;

/**
 * The back-filled states of a created record, oldest first: each dated stage begins with its day in the
 * company's zone, equal days keep the pipeline's order a microsecond apart, the last entry is when the stored
 * state began. No dates: no history.
 */
export function buildHistory(request: HistoryRequest): History {
  const order = (stage: string): number =>
    stage === request.final ? Number.MAX_SAFE_INTEGER : request.stages.indexOf(stage);
  const first = new Map<string, string>();
  for (const { stage, date } of request.dates) {
    const known = first.get(stage);
    if (known === undefined || date < known) first.set(stage, date);
  }
  const dated = [...first]
    .map(([stage, date]) => ({ stage, date }))
    .sort((a, b) => (a.date === b.date ? order(a.stage) - order(b.stage) : a.date < b.date ? -1 : 1));
  const end = dated.findIndex(({ stage }) => stage === request.final);
  if (end >= 0 && end < dated.length - 1)
    return {
      ok: false,
      reason: importReason(
        "stage_dates_out_of_order",
        { earlier: dated[end]!.date, later: dated.at(-1)!.date },
        request.stageField,
      ),
    };

  const entries: PastEntry[] = [];
  const open: Values = Object.fromEntries(request.outcome.map((field) => [field, null]));
  const push = (at: string, values: Values): void => {
    const last = entries.at(-1);
    entries.push({ at: last && at <= last.at ? later(last.at) : at, values });
  };
  const created = request.createdAt === undefined ? undefined : microseconds(request.createdAt);
  const earliest = dated[0] === undefined ? undefined : startOfDay(dated[0].date, request.zone);
  if (created !== undefined && (earliest === undefined || created < earliest)) {
    const begin = earliest === undefined ? request.final : (request.stages[0] ?? dated[0]!.stage);
    push(created, begin === request.final ? {} : { [request.stageField]: begin, ...open });
    if (begin === dated[0]?.stage && begin !== request.final) dated.shift();
  }
  for (const { stage, date } of dated) {
    if (
      stage === request.final &&
      entries.at(-1)?.values[request.stageField] === undefined &&
      entries.length > 0
    )
      continue;
    push(
      startOfDay(date, request.zone),
      stage === request.final ? {} : { [request.stageField]: stage, ...open },
    );
  }
  const last = entries.at(-1);
  if (last && last.at > microseconds(request.now))
    return {
      ok: false,
      reason: importReason("date_in_future", { cell: last.at.slice(0, 10) }, request.stageField),
    };
  if (last && Object.keys(last.values).length > 0) push(microseconds(request.now), {});
  return { ok: true, past: entries };
}
