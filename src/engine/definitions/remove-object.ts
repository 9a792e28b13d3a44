import { label } from "../../shared/i18n/label.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import type { ChangedObject, DeletedObject, ObjectUses } from "../../shared/wire/objects.contract.ts";
import { targetsOf } from "../../shared/expression/value-types.ts";
import type { Catalog } from "../kernel/catalog.ts";
import type { Context } from "../kernel/context.ts";
import { accept, refuse, type Result } from "../kernel/refusal.ts";
import { systemTable, tableOf } from "../schema/names.ts";
import { answerWith } from "./add-object.ts";
import { commitDefinitions, type Drawn, tryDefinitions } from "./commit-definitions.ts";
import { idOf } from "./definition-records.ts";
import { definitionMessages, refusedWith } from "./messages.ts";
import { compose } from "../catalog/shapes.ts";

/** GET /objects/:object/uses: what a deletion would hide, and what stands in its way. */
export async function usesOfObject(
  context: Context,
  name: string,
): Promise<Result<{ readonly data: ObjectUses }>> {
  const object = context.catalog.object(name);
  if (!object?.custom) return refusedWith(object ? 422 : 404, object ? "shipped" : "unknown", { name });
  const [counts] = await context.db.query<{ records: number; in_bin: number }>({
    text: `select count(*) filter (where deleted_at is null)::int as records, count(*) filter (where deleted_at is not null)::int as in_bin from ${tableOf(context.workspace, object.name)}`,
  });
  const tried = await tryDefinitions(context, withoutObject(context, object.name));
  const fields = object.fields.filter((field) => !field.system && !field.internal && !field.hidden).length;
  return accept({
    data: {
      records: counts?.records ?? 0,
      in_bin: counts?.in_bin ?? 0,
      fields,
      in_the_way: tried.ok
        ? []
        : tried.refusal.reasons.map(({ code, field, text }) => ({
            code,
            field,
            message: text[context.language],
          })),
    },
  });
}

/**
 * DELETE /objects/:object: it is hidden with its records, which stay as they are until it is restored. Its
 * name is not used again.
 */
export async function removeObject(context: Context, name: string): Promise<Result<null>> {
  const object = context.catalog.object(name);
  if (!object) return refusedWith(404, "unknown", { name });
  if (!object.custom) return refusedWith(422, "shipped", { name });
  const done = await commitDefinitions(context, withoutObject(context, name));
  return done.ok ? accept(null) : done;
}
const withoutObject =
  (context: Context, name: string): Drawn =>
  async (layer) => {
    const id = await idOf(context, "o_object_definition", { name });
    if (!id) return refusedWith(404, "unknown", { name });
    const pointing = pointersAt(context.catalog, name);
    if (pointing.length > 0)
      return refuse({
        status: 409,
        code: "in_use",
        text: definitionMessages.breaks,
        params: { count: pointing.length },
        reasons: pointing.slice(0, 50),
      });
    return accept({
      layer: { ...layer, objects: layer.objects.filter((one) => one.name !== name) },
      place: name,
      removes: true,
      without: name,
      operations: [{ op: "delete", object: "object_definition", id }],
    });
  };

const POINTS = label("字段“{object} · {field}”用到了它", "it is used by the field “{object} · {field}”");
/** Fields of other objects that name this one. Links to every object of a kind find out by themselves. */
function pointersAt(catalog: Catalog, name: string): readonly Reason[] {
  return [...catalog.objects.values()].flatMap((object) =>
    object.name === name
      ? []
      : object.fields.flatMap((field): readonly Reason[] => {
          const named =
            field.kind === "rollup" || field.kind === "children" || field.kind === "tags"
              ? [field.object]
              : field.custom
                ? targetsOf(field)
                : [];
          if (field.hidden || !named.includes(name)) return [];
          return [
            {
              code: "in_use",
              field: `${object.name}.${field.name}`,
              text: compose(POINTS, { object: object.label, field: field.label }),
            },
          ];
        }),
  );
}

/** POST /objects/:object/restore: back with its records, where what it refers to is still there. */
export async function restoreObject(context: Context, name: string): Promise<Result<ChangedObject>> {
  const done = await commitDefinitions(context, async (layer) => {
    const [row] = await context.db.query<{ id: string; definition: never }>({
      text: `select id, definition from ${systemTable(context.workspace, "o_object_definition")} where name = $1 and deleted_at is not null order by deleted_at desc limit 1`,
      values: [name],
    });
    if (!row || layer.objects.some((one) => one.name === name))
      return refusedWith(row ? 409 : 404, row ? "not_deleted" : "unknown", { name });
    return accept({
      layer: { ...layer, objects: [...layer.objects, { name, definition: row.definition }] },
      place: name,
      operations: [{ op: "restore", object: "object_definition", id: row.id }],
    });
  });
  return done.ok ? answerWith(context, done.value, name) : done;
}

/** The objects that were deleted and can be restored. */
export async function deletedObjects(context: Context): Promise<readonly DeletedObject[]> {
  return context.db.query<DeletedObject & Record<string, unknown>>({
    text: `select name, definition -> 'label' as label, definition ->> 'icon' as icon, deleted_at, true as custom from ${systemTable(context.workspace, "o_object_definition")} d
      where deleted_at is not null and not exists (select from ${systemTable(context.workspace, "o_object_definition")} l where l.name = d.name and l.deleted_at is null) order by deleted_at desc limit 300`,
  });
}
