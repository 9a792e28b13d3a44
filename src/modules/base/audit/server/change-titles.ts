import {
  type Context,
  Params,
  accessPredicate,
  columnsOf,
  fieldRight,
  isReadable,
  objectRights,
  spokenTitle,
  tableOf,
  titlesFor,
} from "../../../../engine/public.ts";
import { targetsOf } from "../../../../shared/expression/value-types.ts";
import { json, orNull, text, uuid } from "../../../../platform/db/columns.ts";
import { ident } from "../../../../platform/db/database.ts";
import type { Field } from "../../../../shared/metadata/field.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";

export interface Changed {
  readonly object: string;
  readonly record: string;
}
type Links = readonly { readonly object: string; readonly id: string | null }[];
const titled = { id: uuid, title: orNull(text), links: orNull(json<Links>()) };

/**
 * Titles of the changed records that the caller may read, the binned ones too, by object and id; what is not
 * there may not be read.
 */
export async function changeTitles(
  context: Context,
  rows: readonly Changed[],
): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  for (const name of new Set(rows.map((row) => row.object))) {
    const object = context.catalog.object(name);
    if (!object || object.ledger) continue;
    const params = new Params();
    const ids = params.add(
      [...new Set(rows.filter((row) => row.object === name).map((row) => row.record))],
      "uuid[]",
    );
    const may = accessPredicate(context, object, "read", "t", params);
    const found = await context.db.query({
      ...params.statement(
        `select t.id, ${titleColumns(context, object)} from ${tableOf(context.workspace, name)} t where t.id = any(${ids}) and (${may})`,
      ),
      columns: titled,
    });
    const led = await titlesFor(
      context,
      found.flatMap(({ links }) =>
        (links ?? []).flatMap((link) => (link.id ? { object: link.object, id: link.id } : [])),
      ),
    );
    for (const { id, title, links } of found) {
      const joined = (links ?? []).flatMap((link) => led.get(link.id ?? "") ?? []).join(" · ");
      titles.set(`${name}:${id}`, links ? joined : (title ?? ""));
    }
  }
  return titles;
}

/** A record's title; of one that only joins others, what it joins. */
function titleColumns(context: Context, object: CatalogObject): string {
  const title = object.byName[object.title];
  const isTold =
    title !== undefined &&
    objectRights(context, object).read !== "none" &&
    isReadable(fieldRight(context, object, title.name));
  if (!title || columnsOf(title).length === 0 || !isTold) return "'' as title, null as links";
  const joined =
    title.name === "id"
      ? object.fields.filter((field) => field.required && targetsOf(field).length > 0)
      : targetsOf(title).length > 0
        ? [title]
        : [];
  const plain = `t.${ident(title.name)}::text`;
  if (joined.length === 0)
    return `${spokenTitle(context, object, "t", title.name === "id" ? "''" : plain)} as title, null as links`;
  return `null as title, jsonb_build_array(${joined.map(linkSql).join(", ")}) as links`;
}
function linkSql(field: Field): string {
  const [only = "", ...others] = targetsOf(field);
  const target = others.length > 0 ? `t.${ident(`${field.name}__object`)}` : `'${only}'`;
  return `jsonb_build_object('object', ${target}, 'id', t.${ident(field.name)})`;
}
