import { useState } from "react";
import { comment } from "../../../../objects/work/comment/comment.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { newId } from "../../../data/new-id.ts";
import { patchRecord, useRefresh } from "../../../data/records.ts";
import { idOf, textValue } from "../../../data/values.ts";
import { useLanguage } from "../../../kit/language.tsx";
import { useAttempt } from "../../../kit/use-attempt.ts";
import { commentMessages } from "../../comment.messages.ts";
import { placeOfComment } from "./comment-place.ts";
import { CommentComposer } from "./CommentComposer.tsx";

export interface EditCommentProps {
  readonly record: Values;
  /** Editing has ended; true: with another text. */
  readonly onEdited: (changed: boolean) => void;
}
/** A comment that its author writes anew. */
export function EditComment({ record, onEdited }: EditCommentProps) {
  const { t } = useLanguage();
  const attempt = useAttempt();
  const refresh = useRefresh();
  const { content: before } = partOf(comment, record);
  const [html, setHtml] = useState(textValue(before));
  const place = placeOfComment(record);
  const change = {
    object: comment.name,
    id: idOf(record),
    values: { content: html },
    base: { content: before ?? null },
  };
  const send = () =>
    attempt(() => patchRecord(change, newId()), {
      onDone: () => {
        refresh(comment.name, change.id);
        onEdited(true);
      },
    });
  return (
    <CommentComposer
      place={place}
      html={html}
      onChange={setHtml}
      onSend={send}
      sendLabel={t(commentMessages.save)}
      onCancel={() => onEdited(false)}
    />
  );
}
