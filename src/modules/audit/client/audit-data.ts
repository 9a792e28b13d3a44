import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type Query, request, requestBlob } from "../../../ui/data/request.ts";
import type { AccessLine, AuditChange, SealState } from "../shared/wire.ts";

interface Page<T> {
  readonly data: readonly T[];
  readonly page: { readonly next: string | null };
}
/** A log, page by page, newest first. */
function useLog<T>(path: string, filter: Query) {
  return useInfiniteQuery({
    queryKey: ["audit", path, filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      request<Page<T>>(path, { query: { ...filter, cursor: pageParam }, signal }),
    getNextPageParam: (last) => last.page.next,
  });
}
export const useAuditChanges = (filter: Query) => useLog<AuditChange>("/audit/changes", filter);
export const useAccessLog = (filter: Query) => useLog<AccessLine>("/access-log", filter);
export const useSeals = () =>
  useQuery({
    queryKey: ["audit", "seals"],
    refetchInterval: 10_000,
    queryFn: async () => (await request<{ data: SealState }>("/audit/seals")).data,
  });

/** Hands a file over to the browser. */
export async function download(
  path: string,
  name: string,
  options: Parameters<typeof requestBlob>[1],
): Promise<void> {
  const { blob, marked } = await requestBlob(path, options);
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = marked ?? name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
