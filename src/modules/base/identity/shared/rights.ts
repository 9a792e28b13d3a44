/** Whose records, narrowest first; each includes those before it. */
export const SCOPES = ["none", "own", "reports", "department", "subtree", "all"] as const;
export type Scope = (typeof SCOPES)[number];
/** What one may do with a field, weakest first. */
export const FIELD_RIGHTS = ["hidden", "mask", "read", "edit"] as const;
export type FieldRight = (typeof FIELD_RIGHTS)[number];

export interface ObjectRights {
  readonly create: boolean;
  readonly read: Scope;
  readonly update: Scope;
  readonly delete: Scope;
}
/** The `rights` of a role, as kept in its record. */
export interface Rights {
  /** By object name; "*" stands for every object not named. */
  readonly objects: Readonly<Record<string, ObjectRights>>;
  /** By object and field; absent: edit. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, FieldRight>>>>;
  /** "*" is all. */
  readonly abilities: readonly string[];
}

export const NOTHING: ObjectRights = { create: false, read: "none", update: "none", delete: "none" };
export const EVERYTHING: ObjectRights = { create: true, read: "all", update: "all", delete: "all" };

/** What the rights grant on an object: named, else by "*", else nothing. */
export const onObject = (rights: Rights, object: string): ObjectRights =>
  rights.objects[object] ?? rights.objects["*"] ?? NOTHING;
const grants = (rights: ObjectRights): boolean => rights.create || rights.read !== "none";
const onField = (rights: Rights, object: string, field: string): FieldRight =>
  grants(onObject(rights, object)) ? (rights.fields[object]?.[field] ?? "edit") : "hidden";

/** Abilities include `ability`, by name or by "*". */
export const hasAbility = (rights: Pick<Rights, "abilities">, ability: string): boolean =>
  rights.abilities.includes("*") || rights.abilities.includes(ability);

/**
 * Several roles add up: the widest scope and the strongest field right win. A role without sight of an object
 * says nothing about its fields.
 */
export const mergeRights = (all: readonly Rights[]): Rights =>
  combine(all, "widest", [...new Set(all.flatMap((rights) => rights.abilities))]);

/** What both grant: the narrower scope, the weaker field right, the common abilities. */
export function intersectRights(a: Rights, b: Rights): Rights {
  const both = [
    ...a.abilities.filter((ability) => hasAbility(b, ability)),
    ...b.abilities.filter((ability) => hasAbility(a, ability)),
  ];
  return combine([a, b], "narrowest", [...new Set(both)]);
}

/** What `wanted` grants beyond `held`, by name: abilities and objects. Both empty: nothing. */
export function excess(
  wanted: Rights,
  held: Rights,
): { readonly abilities: readonly string[]; readonly objects: readonly string[] } {
  const abilities = wanted.abilities.filter((ability) =>
    ability === "*" ? !held.abilities.includes("*") : !hasAbility(held, ability),
  );
  const objects = objectNames([wanted, held]).filter((name) => {
    const asked = onObject(wanted, name);
    const has = onObject(held, name);
    if (asked.create && !has.create) return true;
    if (
      ["read", "update", "delete"].some(
        (action) => isScopeAction(action) && SCOPES.indexOf(asked[action]) > SCOPES.indexOf(has[action]),
      )
    )
      return true;
    if (!grants(asked)) return false;
    return fieldNames([wanted, held], name).some(
      (field) =>
        FIELD_RIGHTS.indexOf(onField(wanted, name, field)) > FIELD_RIGHTS.indexOf(onField(held, name, field)),
    );
  });
  return { abilities, objects };
}
const isScopeAction = (action: string): action is "read" | "update" | "delete" =>
  action === "read" || action === "update" || action === "delete";

type Way = "widest" | "narrowest";
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
      const right = pick(
        FIELD_RIGHTS,
        all.map((rights) => onField(rights, name, field)),
        way,
      );
      if (right !== "edit") own[field] = right;
    }
    if (Object.keys(own).length > 0) fields[name] = own;
  }
  return { objects, fields, abilities };
}

function combineObject(all: readonly ObjectRights[], way: Way): ObjectRights {
  const scope = (action: "read" | "update" | "delete") =>
    pick(
      SCOPES,
      all.map((rights) => rights[action]),
      way,
    );
  const create =
    way === "widest" ? all.some((rights) => rights.create) : all.every((rights) => rights.create);
  return { create, read: scope("read"), update: scope("update"), delete: scope("delete") };
}

/** `order` goes from weak to strong. */
function pick<T>(order: readonly [T, ...T[]], values: readonly T[], way: Way): T {
  const places = values.map((value) => order.indexOf(value));
  const place = places.length === 0 ? 0 : way === "widest" ? Math.max(...places) : Math.min(...places);
  return order[place] ?? order[0];
}
