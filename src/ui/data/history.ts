import { useInfiniteQuery } from "@tanstack/react-query";
import type { Values } from "../../shared/metadata/object.ts";
import { readRecordChanges, readTimeline } from "../../shared/wire/changes.contract.ts";
import { call } from "./call.ts";

interface HistoryPage {
  readonly data: readonly Values[];
  readonly page: { readonly next: string | null };
}
interface Asked {
  readonly object: string;
  readonly id: string;
  readonly which: "changes" | "timeline";
  readonly asOf: string | null;
  readonly show: "all" | "activities" | "changes";
}
function fetchHistory(asked: Asked, cursor: string | null, signal: AbortSignal): Promise<HistoryPage> {
  const { object, id, which, asOf, show } = asked;
  const params = { object, id };
  const query = { ...(cursor ? { cursor } : {}), ...(asOf ? { as_of: asOf } : {}) };
  return which === "changes"
    ? call(readRecordChanges, { params, query, signal })
    : call(readTimeline, { params, query: { ...query, ...(show === "all" ? {} : { show }) }, signal });
}
/**
 * `changes` of a record (who changed what, newest first) or its `timeline` (changes, activities, files in one
 * stream).
 */
export const useHistory = (
  object: string,
  id: string,
  which: "changes" | "timeline",
  asOf: string | null = null,
  show: "all" | "activities" | "changes" = "all",
) =>
  useInfiniteQuery({
    queryKey: ["record", object, id, which, asOf, show],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => fetchHistory({ object, id, which, asOf, show }, pageParam, signal),
    getNextPageParam: ({ page }) => page.next,
  });
