import {
  type CallOf,
  type Context,
  type Result,
  accept,
  creating,
  elevate,
  getByName,
  isReadable,
  fieldRight,
  newId,
  objectOf,
  refuse,
  roadOf,
  statement,
  updating,
} from "../../../../engine/public.ts";
import { task } from "../../../../objects/work/task/task.object.ts";
import { orNull, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import { writeAll } from "../../../base/identity/public.ts";
import type { handOver } from "../shared/collaboration.contract.ts";
import { collaborationMessages } from "./collaboration.messages.ts";

export const activeCollaborators = statement(
  { id: uuid, name: sure(text), title: orNull(text) },
  ({ record }) =>
    sql`select id, name, title from ${record("user")} where kind = 'collaborator' and active is not false and deleted_at is null order by name, id limit 500`,
);

/** A task on a record, made with the caller’s rights, and handed to somebody without roles in the same breath. */
export async function handTaskOver(
  context: Context,
  call: CallOf<typeof handOver>,
): Promise<Result<AnswerOf<typeof handOver>>> {
  const { params, body } = call;
  const object = objectOf(context, params.object);
  if (!object.ok) return object;
  const seen = await getByName(context, params.object, params.id);
  if (!seen.ok) return seen;
  const hidden = body.fields.find((name) => !isReadable(fieldRight(context, object.value, name)));
  if (hidden !== undefined)
    return refuse({
      status: 422,
      code: "field_not_yours",
      text: collaborationMessages.field_not_yours,
      reasons: [{ code: "field_not_yours", field: "fields", text: collaborationMessages.field_not_yours }],
    });
  const collaborators = await context.db.query(activeCollaborators(context.workspace));
  if (!collaborators.some(({ id }) => id === body.collaborator))
    return refuse({
      status: 422,
      code: "not_collaborator",
      text: collaborationMessages.not_collaborator,
      reasons: [
        { code: "not_collaborator", field: "collaborator", text: collaborationMessages.not_collaborator },
      ],
    });
  const id = newId();
  const values = {
    subject: body.subject,
    description: body.description ?? null,
    due_date: body.due_date ?? null,
    regarding: { object: params.object, id: params.id },
    owner: context.principal.id,
  };
  return context.db.transaction(async (tx): Promise<Result<AnswerOf<typeof handOver>>> => {
    const made = await writeAll(context, roadOf(call), [creating(task, values, { id })], tx);
    if (!made.ok) return made;
    const handed = await hand(tx, context, id, { to: body.collaborator, fields: body.fields });
    return handed.ok ? accept({ data: { id } }) : handed;
  });
}

interface Handing {
  readonly to: string;
  readonly fields: readonly string[];
}
/** To whom, by whom and what is opened are written by these endpoints only. */
function hand(
  tx: Transaction,
  context: Context,
  id: string,
  { to, fields }: Handing,
): Promise<Result<unknown>> {
  const values = {
    collaborator: to,
    handed_by: context.principal.id,
    handed_at: context.now,
    opened: [...new Set(fields)],
  };
  const acting = elevate(context, "whom a task is handed to is written by its endpoint");
  return writeAll(acting, "form", [updating(task, id, values)], tx);
}

/** Nobody has it any more; by whoever may change the task. */
export async function takeTaskBack(context: Context, id: string): Promise<Result<null>> {
  return context.db.transaction(async (tx): Promise<Result<null>> => {
    const found = await getByName(context, task.name, id);
    if (!found.ok) return found;
    // The caller's own right to change it is asked by a change of the caller's own that changes nothing.
    const may = await writeAll(context, "form", [updating(task, id, {})], tx);
    if (!may.ok) return may;
    const acting = elevate(context, "whom a task is handed to is written by its endpoint");
    const values = { collaborator: null, handed_by: null, handed_at: null, opened: null };
    const taken = await writeAll(acting, "form", [updating(task, id, values)], tx);
    return taken.ok ? accept(null) : taken;
  });
}
