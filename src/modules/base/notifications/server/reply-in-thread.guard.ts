import { type Guard, type HookInput, statement } from "../../../../engine/public.ts";
import { comment } from "../../../../objects/work/comment/comment.object.ts";
import { bigint, orNull, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";

/** An answer stands where the first comment of its thread stands, one level below it. */
export const replyInThread: Guard = {
  word: "guard",
  name: "comments.one_thread",
  label: label("回复与首条评论在同一处", "A reply stands where its thread stands"),
  applies: ({ name }) => name === comment.name,
  reads: ["reply_to", "regarding", "about_change"],
  run: async (input) => {
    const replies = input.changes.filter(
      ({ after, changed, deleting }) =>
        !deleting && changed.has("reply_to") && partOf(comment, after).reply_to,
    );
    if (replies.length === 0) return new Map();
    const first = await firstOf(input, replies);
    return new Map(
      replies.flatMap((reply): [string, readonly Reason[]][] =>
        first(reply) ? [] : [[reply.id, [ELSEWHERE]]],
      ),
    );
  },
};
const ELSEWHERE: Reason = {
  code: "not_of_this_thread",
  field: "reply_to",
  text: label(
    "回复要和所回复的评论在同一处，并且只能回复首条评论",
    "A reply stands where the comment stands that it answers, and answers the first one of a thread",
  ),
};

export const threadsOf = statement(
  { id: uuid, about: orNull(uuid), change: orNull(bigint), above: orNull(uuid) },
  ({ record }, ids: readonly string[]) =>
    sql`select id, regarding as about, about_change as change, reply_to as above from ${record("comment")} where id = any(${ids}::uuid[])`,
);

/** Whether a reply answers a first comment of the same place: one that is kept, or written in the same batch. */
async function firstOf(
  { tx, context, changes }: HookInput,
  replies: readonly Change[],
): Promise<(reply: Change) => boolean> {
  const ids = replies.flatMap(({ after }) => partOf(comment, after).reply_to ?? []);
  const kept = (await tx.query(threadsOf(context.workspace, ids))).map((row) => [row.id, row] as const);
  const together = changes.map(({ id, after }) => {
    const { regarding, about_change, reply_to } = partOf(comment, after);
    const row = { about: regarding?.id ?? null, change: about_change ?? null, above: reply_to ?? null };
    return [id, row] as const;
  });
  const threads = new Map([...kept, ...together]);
  return ({ after }) => {
    const { regarding, about_change, reply_to } = partOf(comment, after);
    const thread = threads.get(reply_to ?? "");
    return (
      thread?.above === null &&
      thread.about === regarding?.id &&
      String(thread.change ?? "") === String(about_change ?? "")
    );
  };
}
