import { useState } from "react";
import { activity } from "../../../../../objects/work/activity/activity.object.ts";
import { task } from "../../../../../objects/work/task/task.object.ts";
import type { Values, WireValue } from "../../../../../shared/metadata/object.ts";
import { momentAt } from "../../../../../shared/time/zone.ts";
import { type ObjectInfo, useObject } from "../../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { useTell } from "../../../../../ui/kit/use-tell.tsx";
import { useSaveCell } from "../../../../../ui/record/use-save-cell.ts";
import { dayMessages } from "./day.messages.ts";
import type { DayItem } from "./day-plan.ts";

export interface DayActs {
  /** What was done with here: it is away before the server has answered. */
  readonly gone: ReadonlySet<string>;
  readonly finish: (item: DayItem) => void;
  readonly postpone: (item: DayItem, day: string) => void;
  readonly hide: (items: readonly DayItem[]) => void;
  readonly showAgain: (items: readonly DayItem[]) => void;
}

const keyOf = ({ key }: DayItem): string => key;

/** One touch for one item: done, or put off, each with a way back. */
export function useDayActs(tasks: ObjectInfo, zone: string): DayActs {
  const { t } = useLanguage();
  const tell = useTell();
  const saveTask = useSaveCell(tasks);
  const saveVisit = useSaveCell(useObject(activity.name) ?? tasks);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const hide = (items: readonly DayItem[]) => setGone((now) => new Set([...now, ...items.map(keyOf)]));
  const showAgain = (items: readonly DayItem[]) =>
    setGone((now) => new Set([...now].filter((key) => !items.some((item) => item.key === key))));
  const save = ({ object }: DayItem) => (object === task.name ? saveTask : saveVisit);

  const write = async (item: DayItem, field: string, value: WireValue, words: string) => {
    hide([item]);
    const refused = await save(item)(item.record, field, value);
    if (refused !== null) return showAgain([item]);
    const written: Values = { ...item.record, [field]: value };
    const before = item.record[field] ?? null;
    tell.undoable(`day.${item.id}`, words, () => save(item)(written, field, before));
  };
  return {
    gone,
    hide,
    showAgain,
    finish: (item) => void write(item, "status", "done", t(dayMessages.finished)),
    postpone: (item, day) => {
      const words = t(dayMessages.postponed, { day });
      if (item.object === "task") return void write(item, "due_date", day, words);
      return void write(item, "occurred_at", momentAt(zone, day, `${item.time}:00`), words);
    },
  };
}
