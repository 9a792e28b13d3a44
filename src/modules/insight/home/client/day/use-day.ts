import { useState } from "react";
import { activity } from "../../../../../objects/work/activity/activity.object.ts";
import { task } from "../../../../../objects/work/task/task.object.ts";
import type { Values } from "../../../../../shared/metadata/object.ts";
import { dayIn } from "../../../../../shared/time/zone.ts";
import { useObject } from "../../../../../ui/data/objects.ts";
import { useRecords } from "../../../../../ui/data/records.ts";
import { useMe } from "../../../../../ui/data/session.ts";
import { both } from "../../../../../ui/record/list/scenes.ts";
import type { HomeScope } from "../../../../../ui/slots/home-tiles.ts";
import { DAY_FILTERS } from "./day-filters.ts";
import { type DayItem, planOf, taskItem, visitItem } from "./day-plan.ts";

const MOST_AHEAD = 100;
const MOST_LATE = 30;

/** A part of the day that is folded: a few of its rows, and how many there are. */
export interface DayPart {
  readonly items: readonly DayItem[];
  readonly total: number;
  /** There are more than were counted. */
  readonly more: boolean;
}

/** The day now in the company's zone: what the server calls today. */
export function useToday(): { readonly today: string; readonly zone: string } {
  const { zone } = useMe().company;
  const [now] = useState(() => new Date().toISOString());
  return { today: dayIn(zone, now), zone };
}

/** What a person has to do, in five questions of one moment. `gone`: what was
 * done with on this page, until it is read again. */
export function useDay(scope: HomeScope, gone: ReadonlySet<string>) {
  const { today, zone } = useToday();
  const hasVisits = useObject(activity.name) !== undefined;
  const asked = (which: keyof typeof DAY_FILTERS) => both(scope.filter, DAY_FILTERS[which]);
  const counted = { limit: MOST_LATE, count: "bounded" } as const;
  const ahead = useRecords(task.name, {
    filter: asked("tasksAhead"),
    sort: "due_date",
    limit: MOST_AHEAD,
  });
  const overdue = useRecords(task.name, { filter: asked("overdue"), sort: "-due_date", ...counted });
  const undated = useRecords(task.name, { filter: asked("undated"), sort: "-created_at", ...counted });
  const visits = useRecords(
    activity.name,
    { filter: asked("visitsAhead"), sort: "occurred_at", limit: MOST_AHEAD },
    hasVisits,
  );
  const unlogged = useRecords(
    activity.name,
    { filter: asked("unlogged"), sort: "-occurred_at", ...counted },
    hasVisits,
  );
  const left = (items: readonly DayItem[]) => items.filter(({ key }) => !gone.has(key));
  const partOf = ({ data }: typeof overdue, read: (record: Values) => DayItem): DayPart => {
    const all = data?.data.map(read) ?? [];
    const items = left(all);
    return {
      items,
      total: (data?.total ?? 0) - (all.length - items.length),
      more: data?.more ?? false,
    };
  };
  const visitOf = (record: Values) => visitItem(zone, record);
  const items = [...(ahead.data?.data ?? []).map(taskItem), ...(visits.data?.data ?? []).map(visitOf)];
  const all = [ahead, overdue, undated, ...(hasVisits ? [visits, unlogged] : [])];
  return {
    today,
    zone,
    plan: planOf(left(items), today),
    overdue: partOf(overdue, taskItem),
    undated: partOf(undated, taskItem),
    unlogged: partOf(unlogged, visitOf),
    isPending: all.some(({ isPending }) => isPending),
    failed: all.find(({ isError }) => isError),
  };
}
export type Day = ReturnType<typeof useDay>;
