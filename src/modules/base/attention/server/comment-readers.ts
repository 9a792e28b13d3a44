import {
  type CallOf,
  type Context,
  type Result,
  accept,
  isUuid,
  list,
  statement,
  titlesFor,
} from "../../../../engine/public.ts";
import { comment } from "../../../../objects/work/comment/comment.object.ts";
import { sure, timestamptz, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import {
  type markCommentsRead,
  MOST_COMMENTS,
  type readCommentReaders,
} from "../../../../shared/wire/comment-readers.contract.ts";
import { findMentions } from "../../notifications/public.ts";

/** A comment that the caller sees. */
interface Seen {
  readonly id: string;
  readonly author: string | null;
  /** The first of its thread; itself, where it begins one. */
  readonly thread: string;
  readonly row: Values;
}
/** Those of the comments that the caller sees: who does not see one learns nothing of it. */
async function seenOf(context: Context, given: readonly string[]): Promise<readonly Seen[]> {
  const ids = [...new Set(given.filter(isUuid))].slice(0, MOST_COMMENTS);
  if (ids.length === 0 || !context.catalog.object(comment.name)) return [];
  const page = await list(context, { object: comment.name, ids, limit: MOST_COMMENTS });
  const rows = new Map((page.ok ? page.value.data : []).map((row) => [partOf(anyRecord, row).id, row]));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (!row) return [];
    return [
      { id, author: partOf(anyRecord, row).owner ?? null, thread: partOf(comment, row).reply_to ?? id, row },
    ];
  });
}

/** All of a thread are about the same thing, so who sees one sees who speaks in it. */
export const speakersOf = statement(
  { thread: sure(uuid), author: sure(uuid) },
  ({ record }, threads: readonly string[]) =>
    sql`select distinct coalesce(c.reply_to, c.id) as thread, c.owner as author from ${record("comment")} c
where (c.id = any(${threads}::uuid[]) or c.reply_to = any(${threads}::uuid[])) and c.deleted_at is null and c.owner is not null`,
);
export const readingsOf = statement(
  { comment: uuid, person: uuid, at: timestamptz },
  ({ system }, comments: readonly string[]) =>
    sql`select comment, person, at from ${system("comment_reading")} where comment = any(${comments}::uuid[])`,
);

/** Who of the people whom comments name, and who speak in their threads, has read them. */
export async function readersOf(
  context: Context,
  { query }: CallOf<typeof readCommentReaders>,
): Promise<Result<AnswerOf<typeof readCommentReaders>>> {
  const comments = await seenOf(context, query.ids.split(","));
  if (comments.length === 0) return accept({ data: [] });
  const { db, workspace, principal } = context;
  const ids = comments.map(({ id }) => id);
  const readings = await db.query(readingsOf(workspace, ids));
  const speakers = await db.query(speakersOf(workspace, [...new Set(comments.map((one) => one.thread))]));
  const texts = comments.map(({ row }, seq) => ({ seq, object: comment.name, before: {}, after: row }));
  const named = await findMentions(context, texts);
  const concerned = comments.map(({ author, thread }, seq) => {
    const spoke = speakers.flatMap((one) => (one.thread === thread ? [one.author] : []));
    return [...new Set([...(named.get(seq) ?? []), ...spoke])].filter((person) => person !== author);
  });
  const people = [...new Set(concerned.flat())];
  const names = await titlesFor(
    context,
    people.map((id) => ({ object: "user", id })),
  );
  const readAt = new Map(readings.map(({ comment: of, person, at }) => [`${of} ${person}`, at]));
  const answer = comments.map(({ id, author }, seq) => ({
    id,
    read: author === principal.id || readAt.has(`${id} ${principal.id}`),
    people: (concerned[seq] ?? []).flatMap((person) => {
      const name = names.get(person);
      return name === undefined ? [] : [{ id: person, name, read_at: readAt.get(`${id} ${person}`) ?? null }];
    }),
  }));
  return accept({ data: answer });
}

export const noteRead = statement(
  { comment: uuid },
  ({ system }, person: string, comments: readonly string[], now: string) =>
    sql`insert into ${system("comment_reading")} (comment, person, at)
select comment, ${person}::uuid, ${now}::timestamptz from unnest(${comments}::uuid[]) as comment on conflict do nothing returning comment`,
);
/** Notes that the caller has read comments of others that they see. */
export async function noteCommentsRead(
  context: Context,
  { body }: CallOf<typeof markCommentsRead>,
): Promise<Result<AnswerOf<typeof markCommentsRead>>> {
  const { db, workspace, principal, now } = context;
  const others = (await seenOf(context, body.ids)).filter(({ author }) => author !== principal.id);
  if (others.length === 0 || principal.id === null) return accept({ marked: 0 });
  const ids = others.map(({ id }) => id);
  return accept({ marked: (await db.query(noteRead(workspace, principal.id, ids, now))).length });
}
