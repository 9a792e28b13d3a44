import { comment } from "../../../../objects/work/comment/comment.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { useDraft } from "../../../data/drafts.ts";
import { useIntent } from "../../../data/intent.ts";
import { createRecord, useRefresh } from "../../../data/records.ts";
import { useMe } from "../../../data/session.ts";
import { textValue } from "../../../data/values.ts";
import { useAttempt } from "../../../kit/use-attempt.ts";
import { CommentComposer } from "./CommentComposer.tsx";
import { type CommentPlace, valuesOf } from "./comment-place.ts";

export interface NewCommentProps {
  readonly place: CommentPlace;
  readonly onSent: () => void;
  readonly autoFocus?: boolean;
  readonly onCancel: () => void;
}
/** A draft goes to where it was begun: under a record, a change, or a comment. */
const draftKey = (person: string, { id, change, thread }: CommentPlace): string =>
  `${person}.comment.${id}.${change ?? ""}${thread === null ? "" : `.${thread}`}`;

/** A new comment, kept as a draft until it is sent. */
export function NewComment({ place, onSent, autoFocus = true, onCancel }: NewCommentProps) {
  const me = useMe();
  const attempt = useAttempt();
  const intent = useIntent();
  const refresh = useRefresh();
  const draft = useDraft(draftKey(me.user.id, place));
  const html = textValue(partOf(comment, draft.values).content);
  const send = () => {
    const values = { content: html, ...valuesOf(place) };
    return attempt(() => intent.run(values, (key) => createRecord(comment.name, values, key)), {
      onDone: () => {
        draft.discard();
        refresh(comment.name);
        onSent();
      },
    });
  };
  return (
    <CommentComposer
      place={place}
      html={html}
      onChange={(next) => draft.set("content", next || undefined)}
      onSend={send}
      autoFocus={autoFocus}
      onCancel={onCancel}
    />
  );
}
