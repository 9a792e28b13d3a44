import { useQuery } from "@tanstack/react-query";
import type { Values } from "../../../shared/metadata/object.ts";
import { fetchPage, type ListQuery, listKey } from "../../data/records.ts";

/** So many rows are printed; who needs more exports them. */
export const MOST_PRINTED = 2000;
const AT_ONCE = 500;

export interface PrintedRows {
  readonly rows: readonly Values[];
  /** Of all that match; `more`: there are more than that. */
  readonly total: number;
  readonly more: boolean;
  /** When they were read. */
  readonly at: string;
}
/** The rows of a list from the first one on, up to the limit, and how many there are. */
export const usePrintedRows = (object: string, query: ListQuery) =>
  useQuery({
    queryKey: [...listKey(object, query), "printed"],
    // What is on the paper stays as it was when it was asked for.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: ({ signal }) => readRows(object, query, signal),
  });

export async function readRows(object: string, query: ListQuery, signal?: AbortSignal): Promise<PrintedRows> {
  const asked = { ...query, limit: AT_ONCE, count: "bounded" } as const;
  const first = await fetchPage(object, asked, null, signal);
  const rows: Values[] = [...first.data];
  let { next } = first.page;
  while (next !== null && rows.length < MOST_PRINTED) {
    const page = await fetchPage(object, { ...asked, count: "none" }, next, signal);
    rows.push(...page.data);
    ({ next } = page.page);
  }
  const shown = rows.slice(0, MOST_PRINTED);
  return {
    rows: shown,
    total: first.total ?? shown.length,
    more: first.more === true,
    at: new Date().toISOString(),
  };
}
