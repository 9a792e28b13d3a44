import { Suspense, useState } from "react";
import { comment } from "../../../../objects/work/comment/comment.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { useRecords } from "../../../data/records.ts";
import { useIsViewing } from "../../../data/session.ts";
import { idOf } from "../../../data/values.ts";
import { lazily } from "../../../kit/lazily.ts";
import { useLanguage } from "../../../kit/language.tsx";
import { QueryResult } from "../../../kit/QueryResult.tsx";
import { commentMessages } from "../../comment.messages.ts";
import { placeOfComment, useMayComment } from "./comment-place.ts";
import { CommentLine } from "./CommentLine.tsx";
import { ReadBy } from "./ReadBy.tsx";
import { Receipts } from "./Receipts.tsx";
import * as countStyles from "./EntryComments.module.css";
import * as styles from "./Replies.module.css";
import * as threadStyles from "./CommentThread.module.css";

const NewComment = lazily(() => import("./NewComment.tsx").then((m) => m.NewComment));

/** More of them stand in the list of comments. */
const MOST = 200;

export interface RepliesProps {
  /** The first comment of the thread. */
  readonly first: Values;
  readonly count: number;
  /** The answers, where they are known; else they are read when they are unfolded. */
  readonly said?: readonly Values[];
  readonly onChanged: () => void;
}
/** Below a comment: its answers, folded, a way to answer, and who has read it. */
export function Replies({ first, count, said, onChanged }: RepliesProps) {
  const { t } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const [isAnswering, setAnswering] = useState(false);
  const { object, id, change, thread } = placeOfComment(first);
  const isViewing = useIsViewing();
  const mayReply = useMayComment()(object) && !isViewing;
  const answer = () => {
    setOpen(true);
    setAnswering(true);
  };
  return (
    <>
      <div className={styles.line}>
        {count > 0 && (
          <button
            type="button"
            className={countStyles.count}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? t(commentMessages.hideReplies) : t(commentMessages.replies, { count })}
          </button>
        )}
        {mayReply && (
          <button type="button" className={countStyles.count} aria-expanded={isAnswering} onClick={answer}>
            {t(commentMessages.reply)}
          </button>
        )}
        <ReadBy comment={idOf(first)} />
      </div>
      {isOpen &&
        count > 0 &&
        (said ? (
          <Answers said={said} onChanged={onChanged} />
        ) : (
          <ReadAnswers first={first} onChanged={onChanged} />
        ))}
      {isAnswering && (
        <Suspense>
          <NewComment
            place={{ object, id, change, thread: thread ?? idOf(first) }}
            onSent={() => {
              setAnswering(false);
              onChanged();
            }}
            onCancel={() => setAnswering(false)}
          />
        </Suspense>
      )}
    </>
  );
}

interface AnswersProps {
  readonly said: readonly Values[];
  readonly onChanged: () => void;
}
const Answers = ({ said, onChanged }: AnswersProps) => (
  <ol className={`${threadStyles.lines} ${styles.answers}`}>
    {said.map((record) => (
      <CommentLine key={idOf(record)} record={record} onChanged={onChanged}>
        <ReadBy comment={idOf(record)} />
      </CommentLine>
    ))}
  </ol>
);

function ReadAnswers({ first, onChanged }: Pick<RepliesProps, "first" | "onChanged">) {
  const filter = `reply_to == ${JSON.stringify(idOf(first))}`;
  const said = useRecords(comment.name, { filter, sort: "created_at", limit: MOST });
  return (
    <QueryResult query={said} small rows={1}>
      {({ data }) => (
        <Receipts ids={data.map(idOf)}>
          <Answers said={data} onChanged={onChanged} />
        </Receipts>
      )}
    </QueryResult>
  );
}
