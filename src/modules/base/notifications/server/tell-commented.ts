import {
  type Context,
  type LoggedChange,
  answering,
  statement,
  tablesOf,
} from "../../../../engine/public.ts";
import { orNull, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { comment } from "../../../../objects/work/comment/comment.object.ts";
import type { Notice } from "./notify.ts";
import { ownKinds } from "./own-kinds.ts";
import { rowsOfChanges } from "./rows-of-changes.ts";

/** Who has said something in the same place before; of an answer, who has in its thread. */
export const earlierAuthors = statement(
  { id: uuid, author: sure(uuid) },
  ({ record }, comments: readonly string[]) =>
    sql`select distinct c.id, e.owner as author from ${record("comment")} c
join ${record("comment")} e on e.regarding = c.regarding and e.about_change is not distinct from c.about_change and (c.reply_to is null or e.id = c.reply_to or e.reply_to = c.reply_to)
where c.id = any(${comments}::uuid[]) and e.deleted_at is null and e.owner is not null and e.created_at < c.created_at`,
);

const placed = { id: uuid, object: orNull(text), about: orNull(uuid), thread: orNull(uuid) };

/**
 * A new comment is told to whose record it is about, and to those who have commented there before; an answer to
 * those alone who have spoken in its thread, beside the owner.
 */
export async function tellCommented(
  context: Context,
  changes: readonly LoggedChange[],
): Promise<ReadonlyMap<number, readonly Notice[]>> {
  const made = changes.filter(({ object, kind }) => object === comment.name && kind === "create");
  if (made.length === 0) return new Map();
  const rows = await rowsOfChanges(
    context,
    made,
    placed,
    () => sql`id, regarding__object as object, regarding as about, reply_to as thread`,
  );
  const earlier = await context.db.query(earlierAuthors(context.workspace, [...rows.keys()]));
  const owners = await ownersOf(context, [...rows.values()]);
  return new Map(
    made.map(({ seq, record }) => {
      const { object = null, about = null, thread = null } = rows.get(record) ?? {};
      if (object === null || about === null) return [seq, []];
      const owner = owners.get(about);
      const authors = earlier.filter(({ id }) => id === record).map(({ author }) => author);
      const regarding = { object, id: about };
      const spoke = authors.map((recipient): Notice => ({
        recipient,
        kind: thread === null ? ownKinds.commented : ownKinds.replied,
        regarding,
      }));
      return [seq, [...spoke, ...(owner ? [{ recipient: owner, kind: ownKinds.commented, regarding }] : [])]];
    }),
  );
}

interface Place {
  readonly object: string | null;
  readonly about: string | null;
}
/** Owners of what is commented on, by id: one statement for each object. */
async function ownersOf(
  { db, workspace, catalog }: Context,
  places: readonly Place[],
): Promise<ReadonlyMap<string, string>> {
  const owners = new Map<string, string>();
  for (const object of new Set(places.flatMap((place) => place.object ?? []))) {
    if (!catalog.object(object)?.byName["owner"]) continue;
    const ids = places.flatMap((place) => (place.object === object && place.about ? [place.about] : []));
    const rows = await db.query(
      answering(
        { id: uuid, owner: orNull(uuid) },
        sql`select id, owner from ${tablesOf(workspace).record(object)} where id = any(${ids}::uuid[]) and deleted_at is null`,
      ),
    );
    for (const { id, owner } of rows) if (owner) owners.set(id, owner);
  }
  return owners;
}
