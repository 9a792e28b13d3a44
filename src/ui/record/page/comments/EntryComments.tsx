import { type ReactNode, Suspense, use, useState } from "react";
import { lazily } from "../../../kit/lazily.ts";
import { useLanguage } from "../../../kit/language.tsx";
import { QuietButton } from "../../../kit/QuietButton.tsx";
import { Skeleton } from "../../../kit/States.tsx";
import { commentMessages } from "../../comment.messages.ts";
import { CommentedEntryContext } from "./comment-place.ts";
import * as styles from "./EntryComments.module.css";

const CommentThread = lazily(() => import("./CommentThread.tsx").then((m) => m.CommentThread));

/**
 * Comments of the entry of a timeline that is drawn: how many there are, or all of them with a box; a button
 * for the first one; and what opens them. Null where nothing is commented on.
 */
export function useEntryComments(): {
  readonly below: ReactNode;
  readonly button: ReactNode;
  readonly open: () => void;
} | null {
  const { t } = useLanguage();
  const entry = use(CommentedEntryContext);
  const [isOpen, setOpen] = useState(false);
  if (!entry) return null;
  const open = () => setOpen(true);
  const counted = t(commentMessages.count, { count: entry.count });
  return {
    open,
    button: (
      <QuietButton
        icon="comment"
        aria-label={t(commentMessages.comment)}
        aria-expanded={isOpen}
        onClick={open}
      />
    ),
    below: (
      <>
        {entry.count > 0 && (
          <button
            type="button"
            className={styles.count}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? t(commentMessages.hide) : counted}
          </button>
        )}
        {isOpen && (
          <Suspense fallback={<Skeleton rows={1} />}>
            <CommentThread {...entry} onClose={() => setOpen(false)} />
          </Suspense>
        )}
      </>
    ),
  };
}
