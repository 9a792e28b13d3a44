import type { Values } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { startOfDay } from "./start-of-day.ts";
import { importReason } from "./reasons.labels.ts";
import { later, microseconds, type PastEntry, type StageDate } from "./stage-history.ts";

/** A stay of a record, as its ledger has it. */
export interface KnownEntry {
  readonly stage: string;
  /** ISO, when it was entered. */
  readonly at: string;
  /** Somebody moved it there then; otherwise a file said so, or brought it without a date. */
  readonly seen: boolean;
  /** Who moved it there and why, what was left out on the way: not known of what a file is about to tell. */
  readonly by?: string | null;
  readonly reason?: string | null;
  readonly override?: string | null;
  readonly skipped?: readonly string[] | null;
}
export interface MergeRequest {
  readonly stageField: string;
  /** The record's stays, oldest first. */
  readonly known: readonly KnownEntry[];
  readonly told: readonly StageDate[];
  /** The stage the record is in, and the one the row ends in. */
  readonly current: string;
  readonly final: string;
  readonly createdAt?: string;
  readonly stages: readonly { readonly name: string; readonly title: string }[];
  readonly outcome: readonly string[];
  readonly zone: string;
  readonly now: string;
}
/** `past` null: nothing is told that is not on record. */
export type Merged =
  | { readonly ok: true; readonly past: readonly PastEntry[] | null }
  | { readonly ok: false; readonly reason: Reason };
type Entry = KnownEntry & { readonly isNew?: true };

type Told =
  | { readonly ok: true; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly reason: Reason };
/** What is told, put among what is on record. */
function withTold(request: MergeRequest): Told {
  const { known, told, stageField, zone } = request;
  const order = (stage: string): number => request.stages.findIndex(({ name }) => name === stage);
  const title = (stage: string): string => request.stages.find(({ name }) => name === stage)?.title ?? stage;
  const day = (at: string): string => dayIn(zone, at);
  let entries: Entry[] = known.map((entry) => ({ ...entry, at: microseconds(entry.at) }));
  const refuse = (
    code: "visit_on_record" | "visit_between",
    stage: string,
    date: string,
    on: Entry,
  ): Told => ({
    ok: false,
    reason: importReason(
      code,
      { stage: title(stage), told: date, known: title(on.stage), day: day(on.at) },
      stageField,
    ),
  });

  for (const { stage, date } of [...told].sort((a, b) =>
    a.date === b.date ? order(a.stage) - order(b.stage) : a.date < b.date ? -1 : 1,
  )) {
    const same = entries.filter((entry) => entry.stage === stage);
    if (same.some(({ at }) => day(at) === date)) continue;
    const before = entries
      .filter((entry) => day(entry.at) === date && order(entry.stage) < order(stage))
      .at(-1);
    const entry: Entry = {
      stage,
      at: before ? later(before.at) : startOfDay(date, zone),
      seen: false,
      isNew: true,
    };
    const last = entries.at(-1);
    const isNext = last !== undefined && entry.at > last.at && last.stage !== stage;
    if (same.length > 0 && !isNext) {
      const wrong = same.findLast(({ seen }) => !seen);
      const first = entries[0];
      if (wrong) entries = entries.filter((one) => one !== wrong);
      else if (first?.stage === stage && entry.at < first.at) entries = entries.slice(1);
      else return refuse("visit_on_record", stage, date, same.at(-1) ?? entry);
    }
    const at = entries.findIndex((one) => one.at > entry.at);
    const [previous, next] = [entries[(at < 0 ? entries.length : at) - 1], at < 0 ? undefined : entries[at]];
    if (previous?.seen && next?.seen) return refuse("visit_between", stage, date, previous);
    entries = [...entries, entry].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }
  return { ok: true, entries };
}

/**
 * The record's stages with what the file says of them: what files told before gives way, what was seen
 * stands, and a contradiction is a reason.
 */
export function mergeHistory(request: MergeRequest): Merged {
  const { told, final, current, stageField, now, zone } = request;
  const day = (at: string): string => dayIn(zone, at);
  const put = withTold(request);
  if (!put.ok) return put;
  let { entries } = put;
  const last = entries.at(-1);
  if (last && last.stage !== final) {
    const isDated = final === current || told.some(({ stage }) => stage === final);
    const own = entries.findLast(({ stage }) => stage === final);
    if (isDated && own)
      return {
        ok: false,
        reason: importReason(
          "stage_dates_out_of_order",
          { earlier: day(own.at), later: day(last.at) },
          stageField,
        ),
      };
    if (entries.some(({ isNew }) => isNew))
      entries = [...entries, { stage: final, at: microseconds(now), seen: true, isNew: true }];
  }
  entries = withBeginning(entries, request, day);
  if (!entries.some(({ isNew }) => isNew)) return { ok: true, past: null };
  const end = entries.at(-1);
  if (end && end.at > microseconds(now))
    return { ok: false, reason: importReason("date_in_future", { cell: day(end.at) }, stageField) };
  return { ok: true, past: inSteps(entries, request) };
}

/** The record was there before its first stage on record: in the pipeline's first one. */
function withBeginning(
  entries: readonly Entry[],
  { createdAt, stages }: MergeRequest,
  day: (at: string) => string,
): Entry[] {
  const [first] = entries;
  const at = createdAt === undefined ? undefined : microseconds(createdAt);
  if (at === undefined || first === undefined || at >= first.at || day(at) === day(first.at))
    return [...entries];
  const begin: Entry = { stage: stages[0]?.name ?? first.stage, at, seen: false, isNew: true };
  return begin.stage === first.stage ? [begin, ...entries.slice(1)] : [begin, ...entries];
}

function inSteps(entries: readonly Entry[], { stageField, outcome }: MergeRequest): readonly PastEntry[] {
  const open: Values = Object.fromEntries(outcome.map((field) => [field, null]));
  const past: PastEntry[] = [];
  entries.forEach(({ stage, at }, index) => {
    const before = past.at(-1)?.at;
    const isLast = index === entries.length - 1;
    past.push({
      at: before !== undefined && at <= before ? later(before) : at,
      values: isLast ? {} : { [stageField]: stage, ...open },
    });
  });
  return past;
}
