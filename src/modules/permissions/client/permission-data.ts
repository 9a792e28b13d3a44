import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { request } from "../../../ui/data/request.ts";
import type { ExplainAnswer, Reader } from "../shared/wire.ts";

export interface Asked {
  readonly user: string;
  readonly role: string;
  readonly department: string;
  readonly object: string;
  readonly record: string;
  readonly field: string;
  readonly action: string;
}

/** The proof, once enough is chosen. */
export function useExplanation(asked: Asked) {
  const { user, role, object, record, action } = asked;
  const enabled = (user !== "" || role !== "") && object !== "" && (record !== "" || action === "create");
  return useQuery({
    queryKey: ["explain", asked],
    enabled,
    queryFn: async () =>
      (await request<{ data: ExplainAnswer }>("/permissions/explain", { query: { ...asked } })).data,
  });
}

interface ReadersPage {
  readonly data: readonly Reader[];
  readonly page: { readonly next: string | null };
}
export const useReaders = (object: string, record: string) =>
  useInfiniteQuery({
    queryKey: ["readers", object, record],
    enabled: object !== "" && record !== "",
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      request<ReadersPage>("/permissions/readers", { query: { object, record, cursor: pageParam } }),
    getNextPageParam: (last) => last.page.next ?? undefined,
  });

/** From here on everything is as that one sees it: every screen starts anew. */
export async function startViewing(
  as: { readonly user: string } | { readonly role: string; readonly department?: string | null },
): Promise<void> {
  await request<unknown>("/view-as", { method: "POST", body: as });
  location.assign("/");
}
export async function endViewing(): Promise<void> {
  await request<void>("/view-as", { method: "DELETE" });
  location.reload();
}
