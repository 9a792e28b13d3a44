import { useState } from "react";
import { comment } from "../../../../objects/work/comment/comment.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import { useRecords } from "../../../data/records.ts";
import { useMe } from "../../../data/session.ts";
import { idOf, textValue, titleAt } from "../../../data/values.ts";
import { Avatar } from "../../../kit/Avatar.tsx";
import { QueryResult } from "../../../kit/QueryResult.tsx";
import { When } from "../event-words.tsx";
import type { CommentedEntry } from "./comment-place.ts";
import { filterOf } from "./comment-place.ts";
import { CommentText } from "./CommentText.tsx";
import { NewComment } from "./NewComment.tsx";
import { OwnCommentMenu } from "./OwnCommentMenu.tsx";
import * as styles from "./CommentThread.module.css";

/** More of them stand in the list of comments. */
const MOST = 200;

export interface CommentThreadProps extends CommentedEntry {
  readonly onClose: () => void;
}
/** The comments in one place, oldest first, with a box for the next one. */
export function CommentThread({ place, count, onChanged, onClose }: CommentThreadProps) {
  const asked = { filter: filterOf(place), sort: "created_at", limit: MOST };
  const said = useRecords(comment.name, asked, count > 0);
  return (
    <div className={styles.thread}>
      {count > 0 && (
        <QueryResult query={said} small rows={1}>
          {({ data }) => (
            <ol>
              {data.map((record) => (
                <Line key={idOf(record)} record={record} onChanged={onChanged} />
              ))}
            </ol>
          )}
        </QueryResult>
      )}
      <NewComment place={place} onSent={onChanged} autoFocus={count === 0} onCancel={onClose} />
    </div>
  );
}

function Line({ record, onChanged }: { readonly record: Values; readonly onChanged: () => void }) {
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
      </div>
      {owner === me.user.id && !isEditing && (
        <OwnCommentMenu record={record} onEdit={() => setEditing(true)} onGone={onChanged} />
      )}
    </li>
  );
}
