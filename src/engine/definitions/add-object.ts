import { label, type LabelMap } from "../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import { stageFields } from "../../shared/metadata/stage-fields.ts";
import type { ChangedObject } from "../../shared/wire/objects.contract.ts";
import { describeObject } from "./describe-object.ts";
import type { CustomField, CustomObject, Layer } from "../catalog/build-catalog.ts";
import { buildCatalog } from "../catalog/build-catalog.ts";
import type { Catalog } from "../kernel/catalog.ts";
import { readDefinition, refused } from "../catalog/read-definition.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { cleanLabels } from "../catalog/clean-labels.ts";
import { commitDefinitions } from "./commit-definitions.ts";
import { rewriteDefinition } from "./definition-expressions.ts";
import { asValues, createField, ended, isUsed } from "./definition-records.ts";
import { grantUse } from "./grant-use.ts";
import { refusedWith } from "./messages.ts";
import { newObjectProperties } from "./object-properties.ts";
import { suggestName } from "./suggest-name.ts";
import { canonical } from "../kernel/saved-expressions.ts";
import { faultsOf } from "../catalog/shapes.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";

const MOST_OBJECTS = 300;
const MOST_CHARACTERS = 400_000;
const AN_OBJECT = label("对象", "An object");

/**
 * Makes an object with a name field, and with `stages: true` a stage field and its companions. Everything is
 * checked before anything is made.
 */
export async function addObject(
  context: Context,
  properties: Readonly<Values>,
): Promise<Result<ChangedObject>> {
  const size = JSON.stringify(properties).length;
  if (size > MOST_CHARACTERS) return refusedWith(422, "too_large", { max: MOST_CHARACTERS });
  const isThere = (one: string) =>
    context.catalog.object(one) !== undefined || isUsed(context, "o_object_definition", { name: one });
  const cleaned = cleanLabels(properties);
  const body = cleaned["name"]
    ? cleaned
    : { ...cleaned, name: await suggestName(cleaned["label"], "object", isThere) };
  const faults = faultsOf(body, newObjectProperties(context.company.language), AN_OBJECT);
  if (faults.length > 0) return refused(faults);
  const { name: given, label: labels, plural, stages, title_label, rights, fields, ...rest } = body;
  const name = ended(String(given));
  const definition = {
    title: "name",
    sharing: "owner",
    area: "deals",
    list: {
      columns: ["name", ...(stages === true ? ["stage"] : []), "owner", "created_at"],
      sort: "-created_at",
    },
    ...withoutNull(rest),
    label: labels,
    plural: plural ?? labels,
  } as unknown as CustomObject["definition"];
  const own = readFields(
    context,
    name,
    isMap(fields) ? fields : {},
    (title_label ?? null) as LabelMap | null,
  );
  if (!own.ok) return own;
  const made = [...own.value, ...(stages === true ? stageParts(name) : [])];
  const done = await commitDefinitions(context, async (layer, version) => {
    if (await isThere(name)) return refusedWith(409, "taken", { name });
    if (layer.objects.length >= MOST_OBJECTS)
      return refusedWith(422, "too_many_objects", { max: MOST_OBJECTS });
    const granted = await grantUse(context, name, rights);
    if (!granted.ok) return granted;
    const next: Layer = {
      ...layer,
      objects: [...layer.objects, { name, definition }],
      fields: [...layer.fields, ...made],
    };
    const spelled = spellFields(buildCatalog(version, context.shipped, next), made);
    return accept({
      layer: { ...next, fields: [...layer.fields, ...spelled] },
      place: name,
      operations: [
        { op: "create", object: "object_definition", values: { name, definition: asValues(definition) } },
        ...spelled.map(createField),
        ...granted.value,
      ],
    });
  });
  return done.ok ? answerWith(context, done.value, name) : done;
}
export const withoutNull = (values: Readonly<Values>): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
/** The object as it is from now on. */
export function answerWith(context: Context, catalog: Catalog, name: string): Result<ChangedObject> {
  const object = catalog.object(name);
  return accept({ data: object ? describeObject({ ...context, catalog }, object) : null });
}
/** Expressions of fields by API names, against the catalog that has them. */
export const spellFields = (catalog: Catalog, fields: readonly CustomField[]): readonly CustomField[] =>
  fields.map((field) => ({
    ...field,
    definition: rewriteDefinition(field.object, field.definition, canonical(catalog)),
  }));

/** The fields given with the object; `name` is its title. */
function readFields(
  context: Context,
  object: string,
  given: Readonly<Values>,
  titleLabel: LabelMap | null,
): Result<readonly CustomField[]> {
  const title = {
    kind: "text",
    label: titleLabel ?? label("名称", "Name"),
    required: true,
    indexed: true,
    searchable: true,
    max_length: 200,
  };
  const { name: named, ...others } = given;
  const all: readonly [string, WireValue][] = [
    ["name", { ...title, ...(isMap(named) ? named : {}), kind: "text", required: true }],
    ...Object.entries(others),
  ];
  const fields: CustomField[] = [];
  for (const [key, one] of all) {
    const read = readDefinition(isMap(one) ? one : { kind: null }, readingOf(context));
    if (!read.ok) {
      const reasons = read.refusal.reasons.map((reason) => ({
        ...reason,
        field: `fields.${key.slice(0, 60)}.${reason.field ?? ""}`,
      }));
      return { ok: false, refusal: { ...read.refusal, reasons } };
    }
    fields.push({
      object,
      name: key === "name" ? "name" : ended(key),
      definition: read.value,
      hidden: false,
    });
  }
  return accept(fields);
}
export const readingOf = ({ company }: Context) => ({ first: company.language, currency: company.currency });

const stageParts = (object: string): readonly CustomField[] => [
  {
    object,
    name: "stage",
    hidden: false,
    definition: { kind: "stage", label: label("阶段", "Stage"), indexed: true },
  },
  ...Object.entries(stageFields()).map(([name, definition]) => ({ object, name, definition, hidden: false })),
];
