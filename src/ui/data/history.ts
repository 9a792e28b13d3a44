import { useInfiniteQuery } from "@tanstack/react-query";
import {
  type Described,
  readRecordChanges,
  readTimeline,
  type TimelineEntry,
} from "../../shared/wire/changes.contract.ts";
import { call } from "./call.ts";

interface Entries {
  readonly changes: Described;
  readonly timeline: TimelineEntry;
}
interface HistoryPage<Entry> {
  readonly data: readonly Entry[];
  readonly page: { readonly next: string | null };
}
export type Shown = "all" | "activities" | "tasks" | "changes";
interface Asked {
  readonly object: string;
  readonly id: string;
  readonly asOf: string | null;
  readonly show: Shown;
}
type Fetch<Entry> = (asked: Asked, cursor: string | null, signal: AbortSignal) => Promise<HistoryPage<Entry>>;

const placeIn = (asOf: string | null, cursor: string | null) => ({
  ...(cursor ? { cursor } : {}),
  ...(asOf ? { as_of: asOf } : {}),
});
const FETCH: { readonly [W in keyof Entries]: Fetch<Entries[W]> } = {
  changes: ({ object, id, asOf }, cursor, signal) =>
    call(readRecordChanges, { params: { object, id }, query: placeIn(asOf, cursor), signal }),
  timeline: ({ object, id, asOf, show }, cursor, signal) =>
    call(readTimeline, {
      params: { object, id },
      query: { ...placeIn(asOf, cursor), ...(show === "all" ? {} : { show }) },
      signal,
    }),
};
/**
 * `changes` of a record (who changed what, newest first) or its `timeline` (changes, activities, files in one
 * stream).
 */
export const useHistory = <W extends keyof Entries>(
  object: string,
  id: string,
  which: W,
  asOf: string | null = null,
  show: Shown = "all",
) =>
  useInfiniteQuery({
    queryKey: ["record", object, id, which, asOf, show],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => FETCH[which]({ object, id, asOf, show }, pageParam, signal),
    getNextPageParam: ({ page }) => page.next,
  });
