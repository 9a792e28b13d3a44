import type { FieldDefinition } from "../../shared/metadata/field.ts";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import { buildCatalog, type CustomField, type Layer } from "../catalog/build-catalog.ts";
import type { Catalog } from "../kernel/catalog.ts";
import { readDefinition, refused } from "../catalog/read-definition.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { answerWith, readingOf, spellFields, withoutNull } from "./add-object.ts";
import { changeKindOrQueue } from "./change-kind.job.ts";
import type { KindAnswer } from "./change-kind.ts";
import { duplicatesOf } from "./check-unique-rules.ts";
import { commitDefinitions, type Draft } from "./commit-definitions.ts";
import { asValues, idOf, replaceField, updateField } from "./definition-records.ts";
import { layField } from "./lay-field.ts";
import { refusedWith } from "./messages.ts";
import { RESTORABLE_DAYS, restorableUntil } from "./restorable.ts";
import { lostOptions, type OptionMap, withFormer, withoutFormer } from "../catalog/option-lists.ts";
import { sweepSoon } from "./sweep-options.job.ts";
import { readOptionMap, settleOptions } from "./remove-options.ts";
import { label } from "../../shared/i18n/label.ts";
import { wrong } from "../catalog/shapes.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";

const DELETED = label("已删除", "Deleted");

/** PATCH /objects/:object/fields/:field: one’s own field, or a shipped one as this company has it. */
export async function changeField(
  context: Context,
  of: string,
  name: string,
  properties: Readonly<Values>,
): Promise<Result<KindAnswer>> {
  const object = context.catalog.object(of);
  const field = object?.byName[name];
  if (!object || !field || (object.internal && !field.custom)) return refusedWith(404, "unknown", { name });
  const { name: _name, map: givenMap, dry_run, ...given } = properties;
  const map = readOptionMap(givenMap);
  if (!map.ok) return map;
  if (field.custom && given["kind"] !== undefined && given["kind"] !== field.kind)
    return changeKindOrQueue(context, { object: object.name, name, changes: given, tries: dry_run === true });
  const done = field.custom
    ? await changeOwn(context, object.name, name, given, map.value)
    : await layField(context, object, field, given);
  return done.ok ? answerWith(context, done.value, object.name) : done;
}

async function changeOwn(
  context: Context,
  object: string,
  name: string,
  given: Readonly<Values>,
  map: OptionMap,
): Promise<Result<Catalog>> {
  const { hidden, ...changes } = given;
  if (hidden !== undefined && hidden !== null && typeof hidden !== "boolean")
    return refused(wrong("hidden", DELETED, label("是或否", "true or false")));
  return commitDefinitions(context, (layer, version) =>
    drawChange(context, { object, name, hidden, changes, map }, layer, version),
  ).then(async (done) => {
    if (done.ok && Object.keys(map).length > 0) await sweepSoon(context, object, name);
    return done;
  });
}

interface OwnChange {
  readonly object: string;
  readonly name: string;
  /** Deleted or restored; absent: as it was. */
  readonly hidden: boolean | null | undefined;
  readonly changes: Readonly<Values>;
  readonly map: OptionMap;
}
/** The definitions as they are with one's own field changed. */
async function drawChange(
  context: Context,
  { object, name, hidden, changes, map }: OwnChange,
  layer: Layer,
  version: number,
): Promise<Result<Draft>> {
  const current = layer.fields.find((one) => one.object === object && one.name === name);
  const id = await idOf(context, "o_field_definition", { object, name });
  if (!current || !id) return refusedWith(404, "unknown", { name });
  if (changes["kind"] !== undefined && changes["kind"] !== current.definition.kind)
    return refusedWith(422, "kind", { name });
  const given = readDefinition(mergedDefinition(withoutFormer(current.definition), changes), {
    ...readingOf(context),
    current: current.definition,
  });
  if (!given.ok) return given;
  const read = { value: withFormer(current.definition, given.value, map) };
  const isHidden = hidden === undefined ? current.hidden : hidden === true;
  const since = await hiddenSince(context, id);
  if (!isHidden && current.dropped) return refusedWith(409, "too_late", { name, days: RESTORABLE_DAYS });
  if (current.hidden && !isHidden && since !== null && isTooOld(since, context.now))
    return refusedWith(409, "too_late", { name, days: RESTORABLE_DAYS });
  const settled = isHidden
    ? accept(layer)
    : await settleOptions(context, layer, {
        object,
        field: name,
        before: current.definition,
        after: read.value,
        map,
      });
  if (!settled.ok) return settled;
  const twice =
    read.value.unique && !isHidden
      ? await duplicatesOf(context, object, [{ fields: [name], fold: true }])
      : accept(true);
  if (!twice.ok) return twice;
  const field: CustomField = {
    object,
    name,
    definition: read.value,
    hidden: isHidden,
    ...(current.dropped ? { dropped: true } : {}),
  };
  const [spelled = field] = isHidden
    ? [field]
    : spellFields(buildCatalog(version, context.shipped, replaceField(layer, field)), [field]);
  const at = isHidden ? (current.hidden ? since : context.now) : null;
  return accept({
    layer: replaceField(settled.value, spelled),
    place: `${object}.${name}`,
    removes: (isHidden && !current.hidden) || lostOptions(current.definition, read.value).length > 0,
    operations: [updateField(id, spelled.definition, isHidden, { hidden_at: at })],
  });
}
/** Deleted for longer than it can be restored. */
const isTooOld = (since: string, now: string): boolean =>
  Date.parse(now) > Date.parse(restorableUntil(since));

/**
 * What is given takes the place of what was; labels are given language by language, null takes a property
 * away.
 */
function mergedDefinition(current: FieldDefinition, given: Readonly<Values>): Values {
  const before = asValues(current);
  const joined = (key: string, value: WireValue): WireValue => {
    const held = before[key];
    return (key === "label" || key === "description") && isMap(value) && isMap(held)
      ? { ...held, ...value }
      : value;
  };
  return withoutNull({
    ...before,
    ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, joined(key, value)])),
  });
}

async function hiddenSince(context: Context, id: string): Promise<string | null> {
  const [row] = await context.db.query<{ at: string | null }>({
    text: `select case when hidden then coalesce(hidden_at, updated_at) end as at from "${context.workspace.schema}".o_field_definition where id = $1::uuid`,
    values: [id],
  });
  return row?.at ?? null;
}

/**
 * DELETE /objects/:object/fields/:field: hidden, with its column and history; it can be restored for 90 days.
 */
export async function removeField(context: Context, of: string, name: string): Promise<Result<null>> {
  const object = context.catalog.object(of);
  const field = object?.byName[name];
  if (!object || !field) return refusedWith(404, "unknown", { name });
  if (!field.custom) return refusedWith(422, "shipped", { name });
  const done = await changeOwn(context, object.name, name, { hidden: true }, {});
  return done.ok ? accept(null) : done;
}
