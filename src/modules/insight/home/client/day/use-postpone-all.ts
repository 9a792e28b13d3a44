import { useState } from "react";
import { task } from "../../../../../objects/work/task/task.object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { saveBatch } from "../../../../../shared/wire/bulk.contract.ts";
import { useBulk } from "../../../../../ui/data/bulk.ts";
import { call } from "../../../../../ui/data/call.ts";
import { newId } from "../../../../../ui/data/new-id.ts";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { fetchPage, useRefresh } from "../../../../../ui/data/records.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { useTell } from "../../../../../ui/kit/use-tell.tsx";
import { both } from "../../../../../ui/record/list/scenes.ts";
import type { HomeScope } from "../../../../../ui/slots/home-tiles.ts";
import { DAY_FILTERS } from "./day-filters.ts";
import { dayMessages } from "./day.messages.ts";

/** As many as a page of a list has; who has more late tasks than that comes again for the rest. */
const MOST_MOVED = 500;
/** As many as one transaction takes. */
const AT_ONCE = 100;

interface Moved {
  readonly id: string;
  readonly from: string;
}
/**
 * Puts off every late task of the people at hand in one bulk change: each is judged by itself. The way back
 * gives each the day it had, where nobody has set another one since.
 */
export function usePostponeAll(tasks: ObjectInfo, scope: HomeScope) {
  const { t } = useLanguage();
  const tell = useTell();
  const refresh = useRefresh();
  const { mutateAsync } = useBulk(tasks);
  const [isBusy, setBusy] = useState(false);

  const takeBack = async (moved: readonly Moved[], day: string) => {
    for (let from = 0; from < moved.length; from += AT_ONCE) {
      const operations = moved.slice(from, from + AT_ONCE).map(({ id, from: before }) => ({
        op: "update" as const,
        object: task.name,
        id,
        values: { due_date: before },
        base: { due_date: day },
      }));
      await call(saveBatch, { body: { operations }, key: newId() });
    }
    refresh(task.name);
  };
  const move = async (day: string) => {
    const filter = both(scope.filter, DAY_FILTERS.overdue);
    const query = { filter, fields: "id,due_date", sort: "due_date", limit: MOST_MOVED };
    const late = (await fetchPage(task.name, query, null)).data.flatMap((row): Moved[] => {
      const { id, due_date } = partOf(task, row);
      return id && due_date ? [{ id, from: due_date }] : [];
    });
    if (late.length === 0) return refresh(task.name);
    const change = { ids: late.map(({ id }) => id), values: { due_date: day } };
    const { done, refused, results } = await mutateAsync({ change, key: newId() });
    const left = new Set(results.filter(({ ok }) => !ok).map(({ id }) => id));
    const words = t(refused > 0 ? dayMessages.postponedSome : dayMessages.postponedAll, {
      count: done,
      refused,
      day,
    });
    const moved = late.filter(({ id }) => !left.has(id));
    tell.undoable("day.all", words, () => void takeBack(moved, day).catch(tell.failed));
  };
  const postponeAll = (day: string) => {
    setBusy(true);
    move(day)
      .catch(tell.failed)
      .finally(() => setBusy(false));
  };
  return { postponeAll, isBusy };
}
