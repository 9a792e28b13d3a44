import { label } from "../i18n/label.ts";
import { contract } from "./contract.ts";
import {
  closed,
  data,
  flag,
  list,
  moment,
  nullable,
  object,
  text,
  uuid,
  whole,
  type Static,
} from "./schema.ts";

/** So many comments are asked about, or told as read, at once. */
export const MOST_COMMENTS = 100;

const Reader = object({ id: uuid(), name: text(), read_at: nullable(moment()) });
/** Who of those whom a comment is for has read it. */
const CommentReaders = object({
  id: uuid(),
  /** The caller has read it, or wrote it. */
  read: flag(),
  /** Whom it names and who speaks in its thread, without its author. */
  people: list(Reader),
});
export type CommentReaders = Readonly<Static<typeof CommentReaders>>;

/** Asked by any page on which comments stand, so it stands beside no module. */
export const readCommentReaders = contract({
  method: "GET",
  path: "/comments/readers",
  tag: "records",
  summary: label("评论的已读情况", "Who has read comments"),
  description: label(
    "对自己能看到的每条评论，返回被提到的人和参与讨论的人是否已读，以及何时读到；看不到的评论不返回。",
    "For each comment that the caller sees: the people it names and those who speak in its thread, and when each read it. Comments they do not see are left out.",
  ),
  /** Ids of comments, separated by commas, at most a hundred. */
  query: object({ ids: text({ maxLength: 4000 }) }),
  answer: data(list(CommentReaders)),
});

export const markCommentsRead = contract({
  method: "POST",
  path: "/comments/read",
  tag: "records",
  summary: label("标记评论已读", "Mark comments as read"),
  description: label(
    "记下自己已读到这些评论；自己写的、看不到的和已记下的不计。返回新记下的条数。",
    "Notes that the caller has read these comments; their own, those they cannot see and those noted before do not count. Answers how many were new.",
  ),
  body: closed({ ids: list(uuid(), { minItems: 1, maxItems: MOST_COMMENTS }) }),
  answer: object({ marked: whole() }),
});
