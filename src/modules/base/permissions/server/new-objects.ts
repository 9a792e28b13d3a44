import {
  type Context,
  type Result,
  accept,
  grantUse,
  refuse,
  roadIn,
  statement,
  systemTable,
} from "../../../../engine/public.ts";
import { sure, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { parentOf, personalOf } from "../../../../shared/metadata/object.ts";
import { presetRights, writeAll } from "../../identity/public.ts";
import { permissionScreenMessages } from "../shared/messages.ts";
import type { NewObject } from "../shared/new-objects.contract.ts";

/** What somebody may do with its records follows from what a role grants on the object itself. */
const isGranted = ({ internal, sharing }: CatalogObject): boolean =>
  internal !== true && personalOf(sharing) === undefined && parentOf(sharing)?.implied !== true;

/**
 * The objects of which nobody has said yet who may use them: those that came with an upgrade, or that were
 * made without a role.
 */
export async function newObjects(context: Context): Promise<readonly NewObject[]> {
  const names = [...context.catalog.objects.values()].filter(isGranted).map(({ name }) => name);
  const rows = await context.db.query(unasked(context.workspace, names));
  const presets = presetRights.read(context.hooks);
  return rows.flatMap(({ name }) => {
    const object = context.catalog.object(name);
    if (!object) return [];
    const { label, plural, custom = false } = object;
    return [{ object: name, label, plural, custom, proposed: presets.get(name) ?? {} }];
  });
}

export const unasked = statement(
  { name: sure(text) },
  ({ system }, names: readonly string[]) =>
    sql`select name from unnest(${names}::text[]) name where not exists (select from ${system("object_use")} u where u.object = name)`,
);

/** Says who may use a new object, once: roles with what each grants; none: only administrators. */
export async function answerNewObject(
  context: Context,
  name: string,
  rights: Values,
): Promise<Result<NewObject>> {
  const object = (await newObjects(context)).find((one) => one.object === name);
  if (!object)
    return context.catalog.object(name)
      ? refuse({ status: 409, code: "answered", text: permissionScreenMessages.answered })
      : refuse({ status: 404, code: "not_found", text: permissionScreenMessages.no_object });
  const granted = await grantUse(context, name, rights);
  if (!granted.ok) return granted;
  // The roles that name it now are the answer; where none does, that nobody shall is one, too.
  const written = await writeAll(context, roadIn(context), granted.value);
  if (!written.ok) return written;
  await context.db.query({
    text: `insert into ${systemTable(context.workspace, "object_use")} (object, answered_by) values ($1, $2::uuid) on conflict do nothing`,
    values: [name, context.principal.id],
  });
  return accept(object);
}

/** In a new installation the preset roles answer for every object it begins with. */
export async function settleFirstObjects({ db, workspace, catalog }: Context): Promise<void> {
  const use = systemTable(workspace, "object_use");
  await db.query({
    text: `with first as (delete from ${use} where object = '*' returning 1) insert into ${use} (object) select name from unnest($1::text[]) name where exists (select from first) on conflict do nothing`,
    values: [[...catalog.objects.keys()]],
  });
}
