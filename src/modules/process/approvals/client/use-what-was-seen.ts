import { useEffect, useRef, useState } from "react";
import type { ApprovalItem } from "../shared/approval.contract.ts";

/**
 * So long what was shown as changed is read before a click counts: the second half of a double click or tap,
 * a key that is held.
 */
const READING_MS = 800;

/**
 * Which state of a card its reader decides about: the one that was first shown. A card that is read again by
 * itself may have become another under the reader's finger, so the server is asked about the first one and
 * says what has changed since; from then on it is the one shown with that.
 */
export function useWhatWasSeen({ card }: ApprovalItem) {
  const shown = card?.seen ?? "";
  const [seen, setSeen] = useState(shown);
  const [refused, setRefused] = useState<string | null>(null);
  const toldAt = useRef(Number.NEGATIVE_INFINITY);
  const isBehind = refused !== null && shown !== refused;
  useEffect(() => {
    if (!isBehind) return;
    setSeen(shown);
    setRefused(null);
  }, [isBehind, shown]);
  return {
    seen,
    /** The server has said what has changed since. */
    tellChanged: (): void => {
      toldAt.current = performance.now();
      setRefused(seen);
    },
    /** Whether what has changed was told long enough ago to have been read. */
    isRead: (): boolean => performance.now() - toldAt.current > READING_MS,
  };
}
