import { useQuery } from "@tanstack/react-query";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import { readObjects } from "../../shared/wire/objects.contract.ts";
import { call } from "./call.ts";
import { useIsViewing } from "./session.ts";

export type FieldInfo = Field & { readonly right?: "read" | "edit" | "mask" | "hidden" };
export interface ObjectInfo extends Omit<CatalogObject, "fields" | "byName"> {
  readonly fields: readonly FieldInfo[];
  readonly byName: Readonly<Record<string, FieldInfo>>;
  /** Links of other objects that point here. */
  readonly links?: readonly { readonly object: string; readonly field: string }[];
  /** A money document, or lines of one: a change says which version was seen. */
  readonly asksForVersion?: boolean;
  /** Somebody looks as someone else: nothing of it is written, whatever the rights say. */
  readonly isLocked?: boolean;
  /** Of the caller: yes or no, or whose records. */
  readonly rights: Readonly<Record<"create" | "read" | "update" | "delete", boolean | string>>;
}
export type ObjectMap = ReadonlyMap<string, ObjectInfo>;

export const OBJECTS = ["objects"] as const;

async function fetchObjects(): Promise<ObjectMap> {
  const { data } = await call(readObjects, {});
  const documents = data.filter((object) => object.money_document);
  const asking = new Set(
    documents.flatMap(({ name, fields }) => [
      name,
      ...fields.flatMap((field) => (field.kind === "children" ? [field.object] : [])),
    ]),
  );
  return new Map(
    data.map((object) => [
      object.name,
      {
        ...object,
        asksForVersion: asking.has(object.name),
        byName: Object.fromEntries(object.fields.map((field) => [field.name, field])),
      },
    ]),
  );
}

/** The version that was seen, where the object asks for it. */
export const matchOf = (object: ObjectInfo, record: Readonly<Values>): { readonly ifVersion?: number } => {
  const { version } = partOf(anyRecord, record);
  return object.asksForVersion && typeof version === "number" ? { ifVersion: version } : {};
};

const asFound = (objects: ObjectMap): ObjectMap => objects;
const locked = (objects: ObjectMap): ObjectMap =>
  new Map([...objects].map(([name, object]) => [name, { ...object, isLocked: true }]));
export const OBJECTS_QUERY = {
  queryKey: OBJECTS,
  queryFn: fetchObjects,
  staleTime: Number.POSITIVE_INFINITY,
} as const;
export const useObjectsQuery = () =>
  useQuery({
    ...OBJECTS_QUERY,
    select: useIsViewing() ? locked : asFound,
  });

const NONE: ObjectMap = new Map();
/** The objects the caller may see; empty until they are read (the shell waits for them). */
export const useObjects = (): ObjectMap => useObjectsQuery().data ?? NONE;
export const useObject = (name: string): ObjectInfo | undefined => useObjects().get(name);

type Action = "create" | "read" | "update" | "delete";
/** What the rights say. */
export const hasRight = (object: ObjectInfo, action: Action): boolean => {
  const right = object.rights?.[action];
  return right !== false && right !== "none" && right !== undefined;
};
/** What can be done here and now. */
export const can = (object: ObjectInfo, action: Action): boolean =>
  (action === "read" || object.isLocked !== true) && hasRight(object, action);

/** Kinds that are never typed in a form. */
const MADE: readonly Field["kind"][] = ["formula", "rollup", "auto_number"];

export const isShown = (field: FieldInfo): boolean =>
  !field.internal && !field.hidden && field.right !== "hidden";
/**
 * The `fields` to ask a list for where some that it shows are answered by name only; undefined: what is
 * answered anyhow has them all.
 */
export function askedFields(object: ObjectInfo, shown: readonly string[]): string | undefined {
  const byName = shown.filter((name) => {
    const field = object.byName[name];
    return field && (field.on_request || field.kind === "tags") && field.right !== "hidden";
  });
  if (byName.length === 0) return undefined;
  const usual = object.fields.filter(
    (field) =>
      !field.on_request && field.kind !== "children" && field.kind !== "tags" && field.right !== "hidden",
  );
  return [...usual.map(({ name }) => name), ...new Set(byName)].join(",");
}
/** May the caller write this field of a record (`creating`: fields that are fixed later, too)? */
export const isEditable = (object: ObjectInfo, field: FieldInfo, creating = false): boolean =>
  isShown(field) &&
  (field.right ?? "edit") === "edit" &&
  !field.computed &&
  !MADE.includes(field.kind) &&
  (creating || !field.fixed) &&
  can(object, creating ? "create" : "update");
