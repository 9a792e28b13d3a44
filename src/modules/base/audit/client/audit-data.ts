import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { QueryOf } from "../../../../shared/wire/contract.ts";
import { readAccessLog } from "../../../../shared/wire/access-log.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { type Query, requestBlob } from "../../../../ui/data/request.ts";
import {
  type ChangeFilter,
  type DayFilter,
  readChangeLog,
  readLogDays,
  readSeals,
} from "../shared/log.contract.ts";
import { Page } from "../../../../ui/kit/Page.tsx";
import { saveFile } from "../../../../ui/kit/save-file.ts";

interface Page<T> {
  readonly data: readonly T[];
  readonly page: { readonly next: string | null };
}
/** A log, page by page, newest first. */
function useLog<T>(
  path: string,
  filter: Query,
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>,
) {
  return useInfiniteQuery({
    queryKey: ["audit", path, filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => read(pageParam ?? undefined, signal),
    getNextPageParam: (last) => last.page.next,
  });
}
export const useAuditChanges = (filter: ChangeFilter) =>
  useLog(readChangeLog.path, filter, (cursor, signal) =>
    call(readChangeLog, { query: { ...filter, cursor }, signal }),
  );
export const useAccessLog = (filter: AccessFilter) =>
  useLog(readAccessLog.path, filter, (cursor, signal) =>
    call(readAccessLog, { query: { ...filter, cursor }, signal }),
  );
export type AccessFilter = Omit<QueryOf<typeof readAccessLog>, "cursor">;

/** How many changes the last thirty days had, narrowed as the log is. */
export const useLogDays = (filter: DayFilter) =>
  useQuery({
    queryKey: ["audit", readLogDays.path, filter],
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await call(readLogDays, { query: filter, signal })).data,
  });

export const useSeals = () =>
  useQuery({
    queryKey: ["audit", "seals"],
    refetchInterval: 10_000,
    queryFn: async () => (await call(readSeals, {})).data,
  });

/** Hands a file over to the browser. */
export async function download(
  path: string,
  name: string,
  options: Parameters<typeof requestBlob>[1],
): Promise<void> {
  const { blob, marked } = await requestBlob(path, options);
  saveFile(blob, marked ?? name);
}
