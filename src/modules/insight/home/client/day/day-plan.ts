import { activity } from "../../../../../objects/work/activity/activity.object.ts";
import { task } from "../../../../../objects/work/task/task.object.ts";
import type { Values } from "../../../../../shared/metadata/object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { addDays } from "../../../../../shared/time/dates.ts";
import { wallTime } from "../../../../../shared/time/zone.ts";

/** A task or a planned activity, as it stands in the day. */
export interface DayItem {
  readonly object: "task" | "activity";
  readonly id: string;
  /** Of the record as it was read: another one once it was changed. */
  readonly key: string;
  readonly record: Values;
  /** Of the company's zone; "" where none is set. */
  readonly day: string;
  /** "14:00"; "" for a task, which has a day only. */
  readonly time: string;
  readonly isUrgent: boolean;
}

export function taskItem(record: Values): DayItem {
  const { id = "", version, due_date, priority } = partOf(task, record);
  const key = `${id}@${version}`;
  return { object: "task", id, key, record, day: due_date ?? "", time: "", isUrgent: priority === "high" };
}
export function visitItem(zone: string, record: Values): DayItem {
  const { id = "", version, occurred_at } = partOf(activity, record);
  const at = occurred_at ? wallTime(zone, occurred_at) : "";
  const key = `${id}@${version}`;
  return {
    object: "activity",
    id,
    key,
    record,
    day: at.slice(0, 10),
    time: at.slice(11, 16),
    isUrgent: false,
  };
}

/** By day and hour; what has no hour comes after, the urgent first. */
const inOrder = (one: DayItem, other: DayItem): number =>
  compare(one.day, other.day) ||
  compare(one.time || "99", other.time || "99") ||
  Number(other.isUrgent) - Number(one.isUrgent);
const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

export interface DayPlan {
  readonly today: readonly DayItem[];
  readonly tomorrow: readonly DayItem[];
  readonly later: readonly DayItem[];
}
/** Sorts what is ahead into today, tomorrow and the days after. */
export function planOf(items: readonly DayItem[], today: string): DayPlan {
  const tomorrow = addDays(today, 1);
  const sorted = items.toSorted(inOrder);
  return {
    today: sorted.filter(({ day }) => day <= today),
    tomorrow: sorted.filter(({ day }) => day === tomorrow),
    later: sorted.filter(({ day }) => day > tomorrow),
  };
}
