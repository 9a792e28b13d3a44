import { type Eraser, statement } from "../../../../engine/public.ts";
import { integer, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { message } from "./message.object.ts";

export const eraseContents = statement(
  { contents: integer, addresses: integer },
  ({ system }, messages: readonly string[], words: readonly string[]) =>
    sql`with c as (delete from ${system("message_content")} where message = any(${messages}::uuid[]) returning 1),
  a as (delete from ${system("refused_address")} where address = any(${words}::text[]) returning 1)
select (select count(*)::int from c) as contents, (select count(*)::int from a) as addresses`,
);

export const erasePreferences = statement(
  { user_id: uuid },
  ({ system }, person: string) =>
    sql`delete from ${system("message_preference")} where user_id = ${person} returning user_id`,
);

/** What waits to be said to a person, that their address was refused, and how they wanted to be told. */
export const eraseMessages: Eraser = async (tx, { workspace }, { id, records, words }) => {
  const preferences = await tx.query(erasePreferences(workspace, id));
  const mine = records.get(message.name) ?? [];
  const [row] = await tx.query(
    eraseContents(
      workspace,
      mine,
      words.map((word) => word.toLowerCase()),
    ),
  );
  return {
    counts: {
      message_preference: preferences.length,
      message_content: row?.contents ?? 0,
      refused_address: row?.addresses ?? 0,
    },
  };
};
