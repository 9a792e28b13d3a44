import { type ReactNode, useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import { useMe } from "../../../data/session.ts";
import { titleAt } from "../../../data/values.ts";
import { Said } from "../../../kit/Said.tsx";
import { commentMessages } from "../../comment.messages.ts";
import { When } from "../event-words.tsx";
import { TimelineEvent, Who } from "../TimelineEvent.tsx";
import { CommentText } from "./CommentText.tsx";
import { OwnCommentMenu } from "./OwnCommentMenu.tsx";
import { Replies } from "./Replies.tsx";
import * as styles from "../timeline.module.css";

export interface CommentEventProps {
  readonly at: string;
  readonly record: Values;
  readonly around: ReactNode;
  /** Of its answers. */
  readonly count: number;
  /** Reads the timeline again; null: the past is shown, nothing can be done. */
  readonly onChanged: (() => void) | null;
}
/** A comment on the record itself, as an entry of its timeline. */
export function CommentEvent({ at, record, around, count, onChanged }: CommentEventProps) {
  const me = useMe();
  const [isEditing, setEditing] = useState(false);
  const { owner } = partOf(anyRecord, record);
  return (
    <TimelineEvent
      icon="comment"
      strong
      head={
        <>
          <span className={styles.sentence}>
            <Said text={commentMessages.commented} parts={{ who: <Who name={titleAt(record, "owner")} /> }} />
          </span>
          {around}
          <When at={at} />
        </>
      }
      menu={
        onChanged &&
        owner === me.user.id &&
        !isEditing && <OwnCommentMenu record={record} onEdit={() => setEditing(true)} onGone={onChanged} />
      }
    >
      <CommentText
        record={record}
        isEditing={isEditing}
        onEdited={(changed) => {
          setEditing(false);
          if (changed) onChanged?.();
        }}
      />
      {onChanged && <Replies first={record} count={count} onChanged={onChanged} />}
    </TimelineEvent>
  );
}
