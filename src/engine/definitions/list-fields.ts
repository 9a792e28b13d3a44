import { wholeDaysBetween } from "../../shared/time/spans.ts";
import type { Field, FieldKind } from "../../shared/metadata/field.ts";
import type { DefinitionProblem, DeletedField, SettingsField } from "../../shared/wire/fields.contract.ts";
import { checkCatalog } from "../catalog/check-catalog.ts";
import { outdatedOf } from "../catalog/lay-over.ts";
import { loadLayer } from "../catalog/load-layer.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { systemTable } from "../schema/names.ts";
import { restorableUntil } from "./restorable.ts";
import { shippedField } from "./lay-field.ts";
import { refusedWith } from "./messages.ts";
import { label, type LabelMap, textOf } from "../../shared/i18n/label.ts";

/**
 * GET /objects/:object/fields: every field as its settings need it, deleted and switched off ones as well,
 * with what is shipped beside what was changed.
 */
export async function listFields(
  context: Context,
  of: string,
): Promise<Result<{ readonly data: readonly SettingsField[] }>> {
  const object = context.catalog.object(of);
  if (!object) return refusedWith(404, "unknown", { name: of });
  const deleted = await context.db.query<{ name: string; at: string }>({
    text: `select name, coalesce(hidden_at, updated_at) as at from ${systemTable(context.workspace, "o_field_definition")} where object = $1 and hidden and dropped_at is null and deleted_at is null`,
    values: [object.name],
  });
  const since = new Map(deleted.map(({ name, at }) => [name, at]));
  const shown = object.fields.filter((field) => !field.hidden || !field.custom || since.has(field.name));
  return accept({
    data: shown.map((field) => {
      const at = since.get(field.name);
      return {
        ...field,
        ...shippedBeside(context, object.name, field),
        ...(at === undefined ? {} : deletedAt(at)),
      };
    }),
  });
}
function shippedBeside(context: Context, object: string, field: Field): Pick<SettingsField, "shipped"> {
  return field.changed && field.changed.length > 0 && !field.custom
    ? { shipped: shippedField(context, object, field) }
    : {};
}
const deletedAt = (at: string): Pick<DeletedField, "deleted_at" | "restorable_until"> => ({
  deleted_at: at,
  restorable_until: restorableUntil(at),
});

/**
 * GET /definitions/deleted-fields: of all objects, the one that goes first on top, with the days that are
 * left.
 */
export async function deletedFields(context: Context): Promise<readonly DeletedField[]> {
  const rows = await context.db.query<{
    object: string;
    name: string;
    label: LabelMap;
    kind: FieldKind;
    at: string;
  }>({
    text: `select object, name, definition -> 'label' as label, definition ->> 'kind' as kind, coalesce(hidden_at, updated_at) as at
      from ${systemTable(context.workspace, "o_field_definition")} where hidden and dropped_at is null and deleted_at is null order by at, object, name limit 1000`,
  });
  const known = rows.filter(({ object }) => context.catalog.object(object));
  return known.map(({ object, name, label, kind, at }) => ({
    object,
    name,
    label,
    kind,
    ...deletedAt(at),
    days_left: daysLeft(at, context.now),
  }));
}
/** Whole days in which it can still be restored; 0 on the last. */
const daysLeft = (at: string, now: string): number => Math.max(0, wholeDaysBetween(now, restorableUntil(at)));

const GONE = label(
  "系统已不再提供这一项，调整没有生效",
  "this is no longer built in, so the change has no effect",
);
/**
 * GET /definitions/problems: what of this company’s own definitions does not hold with what is shipped today.
 */
export async function definitionProblems(context: Context): Promise<readonly DefinitionProblem[]> {
  const { layer } = await loadLayer(context.db, context.workspace);
  const own = (object: string, field: string): boolean =>
    layer.fields.some((one) => one.object === object && one.name === field && !one.hidden);
  const outdated = outdatedOf(context.shipped, own, layer.changes).map(({ object, field, property }) => ({
    code: "outdated",
    object,
    field,
    property: property ?? null,
    message: textOf(GONE, context.language),
  }));
  const known = new Set(context.catalog.objects.keys());
  const orphans = layer.fields
    .filter((field) => !field.hidden && !known.has(field.object))
    .map(({ object, name }) => ({
      code: "no_object",
      object,
      field: name,
      property: null,
      message: textOf(GONE, context.language),
    }));
  const wrong = checkCatalog(context.catalog).map(({ code, field, text }) => {
    const [object = "", name = null, ...rest] = (field ?? "").split(".");
    return {
      code,
      object,
      field: name,
      property: rest.join(".") || null,
      message: textOf(text, context.language),
    };
  });
  return [...outdated, ...orphans, ...wrong];
}
