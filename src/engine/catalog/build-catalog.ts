import { checkExpression } from "../../shared/expression/check.ts";
import { kindOf } from "../../shared/expression/value-types.ts";
import { columnsOf } from "../schema/names.ts";
import { SYSTEM_FIELDS } from "./system-fields.ts";
import type { Catalog, InboundLink } from "./catalog.ts";
import { OWNED, STAGED, type Field, type FieldDefinition, type SelectOption } from "../../shared/metadata/field.ts";
import type { CatalogObject, ObjectDefinition } from "../../shared/metadata/object.ts";
import type { LabelMap } from "../../shared/i18n/label.ts";

/** What administrators made: whole objects, and fields laid over any object. */
export interface Layer {
  readonly objects: readonly CustomObject[];
  readonly fields: readonly CustomField[];
  /** By object: the stages that its pipelines have. */
  readonly stages?: Readonly<Record<string, readonly SelectOption[]>>;
}
export interface CustomObject {
  readonly name: string;
  readonly definition: Omit<ObjectDefinition, "name" | "label" | "plural" | "fields"> & { readonly label: LabelMap; readonly plural: LabelMap };
}
export interface CustomField {
  readonly object: string;
  readonly name: string;
  readonly definition: FieldDefinition;
  readonly hidden: boolean;
}
export const EMPTY_LAYER: Layer = { objects: [], fields: [] };

/** Shipped definitions with the workspace's layer laid over: the live metadata. */
export function buildCatalog(version: number, shipped: readonly ObjectDefinition[], layer: Layer): Catalog {
  const objects = new Map<string, CatalogObject>();
  for (const definition of shipped) objects.set(definition.name, toCatalogObject(definition, definition.fields, layer, false));
  for (const { name, definition } of layer.objects) objects.set(name, toCatalogObject({ ...definition, name }, {}, layer, true));
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
  const catalog: Catalog = { version, objects, object: (name) => objects.get(name), inbound: inboundLinks(objects) };
  markRollups(objects, catalog);
  markStoredFormulas(objects, catalog);
  return catalog;
}

function toCatalogObject(
  definition: Omit<ObjectDefinition, "label" | "plural" | "fields"> & { label: LabelMap; plural: LabelMap },
  own: Readonly<Record<string, FieldDefinition>>,
  layer: Layer,
  custom: boolean,
): CatalogObject {
  const named = Object.entries(own).map(([name, field]): Field => ({ ...field, name }));
  const added = layer.fields
    .filter((field) => field.object === definition.name)
    .map((field): Field => ({ ...field.definition, name: field.name, custom: true, hidden: field.hidden }));
  const stages = layer.stages?.[definition.name];
  const fields = [...SYSTEM_FIELDS, ...named, ...added].map((field): Field => (field.kind === "stage" && stages ? { ...field, options: stages } : field));
  return withIndexes({ ...definition, custom, fields });
}
function withIndexes(object: Omit<CatalogObject, "byName">): CatalogObject {
  const stageField = object.fields.find((field) => field.kind === "stage" && !field.hidden)?.name;
  return {
    ...object,
    byName: Object.assign(Object.create(null) as Record<string, Field>, Object.fromEntries(object.fields.map((field) => [field.name, field]))),
    ...(stageField ? { stageField } : {}),
  };
}

/** Links to every object of a kind name them all, after the targets they name themselves. */
function spreadTarget(objects: Map<string, CatalogObject>, mark: string, meant: readonly CatalogObject[]): void {
  const names = meant.map((object) => object.name);
  for (const object of objects.values()) {
    if (!object.fields.some((field) => field.kind === "link" && field.targets.includes(mark))) continue;
    const fields = object.fields.map((field): Field =>
      field.kind === "link" && field.targets.includes(mark)
        ? { ...field, targets: [...new Set([...field.targets.filter((target) => target !== mark), ...names])] }
        : field,
    );
    objects.set(object.name, withIndexes({ ...object, fields }));
  }
}

/** The objects that a link-like field may point at. */
export function targetsOf(field: Field): readonly string[] {
  if (field.kind === "link") return field.targets;
  if (field.kind === "person") return ["user"];
  return field.kind === "department" ? ["department"] : [];
}

function inboundLinks(objects: ReadonlyMap<string, CatalogObject>): Map<string, InboundLink[]> {
  const inbound = new Map<string, InboundLink[]>();
  for (const object of objects.values()) {
    for (const field of object.fields) {
      for (const target of targetsOf(field)) inbound.set(target, [...(inbound.get(target) ?? []), { object: object.name, field: field.name }]);
    }
  }
  return inbound;
}

/** Says of every roll-up what its value is. */
function markRollups(objects: Map<string, CatalogObject>, catalog: Catalog): void {
  for (const object of objects.values()) {
    if (!object.fields.some((field) => field.kind === "rollup")) continue;
    const fields = object.fields.map((field): Field => (field.kind === "rollup" ? { ...field, rolls: kindOf(field, catalog) } : field));
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
    const fields = object.fields.map((field): Field => (field.kind === "formula" ? { ...field, stored: isStored(field, []) } : field));
    objects.set(object.name, withIndexes({ ...object, fields }));
  }
}
