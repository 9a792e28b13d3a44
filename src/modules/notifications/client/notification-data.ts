import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { request } from "../../../ui/data/request.ts";
import type { NotificationPage } from "../shared/wire.ts";

/** Under `records`, so that the stream of changes refreshes it like any list. */
const INBOX = ["records", "notification", "inbox"] as const;

export function useInbox() {
  return useInfiniteQuery({
    queryKey: INBOX,
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      request<NotificationPage>("/notifications", { query: { cursor: pageParam, limit: 30 }, signal }),
    getNextPageParam: (page) => page.page.next ?? undefined,
  });
}

export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (which: { readonly ids: readonly string[] } | { readonly all: true }) =>
      request<{ unread: number }>("/notifications/read", { method: "POST", body: which }),
    onSuccess: () => client.invalidateQueries({ queryKey: INBOX }),
  });
}
