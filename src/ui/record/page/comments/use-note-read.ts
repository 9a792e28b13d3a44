import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect } from "react";
import { markCommentsRead, MOST_COMMENTS } from "../../../../shared/wire/comment-readers.contract.ts";
import { call } from "../../../data/call.ts";
import { useIsViewing } from "../../../data/session.ts";
import { RECEIPTS } from "./Receipts.tsx";

/** So long it stays on the screen before it counts as read. */
const LOOK_MS = 1000;
/** What comes into sight within this time is told in one request. */
const GATHER_MS = 800;

const waiting = new Set<string>();
/** One that is lost is told the next time the comment is seen. */
async function tellRead(client: QueryClient): Promise<void> {
  const ids = [...waiting].slice(0, MOST_COMMENTS);
  waiting.clear();
  const { marked } = await call(markCommentsRead, { body: { ids } }).catch(() => ({ marked: 0 }));
  if (marked > 0) await client.invalidateQueries({ queryKey: [RECEIPTS] });
}
function noteRead(client: QueryClient, comment: string): void {
  const isFirst = waiting.size === 0;
  waiting.add(comment);
  if (isFirst) setTimeout(() => void tellRead(client), GATHER_MS);
}

/** Notes that a comment was read once its end has stood on the screen of whoever is signed in. */
export function useNoteRead(place: RefObject<HTMLElement | null>, comment: string, isUnread: boolean): void {
  const client = useQueryClient();
  const isViewing = useIsViewing();
  useEffect(() => {
    const { current } = place;
    if (!current || !isUnread || isViewing) return;
    let isInSight = false;
    let timer = 0;
    const weigh = () => {
      clearTimeout(timer);
      if (isInSight && document.visibilityState === "visible")
        timer = window.setTimeout(() => noteRead(client, comment), LOOK_MS);
    };
    const watch = new IntersectionObserver((seen) => {
      isInSight = seen.at(-1)?.isIntersecting ?? false;
      weigh();
    });
    watch.observe(current);
    document.addEventListener("visibilitychange", weigh);
    return () => {
      clearTimeout(timer);
      watch.disconnect();
      document.removeEventListener("visibilitychange", weigh);
    };
  }, [place, comment, isUnread, isViewing, client]);
}
