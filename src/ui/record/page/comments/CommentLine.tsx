import { type ReactNode, useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import { useMe } from "../../../data/session.ts";
import { textValue, titleAt } from "../../../data/values.ts";
import { Avatar } from "../../../kit/Avatar.tsx";
import { When } from "../event-words.tsx";
import { CommentText } from "./CommentText.tsx";
import { OwnCommentMenu } from "./OwnCommentMenu.tsx";
import * as styles from "./CommentThread.module.css";

export interface CommentLineProps {
  readonly record: Values;
  readonly onChanged: () => void;
  /** Below what it says. */
  readonly children: ReactNode;
}
/** A comment among others: who said it, when, and what. */
export function CommentLine({ record, onChanged, children }: CommentLineProps) {
  const me = useMe();
  const [isEditing, setEditing] = useState(false);
  const { owner, created_at } = partOf(anyRecord, record);
  const name = titleAt(record, "owner");
  return (
    <li className={styles.line}>
      <Avatar name={name} />
      <div className={styles.said}>
        <div className={styles.head}>
          <strong>{name}</strong>
          <When at={textValue(created_at)} />
        </div>
        <CommentText record={record} isEditing={isEditing} onEdited={() => setEditing(false)} />
        {children}
      </div>
      {owner === me.user.id && !isEditing && (
        <OwnCommentMenu record={record} onEdit={() => setEditing(true)} onGone={onChanged} />
      )}
    </li>
  );
}
