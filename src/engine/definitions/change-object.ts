import { label } from "../../shared/i18n/label.ts";
import { type CatalogObject, personalOf, type Values, type WireValue } from "../../shared/metadata/object.ts";
import type { ChangedObject } from "../../shared/wire/objects.contract.ts";
import type { CustomObject } from "../catalog/build-catalog.ts";
import type { ObjectChanges } from "../catalog/lay-over.ts";
import { refused } from "../catalog/read-definition.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { answerWith, withoutNull } from "./add-object.ts";
import { duplicatesOf } from "./check-unique-rules.ts";
import { cleanLabels } from "../catalog/clean-labels.ts";
import { commitDefinitions } from "./commit-definitions.ts";
import { asValues, idOf, withChanges } from "./definition-records.ts";
import { refusedWith } from "./messages.ts";
import { layeredProperties, ownProperties } from "./object-properties.ts";
import { compose, type Fault, faultsOf } from "../catalog/shapes.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";

const AN_OBJECT = label("对象", "An object");
/** Objects that the program runs on: their words may be changed, what they do may not. */
export const isOfProgram = (object: CatalogObject): boolean =>
  !object.custom &&
  (object.internal === true ||
    object.ledger === true ||
    object.area === "settings" ||
    object.area === undefined ||
    personalOf(object.sharing) !== undefined);

/**
 * PATCH /objects/:object: an object of one's own, or a shipped one as this company has it. null gives a
 * shipped property back.
 */
export async function changeObject(
  context: Context,
  name: string,
  properties: Readonly<Values>,
): Promise<Result<ChangedObject>> {
  const object = context.catalog.object(name);
  if (!object || (object.internal && !object.custom)) return refusedWith(404, "unknown", { name });
  const { name: _name, ...given } = cleanLabels(properties);
  const first = context.company.language;
  const faults = faultsOf(given, object.custom ? ownProperties(first) : layeredProperties(first), AN_OBJECT);
  if (faults.length > 0) return refused(faults);
  if (isOfProgram(object) && (given["unique"] || given["money_document"]))
    return refusedWith(422, "shipped", { name });
  const unknown = unknownNames(object, given);
  if (unknown.length > 0) return refused(unknown);
  const done = object.custom
    ? await changeOwn(context, name, given)
    : await layShipped(context, object, given);
  return done.ok ? answerWith(context, done.value, name) : done;
}

const NO_FIELD = label("没有名为“{name}”的字段。", "There is no field called “{name}”.");
/**
 * Lists, sections and orders name fields that there are; what an upgrade takes away later is passed over and
 * listed.
 */
function unknownNames(object: CatalogObject, given: Readonly<Values>): readonly Fault[] {
  const texts = (value: WireValue | undefined): readonly string[] =>
    Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
  const parts = (value: WireValue | undefined): readonly (readonly [string, string])[] =>
    (Array.isArray(value) ? value : []).flatMap((one: WireValue, at) =>
      isMap(one) ? texts(one["fields"]).map((name) => [`${at}.fields`, name] as const) : [],
    );
  const list = isMap(given["list"]) ? given["list"] : {};
  const sort =
    typeof list["sort"] === "string" ? list["sort"].split(",").map((key) => key.replace(/^-/, "")) : [];
  const named = [
    ...texts(list["columns"]).map((name) => ["list.columns", name] as const),
    ...sort.map((name) => ["list.sort", name] as const),
    ...texts(given["order"]).map((name) => ["order", name] as const),
    ...parts(given["sections"]).map(([path, name]) => [`sections.${path}`, name] as const),
    ...parts(given["unique"]).map(([path, name]) => [`unique.${path}`, name] as const),
  ];
  return named
    .filter(([, name]) => !object.byName[name] || object.byName[name].hidden)
    .map(([path, name]) => ({ code: "bad_property", path, text: compose(NO_FIELD, { name }) }));
}

/** Labels are given language by language: one that is not given stays. */
const joined = (current: unknown, given: WireValue | undefined): WireValue => ({
  ...(isMap(current as WireValue) ? (current as Values) : {}),
  ...(isMap(given) ? given : {}),
});
function merged(current: Readonly<Values>, given: Readonly<Values>): Values {
  const next: Values = { ...current };
  for (const [key, value] of Object.entries(given))
    next[key] =
      value !== null && ["label", "plural", "list"].includes(key) ? joined(current[key], value) : value;
  return withoutNull(next);
}

function changeOwn(context: Context, name: string, given: Readonly<Values>) {
  return commitDefinitions(context, async (layer) => {
    const current = layer.objects.find((one) => one.name === name);
    const id = await idOf(context, "o_object_definition", { name });
    if (!current || !id) return refusedWith(404, "unknown", { name });
    const definition = merged(asValues(current.definition), given) as unknown as CustomObject["definition"];
    // An object always has words, a list and a way of sharing: null leaves them.
    const whole = { ...current.definition, ...definition };
    const kept = {
      ...definition,
      label: whole.label,
      plural: whole.plural,
      list: whole.list,
      sharing: whole.sharing,
      title: whole.title,
    };
    const next = {
      ...layer,
      objects: layer.objects.map((one) => (one.name === name ? { name, definition: kept } : one)),
    };
    const twice = await duplicatesOf(context, name, kept.unique ?? []);
    if (!twice.ok) return twice;
    return accept({
      layer: next,
      place: name,
      operations: [{ op: "update", object: "object_definition", id, values: { definition: asValues(kept) } }],
    });
  });
}

function layShipped(context: Context, object: CatalogObject, given: Readonly<Values>) {
  return commitDefinitions(context, async (layer) => {
    const current =
      layer.changes.find((one) => one.object === object.name && one.field === null)?.changes ?? {};
    const changes = differing(merged(asValues(current), given), context, object.name) as ObjectChanges;
    const twice = await duplicatesOf(context, object.name, changes.unique ?? []);
    if (!twice.ok) return twice;
    const next = await withChanges(context, layer, object.name, null, changes);
    return accept({ ...next, place: object.name });
  });
}
/** What is as shipped is no change. */
function differing(changes: Readonly<Values>, { shipped }: Context, name: string): Values {
  const base = asValues(shipped.find((one) => one.name === name) ?? {});
  return Object.fromEntries(
    Object.entries(changes).flatMap(([key, value]) => {
      const original = base[key];
      if (isMap(value) && isMap(original)) {
        const parts = Object.entries(value).filter(
          ([part, one]) => JSON.stringify(one) !== JSON.stringify(original[part]),
        );
        return parts.length === 0 ? [] : [[key, Object.fromEntries(parts)] as const];
      }
      return JSON.stringify(value) === JSON.stringify(original) ? [] : [[key, value] as const];
    }),
  );
}
