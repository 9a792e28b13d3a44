import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../../../ui/data/call.ts";
import { listMessages } from "../shared/messages.contract.ts";
import type { MessageStatus } from "../shared/message-options.ts";

/** Under `records`, so that the stream of changes refreshes it like any list. */
const MESSAGES = ["records", "message", "sent"] as const;

export const useMessages = (status: MessageStatus | null) =>
  useInfiniteQuery({
    queryKey: [...MESSAGES, status],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      call(listMessages, {
        query: { ...(status ? { status } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    getNextPageParam: ({ page }) => page.next,
  });

export function useReadMessagesAgain(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: MESSAGES });
}
