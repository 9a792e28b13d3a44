import { label } from "../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import { fits } from "../../shared/wire/fits.ts";
import {
  anyValue,
  list,
  object as shape,
  optional,
  text,
  values,
  type Static,
} from "../../shared/wire/schema.ts";
import { buildCatalog, type CustomField, type CustomObject, type Layer } from "../catalog/build-catalog.ts";
import { readDefinition, refused } from "../catalog/read-definition.ts";
import type { Context } from "../kernel/context.ts";
import type { Operation } from "../kernel/save-request.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { readingOf, spellFields } from "./add-object.ts";
import type { Draft } from "./commit-definitions.ts";
import { asValues, createField, idOf, isUsed, updateField, withChanges } from "./definition-records.ts";
import { RESTORABLE_DAYS } from "./restorable.ts";
import { faultsOfPackagedChange } from "./lay-field.ts";
import { refusedWith } from "./messages.ts";
import { cleanLabels } from "../catalog/clean-labels.ts";
import { ownProperties } from "./object-properties.ts";
import { lostOptions, withFormer, withoutFormer } from "../catalog/option-lists.ts";
import { countUses, refusedInUse } from "./remove-options.ts";
import { faultsOf, wrong } from "../catalog/shapes.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";

const entries = () => optional(list(anyValue()));
/** The lists of a package that make up the layer. */
export const layerLists = { objects: entries(), fields: entries(), changes: entries() };
export const PackagedLayer = shape(layerLists);
export type PackagedLayer = Readonly<Static<typeof PackagedLayer>>;
export interface MergedLine {
  readonly part: string;
  readonly name: string;
  readonly difference: "new" | "changed" | "same";
}
interface Merged {
  readonly draft: Draft;
  readonly lines: readonly MergedLine[];
}
const ENTRY = label("配置包中的条目", "An entry of the package");
const NAME = /^[a-z][a-z0-9_]{0,47}_c$/;
const ObjectEntry = shape({ name: text({ pattern: NAME.source }), definition: values() });
const FieldEntry = shape({ object: text(), name: text(), definition: values() });
const ChangeEntry = shape({ object: text(), field: optional(anyValue()), changes: values() });
/** The shape of what PostgreSQL gives back may order keys otherwise. */
const same = (one: WireValue, other: WireValue): boolean => sorted(one) === sorted(other);
const sorted = (value: WireValue): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    isMap(part as WireValue)
      ? Object.fromEntries(Object.entries(part as Values).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/**
 * The layer with what the package has: its entries take the place of those of the same name; what it does not
 * name stays.
 */
export async function mergePackage(
  context: Context,
  layer: Layer,
  version: number,
  given: PackagedLayer,
): Promise<Result<Merged>> {
  const lines: MergedLine[] = [];
  const operations: Operation[] = [];
  const objects = await mergeObjects(context, layer, given.objects ?? [], lines, operations);
  if (!objects.ok) return objects;
  const read = await readFields(context, layer, given.fields ?? []);
  if (!read.ok) return read;
  const withFields: Layer = {
    ...objects.value,
    fields: [
      ...layer.fields.filter((one) => !read.value.some((field) => isSameField(one, field))),
      ...read.value,
    ],
  };
  const changed = await mergeChanges(context, withFields, given.changes ?? [], lines);
  if (!changed.ok) return changed;
  const fields = spellFields(buildCatalog(version, context.shipped, changed.value.layer), read.value);
  for (const field of fields) {
    const current = layer.fields.find((one) => isSameField(one, field));
    const difference = !current
      ? "new"
      : current.hidden ||
          !same(asValues(withoutFormer(current.definition)), asValues(withoutFormer(field.definition)))
        ? "changed"
        : "same";
    lines.push({ part: "fields", name: `${field.object}.${field.name}`, difference });
    const id =
      difference === "changed"
        ? await idOf(context, "o_field_definition", { object: field.object, name: field.name })
        : null;
    if (difference === "new") operations.push(createField(field));
    else if (id) operations.push(updateField(id, field.definition, false, { hidden_at: null }));
  }
  const names = new Set(fields.map((field) => `${field.object} ${field.name}`));
  const whole = {
    ...changed.value.layer,
    fields: [
      ...changed.value.layer.fields.filter((one) => !names.has(`${one.object} ${one.name}`)),
      ...fields,
    ],
  };
  return accept({
    draft: { layer: whole, place: "package", operations: [...operations, ...changed.value.operations] },
    lines,
  });
}
const isSameField = (one: CustomField, other: CustomField): boolean =>
  one.object === other.object && one.name === other.name;

async function mergeObjects(
  context: Context,
  layer: Layer,
  entries: readonly WireValue[],
  lines: MergedLine[],
  operations: Operation[],
): Promise<Result<Layer>> {
  let objects = layer.objects;
  for (const [at, entry] of entries.entries()) {
    const path = `package.objects.${at}`;
    if (!fits(ObjectEntry, entry))
      return refused(
        wrong(
          path,
          ENTRY,
          label("{name, definition}，name 以 _c 结尾", "{name, definition} with a name that ends in _c"),
        ),
      );
    const { name } = entry;
    const definition = cleanLabels(entry.definition);
    const { title, ...rest } = definition;
    const faults = [
      ...faultsOf(rest, ownProperties(context.company.language), ENTRY, `${path}.`),
      ...(title === "name" ? [] : wrong(`${path}.title`, ENTRY, label("name", "name"))),
    ];
    if (faults.length > 0) return refused(faults);
    const current = objects.find((one) => one.name === name);
    const next = { name, definition: definition as unknown as CustomObject["definition"] };
    const difference = !current ? "new" : same(asValues(current.definition), definition) ? "same" : "changed";
    lines.push({ part: "objects", name, difference });
    if (difference === "same") continue;
    if (!current && (await isUsed(context, "o_object_definition", { name })))
      return refusedWith(409, "taken", { name });
    const id = current ? await idOf(context, "o_object_definition", { name }) : null;
    operations.push(
      id
        ? { op: "update", object: "object_definition", id, values: { definition } }
        : { op: "create", object: "object_definition", values: { name, definition } },
    );
    objects = [...objects.filter((one) => one.name !== name), next];
  }
  return accept({ ...layer, objects });
}

/**
 * Companions of a stage, and the name of an object, are fields of the package like any other, with what only
 * the program gives them.
 */
async function readFields(
  context: Context,
  layer: Layer,
  entries: readonly WireValue[],
): Promise<Result<readonly CustomField[]>> {
  const fields: CustomField[] = [];
  for (const [at, entry] of entries.entries()) {
    const path = `package.fields.${at}`;
    if (!fits(FieldEntry, entry))
      return refused(wrong(path, ENTRY, label("{object, name, definition}", "{object, name, definition}")));
    const { object, name, definition } = entry;
    const isOwn = NAME.test(object);
    if (!NAME.test(name) && !isOwn)
      return refused(wrong(`${path}.name`, ENTRY, label("以 _c 结尾的名称", "a name that ends in _c")));
    const current = layer.fields.find((one) => one.object === object && one.name === name);
    const ofProgram =
      isOwn && !NAME.test(name)
        ? { current: definition as never }
        : current
          ? { current: current.definition }
          : {};
    const read = readDefinition(definition, { ...readingOf(context), ...ofProgram });
    if (!read.ok)
      return {
        ok: false,
        refusal: {
          ...read.refusal,
          reasons: read.refusal.reasons.map((reason) => ({
            ...reason,
            field: `${path}.definition.${reason.field ?? ""}`,
          })),
        },
      };
    if (current && current.definition.kind !== read.value.kind)
      return refusedWith(422, "kind", { name: `${object}.${name}` });
    const lost = current ? lostOptions(current.definition, read.value).map((option) => option.name) : [];
    const uses =
      current && context.catalog.object(object)
        ? await countUses(context, object, name, current.definition, lost)
        : [];
    if (current && uses.length > 0) return refusedInUse(current.definition, uses);
    if (!current && (await isUsed(context, "o_field_definition", { object, name })))
      return refusedWith(409, "taken", { name: `${object}.${name}` });
    if (current?.dropped)
      return refusedWith(409, "too_late", { name: `${object}.${name}`, days: RESTORABLE_DAYS });
    fields.push({
      object,
      name,
      definition: current ? withFormer(current.definition, read.value, {}) : read.value,
      hidden: false,
    });
  }
  return accept(fields);
}

async function mergeChanges(
  context: Context,
  layer: Layer,
  entries: readonly WireValue[],
  lines: MergedLine[],
): Promise<Result<{ readonly layer: Layer; readonly operations: readonly Operation[] }>> {
  let next = layer;
  const operations: Operation[] = [];
  for (const [at, entry] of entries.entries()) {
    if (!fits(ChangeEntry, entry))
      return refused(
        wrong(`package.changes.${at}`, ENTRY, label("{object, field, changes}", "{object, field, changes}")),
      );
    const { object, changes } = entry;
    const field = typeof entry.field === "string" ? entry.field : null;
    const faults = faultsOfPackagedChange(context, object, field, changes, `package.changes.${at}.`);
    if (faults.length > 0) return refused(faults);
    const current = layer.changes.find((one) => one.object === object && one.field === field);
    const difference = !current ? "new" : same(asValues(current.changes), changes) ? "same" : "changed";
    lines.push({ part: "changes", name: field === null ? object : `${object}.${field}`, difference });
    if (difference === "same") continue;
    const done = await withChanges(context, next, object, field, changes);
    next = done.layer;
    operations.push(...done.operations);
  }
  return accept({ layer: next, operations });
}
