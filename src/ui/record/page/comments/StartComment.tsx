import { type ReactNode, Suspense, useState } from "react";
import { useRefresh } from "../../../data/records.ts";
import { lazily } from "../../../kit/lazily.ts";
import { useLanguage } from "../../../kit/language.tsx";
import { QuietButton } from "../../../kit/QuietButton.tsx";
import { commentMessages } from "../../comment.messages.ts";
import { useMayComment } from "./comment-place.ts";
import * as base from "../../../kit/base.module.css";
import * as styles from "./StartComment.module.css";

const NewComment = lazily(() => import("./NewComment.tsx").then((m) => m.NewComment));

export interface StartCommentProps {
  readonly object: string;
  readonly id: string;
  readonly readOnly: boolean;
  /** What stands in the same line, before the button. */
  readonly children: ReactNode;
}
/** A line with a button that opens the box for a comment on the record itself, below the line. */
export function StartComment({ object, id, readOnly, children }: StartCommentProps) {
  const { t } = useLanguage();
  const refresh = useRefresh();
  const mayComment = useMayComment()(object) && !readOnly;
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <div className={`${base.line} ${styles.start}`}>
        {children}
        {mayComment && (
          <QuietButton icon="comment" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(commentMessages.comment)}
          </QuietButton>
        )}
      </div>
      {isOpen && mayComment && (
        <Suspense>
          <NewComment
            place={{ object, id, change: null, thread: null }}
            onSent={() => {
              close();
              refresh(object, id);
            }}
            onCancel={close}
          />
        </Suspense>
      )}
    </>
  );
}
