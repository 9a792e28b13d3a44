import type { ServerDerive } from "../../../../../engine/public.ts";
import { label } from "../../../../../shared/i18n/label.ts";
import type { Change } from "../../../../../shared/metadata/hooks.ts";
import type { Values } from "../../../../../shared/metadata/object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { dealLike } from "../deal-like.ts";

export const CLOSE_DATE = "close_date";
type Between = (from: string, to: string) => number;

/** Counts how often and how far the close date of an open record was put off, in the write that does it. */
export const countSlips: ServerDerive = {
  word: "derive",
  name: "stage.slips",
  label: label(
    "记录预计成交日期的推后次数与天数",
    "Counts how often and by how much the close date is postponed",
  ),
  applies: (object) =>
    object.stageField !== undefined &&
    object.byName[CLOSE_DATE]?.kind === "date" &&
    object.byName["slip_count"] !== undefined,
  reads: [CLOSE_DATE, "stage_type"],
  writes: ["slip_count", "slip_days"],
  run: async ({ context, changes }) => {
    const { calendar } = context.company;
    const between: Between = (from, to) => Math.max(0, calendar.between(from, to));
    return new Map(
      changes.flatMap((change) =>
        change.deleting || change.takingBack ? [] : [[change.id, slipsOf(change, between)] as const],
      ),
    );
  },
};

const dayOf = (record: Readonly<Values>): string | null => partOf(dealLike, record).close_date ?? null;
const number = (value: number | null | undefined): number => Number(value ?? 0) || 0;
const isOpen = (record: Readonly<Values>): boolean => partOf(dealLike, record).stage_type === "open";

function slipsOf({ before, after, past }: Change, between: Between): Values {
  if (before === null) {
    // A past that is told: the dates that were expected, one after the other; the last is the real one once
    // it is closed.
    const told = (past ?? []).slice(0, -1).map(({ values }) => dayOf(values));
    return added({ count: 0, days: 0 }, [...told, ...(isOpen(after) ? [dayOf(after)] : [])], between);
  }
  const [was, is] = [partOf(dealLike, before), partOf(dealLike, after)];
  if (!isOpen(before) || !isOpen(after) || was.close_date === is.close_date) return {};
  return added(
    { count: number(was.slip_count), days: number(was.slip_days) },
    [dayOf(before), dayOf(after)],
    between,
  );
}

function added(
  start: { readonly count: number; readonly days: number },
  dates: readonly (string | null)[],
  between: Between,
): Values {
  let { count, days } = start;
  let last: string | null = null;
  for (const date of dates) {
    if (date === null) continue;
    if (last !== null && date > last) {
      count += 1;
      days += between(last, date);
    }
    last = date;
  }
  return { slip_count: count, slip_days: days };
}
