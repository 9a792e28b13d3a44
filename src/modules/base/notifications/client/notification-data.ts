import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import type { BodyOf } from "../../../../shared/wire/contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { listNotifications, markNotificationsRead } from "../shared/notifications.contract.ts";

/** Under `records`, so that the stream of changes refreshes it like any list. */
const INBOX = ["records", "notification", "inbox"] as const;

export function useInbox() {
  return useInfiniteQuery({
    queryKey: INBOX,
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      call(listNotifications, { query: { cursor: pageParam, limit: "30" }, signal }),
    getNextPageParam: (page) => page.page.next ?? undefined,
  });
}

export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (which: BodyOf<typeof markNotificationsRead>) => call(markNotificationsRead, { body: which }),
    onSuccess: () => client.invalidateQueries({ queryKey: INBOX }),
  });
}
