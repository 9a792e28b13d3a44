import type { Context, LoggedChange } from "../../../../engine/public.ts";
import { orNull, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { findMentions } from "./find-mentions.ts";
import type { Notice } from "./notify.ts";
import { ownKinds } from "./own-kinds.ts";
import { rowsOfChanges } from "./rows-of-changes.ts";

/** Objects whose texts name people. */
export const SPOKEN = ["note", "activity", "task", "comment"];

/** Where people were named: what the text is about, else the text itself. */
export async function tellMentions(
  context: Context,
  changes: readonly LoggedChange[],
): Promise<ReadonlyMap<number, readonly Notice[]>> {
  const spoken = changes.filter(({ object }) => SPOKEN.includes(object));
  const people = await findMentions(context, spoken);
  const naming = spoken.filter(({ seq }) => (people.get(seq) ?? []).length > 0);
  const rows = await rowsOfChanges(
    context,
    naming,
    { id: uuid, object: orNull(text), about: orNull(uuid) },
    () => sql`id, regarding__object as object, regarding as about`,
  );
  return new Map(
    naming.map(({ seq, object, record }) => {
      const row = rows.get(record);
      const regarding =
        row?.object && row.about ? { object: row.object, id: row.about } : { object, id: record };
      return [
        seq,
        (people.get(seq) ?? []).map((recipient): Notice => ({
          recipient,
          kind: ownKinds.mention,
          regarding,
        })),
      ];
    }),
  );
}
