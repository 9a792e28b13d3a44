import {
  type Action,
  FIELD_RIGHTS,
  type FieldRight,
  grantsAbility,
  NOTHING,
  type ObjectRights,
  type Rights,
  SCOPES,
  strongestOf,
  weakestOf,
} from "./rights.ts";
import { type Bound, withoutStates } from "./state-rules.ts";

/** What the rights grant on an object: named, else by "*", else nothing. */
export const onObject = (rights: Rights, object: string): ObjectRights =>
  rights.objects[object] ?? rights.objects["*"] ?? NOTHING;
const grants = (rights: ObjectRights): boolean => rights.create || rights.read !== "none";
const onField = (rights: Rights, object: string, field: string): FieldRight =>
  grants(onObject(rights, object)) ? (rights.fields[object]?.[field] ?? "edit") : "hidden";

/**
 * Several roles add up: the widest scope and the strongest field right win. A role without sight of an object
 * says nothing about its fields. Of rules by state only their bound is left.
 */
export const mergeRights = (all: readonly Rights[], bound: Bound = "least"): Rights =>
  combine(
    all.map((rights) => withoutStates(rights, bound)),
    "widest",
    [...new Set(all.flatMap((rights) => rights.abilities))],
  );

/** What both grant, in any state of a record: the narrower scope, the weaker field right, the common abilities. */
export function intersectRights(a: Rights, b: Rights): Rights {
  const both = [
    ...a.abilities.filter((ability) => grantsAbility(b, ability)),
    ...b.abilities.filter((ability) => grantsAbility(a, ability)),
  ];
  const held = [withoutStates(a, "least"), withoutStates(b, "least")];
  return combine(held, "narrowest", [...new Set(both)]);
}

/**
 * What `wanted` grants beyond `held` in any state of a record, by name: abilities and objects. Both empty:
 * nothing.
 */
export function excess(
  asked: Rights,
  had: Rights,
): { readonly abilities: readonly string[]; readonly objects: readonly string[] } {
  const [wanted, held] = [withoutStates(asked, "most"), withoutStates(had, "least")];
  const abilities = wanted.abilities.filter((ability) =>
    ability === "*" ? !held.abilities.includes("*") : !grantsAbility(held, ability),
  );
  const objects = objectNames([wanted, held]).filter((name) => {
    const given = onObject(wanted, name);
    const has = onObject(held, name);
    if (given.create && !has.create) return true;
    if (ACTIONS.some((action) => SCOPES.indexOf(given[action]) > SCOPES.indexOf(has[action]))) return true;
    if (!grants(given)) return false;
    return fieldNames([wanted, held], name).some(
      (field) =>
        FIELD_RIGHTS.indexOf(onField(wanted, name, field)) > FIELD_RIGHTS.indexOf(onField(held, name, field)),
    );
  });
  return { abilities, objects };
}
const ACTIONS: readonly Action[] = ["read", "update", "delete"];

const PICK = { widest: strongestOf, narrowest: weakestOf } as const;
type Way = keyof typeof PICK;
const objectNames = (all: readonly Rights[]): readonly string[] => [
  ...new Set(all.flatMap((rights) => Object.keys(rights.objects))),
];
const fieldNames = (all: readonly Rights[], object: string): readonly string[] => [
  ...new Set(all.flatMap((rights) => Object.keys(rights.fields[object] ?? {}))),
];

function combine(all: readonly Rights[], way: Way, abilities: readonly string[]): Rights {
  const objects: Record<string, ObjectRights> = {};
  const fields: Record<string, Record<string, FieldRight>> = {};
  for (const name of objectNames(all))
    objects[name] = combineObject(
      all.map((rights) => onObject(rights, name)),
      way,
    );
  for (const name of new Set(all.flatMap((rights) => Object.keys(rights.fields)))) {
    const own: Record<string, FieldRight> = {};
    for (const field of fieldNames(all, name)) {
      const right = PICK[way](
        FIELD_RIGHTS,
        all.map((rights) => onField(rights, name, field)),
      );
      if (right !== "edit") own[field] = right;
    }
    if (Object.keys(own).length > 0) fields[name] = own;
  }
  return { objects, fields, abilities };
}

function combineObject(all: readonly ObjectRights[], way: Way): ObjectRights {
  const scope = (action: Action) =>
    PICK[way](
      SCOPES,
      all.map((rights) => rights[action]),
    );
  const create =
    way === "widest" ? all.some((rights) => rights.create) : all.every((rights) => rights.create);
  return { create, read: scope("read"), update: scope("update"), delete: scope("delete") };
}
