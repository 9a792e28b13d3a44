import { Suspense } from "react";
import { comment } from "../../../../objects/work/comment/comment.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { textValue } from "../../../data/values.ts";
import { lazily } from "../../../kit/lazily.ts";
import { EventText } from "../EventText.tsx";
import { RichText } from "../RichText.tsx";
import type { EditCommentProps } from "./EditComment.tsx";

const EditComment = lazily(() => import("./EditComment.tsx").then((m) => m.EditComment));

/** What a comment says, or the same being written anew by its author. */
export function CommentText({ isEditing, ...editing }: EditCommentProps & { readonly isEditing: boolean }) {
  if (isEditing)
    return (
      <Suspense>
        <EditComment {...editing} />
      </Suspense>
    );
  const { content } = partOf(comment, editing.record);
  return (
    <EventText>
      <RichText html={textValue(content)} />
    </EventText>
  );
}
