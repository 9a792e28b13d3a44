import { type Route, serve } from "../../../../engine/public.ts";
import { markCommentsRead, readCommentReaders } from "../../../../shared/wire/comment-readers.contract.ts";
import { noteLook, readLooks } from "../../../../shared/wire/record-looks.contract.ts";
import { looksAt } from "./record-looks.ts";
import { noteCommentsRead, readersOf } from "./comment-readers.ts";

export const attentionRoutes: readonly Route[] = [
  serve(readCommentReaders, {}, readersOf),
  serve(markCommentsRead, {}, noteCommentsRead),
  serve(readLooks, {}, (context, { params }) => looksAt(context, params, false)),
  serve(noteLook, {}, (context, { params }) => looksAt(context, params, true)),
];
