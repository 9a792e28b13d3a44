import { checkExpression } from "../../shared/expression/check.ts";
import type { ClockLimits } from "../../shared/expression/clock-limits.ts";
import { kindOf, targetsOf } from "../../shared/expression/value-types.ts";
import { columnsOf } from "../schema/names.ts";
import { SYSTEM_FIELDS } from "./system-fields.ts";
import type { Catalog, InboundLink } from "../kernel/catalog.ts";
import {
  OWNED,
  SHARED,
  STAGED,
  type Field,
  type FieldDefinition,
  type FieldOf,
  type SelectOption,
} from "../../shared/metadata/field.ts";
import { amountMarks, markedAs } from "./mark-amounts.ts";
import { clockFields } from "../../shared/metadata/clock-fields.ts";
import { stageFields } from "../../shared/metadata/stage-fields.ts";
import {
  type CatalogObject,
  isShareable,
  type ObjectDefinition,
  personalOf,
  type SharingModel,
} from "../../shared/metadata/object.ts";
import type { LabelMap } from "../../shared/i18n/label.ts";
import {
  type FieldChanges,
  inOrderOf,
  layField,
  layObject,
  type LayerChange,
  type ObjectChanges,
} from "./lay-over.ts";

/** What administrators made: whole objects, and fields laid over any object. */
export interface Layer {
  readonly objects: readonly CustomObject[];
  readonly fields: readonly CustomField[];
  /** What the workspace changes of shipped objects and fields. */
  readonly changes: readonly LayerChange[];
  /** By object: the stages that its pipelines have. */
  readonly stages?: Readonly<Record<string, readonly SelectOption[]>>;
  /** Limits of the clocks of those stages. */
  readonly clocks?: ClockLimits;
}
export interface CustomObject {
  readonly name: string;
  readonly definition: Omit<ObjectDefinition, "name" | "label" | "plural" | "fields"> & {
    readonly label: LabelMap;
    readonly plural: LabelMap;
    /** Fields in this order; those not named follow as they were made. */
    readonly order?: readonly string[];
  };
}
export interface CustomField {
  readonly object: string;
  readonly name: string;
  readonly definition: FieldDefinition;
  readonly hidden: boolean;
  /** Deleted for so long that its columns are gone. */
  readonly dropped?: boolean;
}
export const EMPTY_LAYER: Layer = { objects: [], fields: [], changes: [] };

/**
 * How many consents a move of a record waits for: of every object with a stage, where the program has
 * requests for consents.
 */
const WAITING_OBJECT = "approval_request";
const WAITING: FieldDefinition = {
  kind: "rollup",
  object: WAITING_OBJECT,
  via: "regarding",
  fn: "count",
  filter: 'status == "waiting"',
  on_request: true,
  label: { "zh-CN": "待审批", en: "Pending approval" },
};
/** Shipped definitions with the workspace's layer laid over: the live metadata. */
export function buildCatalog(version: number, shipped: readonly ObjectDefinition[], layer: Layer): Catalog {
  const objects = new Map<string, CatalogObject>();
  const asksConsents = shipped.some(({ name }) => name === WAITING_OBJECT);
  for (const definition of shipped)
    objects.set(
      definition.name,
      toCatalogObject(definition, definition.fields, layer, { custom: false, asksConsents }),
    );
  for (const { name, definition } of layer.objects)
    objects.set(
      name,
      toCatalogObject({ ...definition, sharing: sharingOf(definition), name }, {}, layer, {
        custom: true,
        asksConsents,
      }),
    );
  const all = [...objects.values()];
  spreadTarget(
    objects,
    STAGED,
    all.filter((object) => object.stageField),
  );
  spreadTarget(
    objects,
    OWNED,
    all.filter((object) => object.sharing === "owner" && !object.ledger && !object.internal),
  );
  spreadTarget(
    objects,
    SHARED,
    all.filter((object) => isShareable(object) && !object.ledger && (!object.internal || isPersonal(object))),
  );
  const catalog: Catalog = {
    version,
    objects,
    object: (name) => objects.get(name),
    inbound: inboundLinks(objects),
    ...(layer.clocks ? { clocks: layer.clocks } : {}),
  };
  markRollups(objects, catalog);
  markAmounts(objects);
  markStoredFormulas(objects, catalog);
  markNames(objects);
  return catalog;
}

const isPersonal = ({ sharing }: CatalogObject): boolean => personalOf(sharing) !== undefined;

/** Earlier versions took any word: what is none of the ways of sharing is the strictest of them. */
const sharingOf = ({ sharing }: CustomObject["definition"]): SharingModel =>
  sharing === "everyone" ||
  (typeof sharing === "object" && sharing !== null && ("parent" in sharing || "personal" in sharing))
    ? sharing
    : "owner";

type Named = Omit<ObjectDefinition, "label" | "plural" | "fields"> & {
  label: LabelMap;
  plural: LabelMap;
  order?: readonly string[];
};

function toCatalogObject(
  definition: Named,
  own: Readonly<Record<string, FieldDefinition>>,
  layer: Layer,
  { custom, asksConsents }: { readonly custom: boolean; readonly asksConsents: boolean },
): CatalogObject {
  const { object: onObject, fields: onFields } = changesOf(layer, definition.name);
  const system = SYSTEM_FIELDS.map((field) => ({ ...field, ...wordsAndPlace(onFields.get(field.name)) }));
  const named = Object.entries(own).map(([name, field]): Field => ({
    ...layField(field, onFields.get(name)),
    name,
  }));
  const added = layer.fields
    .filter((field) => field.object === definition.name)
    .map((field): Field => ({
      ...field.definition,
      name: field.name,
      custom: true,
      asked: true,
      hidden: field.hidden,
      ...(field.dropped ? { dropped: true } : {}),
    }));
  const stages = layer.stages?.[definition.name];
  const missing = missingCompanions([...named, ...added], asksConsents);
  const { order = onObject?.order, ...rest } = definition;
  const ordered = inOrderOf([...named, ...added, ...missing], order);
  const fields = [...system, ...ordered].map((field): Field =>
    field.kind === "stage" && stages ? { ...field, options: stages } : field,
  );
  const shown = new Set(fields.filter((field) => !field.hidden).map((field) => field.name));
  const laid = layObject(rest, onObject, (name) => shown.has(name));
  const alone = fields
    .filter((field) => field.unique && !field.hidden)
    .map((field) => ({ fields: [field.name], fold: true }));
  const unique = [...(laid.unique ?? []), ...alone];
  return withIndexes({
    ...laid,
    ...(unique.length > 0 ? { unique } : {}),
    ...(onObject ? { changed: Object.keys(onObject) } : {}),
    ...(order ? { order } : {}),
    custom,
    fields,
  });
}
/** Objects that got their stage before a companion was shipped have it, too. */
function missingCompanions(fields: readonly Field[], asksConsents: boolean): readonly Field[] {
  const stage = fields.find((field) => field.kind === "stage" && !field.hidden);
  if (!stage) return [];
  const known = new Set(fields.map((field) => field.name));
  return Object.entries({
    ...stageFields(),
    ...clockFields(stage.name),
    ...(asksConsents ? { waiting_consents: WAITING } : {}),
  }).flatMap(([name, field]) => (known.has(name) ? [] : [{ ...field, name }]));
}
function changesOf(
  layer: Layer,
  object: string,
): { readonly object?: ObjectChanges; readonly fields: ReadonlyMap<string, FieldChanges> } {
  const fields = new Map<string, FieldChanges>();
  let whole: ObjectChanges | undefined;
  for (const change of layer.changes)
    if (change.object === object) {
      if (change.field === null) whole = change.changes;
      else fields.set(change.field, change.changes);
    }
  return { fields, ...(whole ? { object: whole } : {}) };
}
/** Of what every record has only the words and its place in the form are a company's own. */
function wordsAndPlace(changes: FieldChanges | undefined): Pick<
  FieldChanges,
  "label" | "description" | "width" | "create_form"
> & {
  readonly changed?: readonly string[];
} {
  if (!changes) return {};
  const { label, description, width, create_form } = changes;
  return {
    ...(label ? { label } : {}),
    ...(description ? { description } : {}),
    ...(width ? { width } : {}),
    ...(create_form === undefined ? {} : { create_form }),
    changed: Object.keys(changes),
  };
}
function withIndexes(object: Omit<CatalogObject, "byName">): CatalogObject {
  const stageField = object.fields.find((field) => field.kind === "stage" && !field.hidden)?.name;
  return {
    ...object,
    byName: Object.assign(
      Object.create(null) as Record<string, Field>,
      Object.fromEntries(object.fields.map((field) => [field.name, field])),
    ),
    ...(stageField ? { stageField } : {}),
  };
}

/** Links to every object of a kind name them all, after the targets they name themselves. */
function spreadTarget(
  objects: Map<string, CatalogObject>,
  mark: string,
  meant: readonly CatalogObject[],
): void {
  const names = meant.map((object) => object.name);
  for (const object of objects.values()) {
    if (!object.fields.some((field) => isAimed(field) && field.targets.includes(mark))) continue;
    const fields = object.fields.map((field): Field =>
      isAimed(field) && field.targets.includes(mark)
        ? {
            ...field,
            targets: [...new Set([...field.targets.filter((target) => target !== mark), ...names])],
          }
        : field,
    );
    objects.set(object.name, withIndexes({ ...object, fields }));
  }
}

const isAimed = (field: Field): field is FieldOf<"link"> | FieldOf<"links"> =>
  field.kind === "link" || field.kind === "links";

function inboundLinks(objects: ReadonlyMap<string, CatalogObject>): Map<string, InboundLink[]> {
  const inbound = new Map<string, InboundLink[]>();
  for (const object of objects.values()) {
    for (const field of object.fields) {
      for (const target of targetsOf(field))
        inbound.set(target, [...(inbound.get(target) ?? []), { object: object.name, field: field.name }]);
    }
  }
  return inbound;
}

/** Fields that amounts of documents are kept in are the program's. */
function markAmounts(objects: Map<string, CatalogObject>): void {
  for (const [name, marks] of amountMarks(objects)) {
    const object = objects.get(name);
    if (!object) continue;
    const fields = object.fields.map((field): Field => {
      const reads = marks.get(field.name);
      return reads ? markedAs(field, reads) : field;
    });
    objects.set(name, withIndexes({ ...object, fields }));
  }
}

/** Says of every roll-up what its value is. */
function markRollups(objects: Map<string, CatalogObject>, catalog: Catalog): void {
  for (const object of objects.values()) {
    if (!object.fields.some((field) => field.kind === "rollup")) continue;
    const fields = object.fields.map((field): Field =>
      field.kind === "rollup" ? { ...field, rolls: kindOf(field, catalog) } : field,
    );
    objects.set(object.name, withIndexes({ ...object, fields }));
  }
}

/**
 * The names that lists are sorted by. What stands in timelines has a subject, which nobody looks up by its
 * first letter, and there are too many of them; where people read another name, that is none either.
 */
function markNames(objects: Map<string, CatalogObject>): void {
  for (const object of objects.values()) {
    if (object.ledger || object.internal || object.timeline || object.spoken_title !== undefined) continue;
    const fields = object.fields.map((field): Field =>
      field.name === object.title && field.kind === "text" && !field.system && !field.dropped
        ? { ...field, by_name: true }
        : field,
    );
    objects.set(object.name, withIndexes({ ...object, fields }));
  }
}

/** A formula is stored when it reads only columns of its own record and not the time (decision 17). */
function markStoredFormulas(objects: Map<string, CatalogObject>, catalog: Catalog): void {
  for (const object of objects.values()) {
    if (!object.fields.some((field) => field.kind === "formula")) continue;
    const isStored = (field: Field, path: readonly string[]): boolean => {
      if (field.kind !== "formula") return columnsOf(field).length > 0;
      if (path.includes(field.name)) return false;
      const checked = checkExpression(field.expression, { schema: catalog, object: object.name });
      if (!checked.ok) return false;
      const { references } = checked.expression;
      const own = references.fields.every((name) => {
        const read = object.byName[name];
        return read !== undefined && !read.system && isStored(read, [...path, field.name]);
      });
      return own && !references.volatile && references.paths.length === 0 && references.related.length === 0;
    };
    const fields = object.fields.map((field): Field =>
      field.kind === "formula" ? { ...field, stored: isStored(field, []) } : field,
    );
    objects.set(object.name, withIndexes({ ...object, fields }));
  }
}
