import { type Context, type LoggedChange, heldAfter } from "../../../../engine/public.ts";
import { boolean, json, orNull, uuid } from "../../../../platform/db/columns.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { partOf, type Shape } from "../../../../shared/metadata/record-of.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { Notice } from "./notify.ts";
import { ownKinds } from "./own-kinds.ts";
import { rowsOfChanges } from "./rows-of-changes.ts";

/** Objects that are long work. */
export const LONG_WORK = ["import", "job"];

/** What they have in common. */
const longWork = {
  fields: { status: { kind: "text", label: label("状态", "Status") } },
} as const satisfies Shape;

const endedWork = { id: uuid, owner: orNull(uuid), dry_run: boolean, params: json<Values>() };
const shownOf = (object: string): Sql =>
  object === "import"
    ? sql`id, owner, coalesce(dry_run, false) as dry_run, jsonb_build_object('id', id, 'file', file_name, 'created', created, 'updated', updated, 'failed', failed) as params`
    : sql`id, owner, false as dry_run, jsonb_build_object('id', id, 'done', done, 'refused', refused) as params`;

/** How long work has ended: news for who started it. */
export async function tellEnded(
  context: Context,
  changes: readonly LoggedChange[],
): Promise<ReadonlyMap<number, readonly Notice[]>> {
  const ended = changes.flatMap((change) => {
    const status = endOf(change);
    return status ? [{ change, status }] : [];
  });
  const rows = await rowsOfChanges(
    context,
    ended.map(({ change }) => change),
    endedWork,
    shownOf,
  );
  const held = heldAfter(changes);
  return new Map(
    ended.map(({ change: { seq, object, record }, status }) => {
      const row = rows.get(record);
      if (!row?.owner || row.dry_run) return [seq, []];
      const { owner: recipient, params: now } = row;
      // Of work that failed and was done again since, each end has its own figures.
      const then = Object.entries(held.get(seq) ?? {}).filter(([name]) => name in now);
      const params = { ...now, ...Object.fromEntries(then) };
      const kind = object === "import" ? ownKinds[`import_${status}`] : ownKinds[`job_${status}`];
      return [seq, [{ recipient, kind, params, own: true }]];
    }),
  );
}

function endOf({ object, before, after }: LoggedChange): "done" | "failed" | null {
  const { status } = partOf(longWork, after);
  if (!LONG_WORK.includes(object) || partOf(longWork, before).status === status) return null;
  return status === "done" || status === "failed" ? status : null;
}
