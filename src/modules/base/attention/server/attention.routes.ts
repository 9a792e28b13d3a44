import { type Route, serve } from "../../../../engine/public.ts";
import { markCommentsRead, readCommentReaders } from "../../../../shared/wire/comment-readers.contract.ts";
import { noteCommentsRead, readersOf } from "./comment-readers.ts";

export const attentionRoutes: readonly Route[] = [
  serve(readCommentReaders, {}, readersOf),
  serve(markCommentsRead, {}, noteCommentsRead),
];
