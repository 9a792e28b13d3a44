import {
  type Context,
  type Operation,
  Params,
  accessPredicate,
  creating,
  tableOf,
  updating,
} from "../../../../engine/public.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { note } from "../../../../objects/work/note/note.object.ts";
import { task } from "../../../../objects/work/task/task.object.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { MoveIntent, MoveOf } from "./attempt-move.ts";

const MOST = 500;

/** What a move writes besides its record and the evidence: its note, and open tasks that are done with it. */
export const besides = async (
  tx: Transaction,
  context: Context,
  { object, id, intent }: MoveOf,
): Promise<readonly Operation[]> => [
  ...noteOn(context, object, id, intent),
  ...(await finishOpenTasks(tx, context, id, intent)),
];

/** What is written down with a move besides its evidence: a note on the record. */
export function noteOn(
  context: Context,
  object: CatalogObject,
  id: string,
  intent: MoveIntent,
): readonly Operation[] {
  const link = context.catalog.object(note.name)?.byName["regarding"];
  const content = intent.note?.trim() ?? "";
  if (content === "" || link?.kind !== "link" || !link.targets.includes(object.name)) return [];
  return [creating(note, { content, regarding: { object: object.name, id } })];
}

/** Open tasks of the record that the caller may change, to be done with it; none unless the move says so. */
async function finishOpenTasks(
  tx: Transaction,
  context: Context,
  id: string,
  { open_tasks }: MoveIntent,
): Promise<readonly Operation[]> {
  const known = context.catalog.object(task.name);
  if (open_tasks !== "finish" || !known) return [];
  const params = new Params();
  const may = accessPredicate(context, known, "update", "t", params);
  const rows = await tx.query({
    ...params.statement(
      `select t.id from ${tableOf(context.workspace, task.name)} t where (t.regarding = ${params.add(id, "uuid")} or t.also_regarding @> array[${params.add(id, "uuid")}]) and t.status = 'open' and t.deleted_at is null and ${may} order by t.id limit ${MOST}`,
    ),
    columns: { id: uuid },
  });
  return rows.map(({ id: open }) => updating(task, open, { status: "done" }));
}
