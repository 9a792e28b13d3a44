import { type Context, type LoggedChange, causeOf } from "../../../../engine/public.ts";
import { orNull, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Field } from "../../../../shared/metadata/field.ts";
import { linkedId } from "../../../../shared/metadata/wire-value.ts";
import type { Notice } from "./notify.ts";
import { ownKinds } from "./own-kinds.ts";
import { rowsOfChanges } from "./rows-of-changes.ts";

/** A link of a record that was emptied because its target was deleted: news for the record's owner. */
export async function tellEmptied(
  context: Context,
  changes: readonly LoggedChange[],
): Promise<ReadonlyMap<number, readonly Notice[]>> {
  const emptied = changes.flatMap((change) => {
    const field = emptiedField(context, change);
    return field ? [{ change, field }] : [];
  });
  const rows = await rowsOfChanges(
    context,
    emptied.map(({ change }) => change),
    { id: uuid, owner: orNull(uuid) },
    () => sql`id, owner`,
  );
  return new Map(
    emptied.map(({ change, field }) => {
      const owner = rows.get(change.record)?.owner;
      return [change.seq, owner ? [noticeOf(owner, change, field)] : []];
    }),
  );
}

function emptiedField(
  { catalog }: Context,
  { object, before, after, note }: LoggedChange,
): Field | undefined {
  const known = catalog.object(object);
  if (known?.sharing !== "owner" || causeOf({ note }).note !== "deleted") return undefined;
  return Object.keys(after)
    .flatMap((name) => known.byName[name] ?? [])
    .find(({ name }) => (after[name] ?? null) === null && (before[name] ?? null) !== null);
}

function noticeOf(recipient: string, change: LoggedChange, field: Field): Notice {
  const { object, record, before } = change;
  const target = { object: causeOf(change).object, id: linkedId(before[field.name]) };
  return {
    recipient,
    kind: ownKinds.link_emptied,
    params: { field: field.label, target },
    regarding: { object, id: record },
    topic: field.name,
  };
}
