import { useInfiniteQuery } from "@tanstack/react-query";
import type { Values } from "../../shared/metadata/object.ts";
import { request } from "./request.ts";

interface HistoryPage {
  readonly data: readonly Values[];
  readonly page?: { readonly next: string | null };
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
    queryFn: ({ pageParam, signal }) =>
      request<HistoryPage>(`/records/${object}/${id}/${which}`, {
        query: {
          cursor: pageParam,
          as_of: asOf,
          ...(which === "timeline" && show !== "all" ? { show } : {}),
        },
        signal,
      }),
    getNextPageParam: (page) => page.page?.next ?? null,
  });
