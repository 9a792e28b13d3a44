import type { Field } from "../../shared/metadata/field.ts";
import {
  type CatalogObject,
  parentOf,
  type PersonalSharing,
  personalOf,
} from "../../shared/metadata/object.ts";
import type { Catalog } from "../kernel/catalog.ts";
import type { Context } from "../kernel/context.ts";
import {
  type Action,
  EVERYTHING,
  FIELD_RIGHTS,
  type FieldRight,
  grantsAbility,
  isOfDepartments,
  NOTHING,
  type ObjectRights,
  type RecordScope,
  type RoleRights,
  SCOPES,
  strongestOf,
  weakestOf,
} from "../../shared/rights/rights.ts";
import { isOutsider, outsideFieldRight, outsideRights } from "./outsiders.ts";
import { type Bound, fieldWithin, objectWithin, rulesOn } from "../../shared/rights/state-rules.ts";
import { readsOf } from "./computed-reads.ts";

/** A ledger that hangs on records is read by whoever reads the record: it needs no grant of its own. */
const LEDGER: ObjectRights = { create: false, read: "all", update: "none", delete: "none" };
/**
 * What a person has of their own needs no grant and cannot be granted away; `predicate` narrows "all" to the
 * owner's.
 */
const PERSONAL: Readonly<Record<PersonalSharing["personal"], ObjectRights>> = {
  edit: { create: true, read: "all", update: "all", delete: "all" },
  keep: { create: false, read: "all", update: "all", delete: "all" },
  read: { create: false, read: "all", update: "none", delete: "all" },
};

/**
 * What a role grants on an object, whatever the state of a record; of departments that were chosen for it only
 * what goes by people: the rest is told by `chosenPlaces`.
 */
export function granted(context: Context, role: RoleRights, name: string): ObjectRights {
  const rights = saidOfObject(context, role, name);
  return role.places === undefined
    ? rights
    : {
        create: rights.create,
        read: byPeople(rights.read),
        update: byPeople(rights.update),
        delete: byPeople(rights.delete),
      };
}
const byPeople = (scope: RecordScope): RecordScope => (isOfDepartments(scope) ? "reports" : scope);

/** The departments chosen for a role whose records it gives `action` on; nobody changes what it does not show. */
export function chosenPlaces(
  context: Context,
  role: RoleRights,
  name: string,
  action: Action,
): readonly string[] {
  if (role.places === undefined) return [];
  return isOfDepartments(scopeOf(saidOfObject(context, role, name), action)) ? role.places : [];
}

function saidOfObject(context: Context, role: RoleRights, name: string): ObjectRights {
  const object = context.catalog.object(name);
  const personal = object && personalOf(object.sharing);
  if (personal) return PERSONAL[personal.personal];
  return role.objects[name] ?? (object && withParent(object)) ?? role.objects["*"] ?? NOTHING;
}
function withParent(object: CatalogObject): ObjectRights | undefined {
  const parent = parentOf(object.sharing);
  if (parent && object.ledger) return LEDGER;
  return parent?.implied ? EVERYTHING : undefined;
}
const widest = (a: RecordScope, b: RecordScope): RecordScope => strongestOf(SCOPES, [a, b]);
const narrowest = (a: RecordScope, b: RecordScope): RecordScope => weakestOf(SCOPES, [a, b]);
const strongest = (a: FieldRight, b: FieldRight): FieldRight => strongestOf(FIELD_RIGHTS, [a, b]);
const weakest = (a: FieldRight, b: FieldRight): FieldRight => weakestOf(FIELD_RIGHTS, [a, b]);

/**
 * What the caller may do with records of `object`: all roles added up, the most that any state of a record
 * gives.
 */
export function objectRights(context: Context, object: Pick<CatalogObject, "name">): ObjectRights {
  if (context.principal.kind === "system") return EVERYTHING;
  if (isOutsider(context.principal)) return outsideRights(context, object);
  const known = memoryOf(context).objects;
  const found = known.get(object.name) ?? sumOfRights(context, object);
  known.set(object.name, found);
  return found;
}

function sumOfRights(context: Context, object: Pick<CatalogObject, "name">): ObjectRights {
  return context.principal.roles
    .map((role) => objectWithin(role, object.name, granted(context, role, object.name), "most"))
    .reduce(
      (sum, next) => ({
        create: sum.create || next.create,
        read: widest(sum.read, next.read),
        update: widest(sum.update, next.update),
        delete: widest(sum.delete, next.delete),
      }),
      NOTHING,
    );
}

/** Whose records the caller may do `action` to in every state; for what is given away on the strength of it. */
export function surelyReached(context: Context, object: CatalogObject, action: Action): RecordScope {
  const { principal } = context;
  if (principal.kind === "system" || !principal.roles.some((role) => rulesOn(role, object.name).length > 0))
    return scopeOf(objectRights(context, object), action);
  const least = principal.roles
    .map((role) => objectWithin(role, object.name, granted(context, role, object.name), "least"))
    .map((rights) => scopeOf(rights, action));
  return strongestOf(SCOPES, least);
}

export interface RoleScope {
  readonly id: string;
  readonly name: string;
  readonly scope: RecordScope;
  /** Departments that it gives in the place of one's own. */
  readonly places?: readonly string[];
}
/** The roles that let the caller do `action` to records of `object`, with what each grants by itself. */
export function rolesBehind(
  context: Context,
  object: Pick<CatalogObject, "name">,
  action: Action,
): readonly RoleScope[] {
  if (context.principal.kind === "system") return [];
  const known = memoryOf(context).behind;
  const key = `${object.name} ${action}`;
  const found =
    known.get(key) ??
    context.principal.roles
      .map((role) => {
        const places = chosenPlaces(context, role, object.name, action);
        const scope = granted(context, role, object.name)[action];
        return { id: role.id, name: role.name, scope, ...(places.length > 0 ? { places } : {}) };
      })
      .filter(({ scope }) => scope !== "none");
  known.set(key, found);
  return found;
}

/** Whose records the caller may do `action` to; nobody changes what they may not see. */
export function scopeOf(rights: ObjectRights, action: Action): RecordScope {
  return action === "read" ? rights.read : narrowest(rights.read, rights[action]);
}

/** e.g. `hasAbility(context, "pipeline.override")`. */
export function hasAbility(context: Context, ability: string): boolean {
  if (context.principal.kind === "system") return true;
  return context.principal.roles.some((role) => grantsAbility(role, ability));
}

interface Memory {
  readonly objects: Map<string, ObjectRights>;
  /** By bound and object. */
  readonly fields: Map<string, ReadonlyMap<string, FieldRight>>;
  readonly behind: Map<string, readonly RoleScope[]>;
}
const remembered = new WeakMap<
  Catalog,
  { readonly system: Memory; readonly byRoles: WeakMap<readonly RoleRights[], Memory> }
>();
const emptyMemory = (): Memory => ({ objects: new Map(), fields: new Map(), behind: new Map() });

/**
 * Rights follow from roles and definitions alone, and both are immutable: whoever has the same ones shares
 * what was found.
 */
function memoryOf({ catalog, principal }: Context): Memory {
  const known = remembered.get(catalog) ?? {
    system: emptyMemory(),
    byRoles: new WeakMap<readonly RoleRights[], Memory>(),
  };
  remembered.set(catalog, known);
  if (principal.kind === "system") return known.system;
  const found = known.byRoles.get(principal.roles) ?? emptyMemory();
  known.byRoles.set(principal.roles, found);
  return found;
}

/**
 * What the caller may do with each field. Only roles that grant something on the object count, and what is
 * computed inherits the strictest right of all that it reads (decision 13). Where roles have rules by state:
 * the least that any state of a record leaves, so that whoever does not ask for the state tells too little,
 * never too much; or the `most` that any gives.
 */
export function fieldRights(
  context: Context,
  object: CatalogObject,
  bound: Bound = "least",
): ReadonlyMap<string, FieldRight> {
  const known = memoryOf(context).fields;
  const key = bound === "least" ? object.name : `most ${object.name}`;
  const found = known.get(key);
  if (found) return found;
  const rights = new Map(
    object.fields.map((field) => [field.name, withReads(context, object, field, bound, [])]),
  );
  known.set(key, rights);
  return rights;
}

/** What the caller may do with one field; a field that is not there is hidden. */
export function fieldRight(context: Context, object: CatalogObject, field: string): FieldRight {
  return fieldRights(context, object).get(field) ?? "hidden";
}

/** Whether the caller may know in which stages records of `object` stand. */
export const readsStage = (context: Context, object: CatalogObject): boolean =>
  object.stageField === undefined || isReadable(fieldRight(context, object, object.stageField));

/** The fields whose values the caller may see in full. */
export function readableFields(context: Context, object: CatalogObject): readonly Field[] {
  const rights = fieldRights(context, object);
  return object.fields.filter((field) => isReadable(rights.get(field.name)));
}
export const isReadable = (right: FieldRight | undefined): boolean => right === "read" || right === "edit";

/** What is the same for every record: nobody's, the program's own, or not by roles; else undefined. */
export function fixedRight(context: Context, object: CatalogObject, field: Field): FieldRight | undefined {
  if (field.hidden) return "hidden";
  if (context.principal.kind === "system") return "edit";
  if (field.program_only) return "hidden";
  if (isOutsider(context.principal)) return outsideFieldRight(object, field);
  if (field.ability && !hasAbility(context, field.ability)) return "hidden";
  return field.name === "id" && rolesOn(context, object).length > 0 ? "read" : undefined;
}
/** The roles that grant something on the object in some state: only they say something about its fields. */
export const rolesOn = (context: Context, object: CatalogObject): readonly RoleRights[] =>
  context.principal.roles.filter((role) =>
    grantsAnything(objectWithin(role, object.name, granted(context, role, object.name), "most")),
  );
/** What a role says of a field whatever the state of a record. */
export const saidOf = (role: RoleRights, object: CatalogObject, field: Field): FieldRight =>
  role.fields[object.name]?.[field.name] ?? "edit";

function ownRight(context: Context, object: CatalogObject, field: Field, bound: Bound): FieldRight {
  return (
    fixedRight(context, object, field) ??
    rolesOn(context, object)
      .map((role) => fieldWithin(role, object.name, field.name, saidOf(role, object, field), bound))
      .reduce<FieldRight>(strongest, "hidden")
  );
}
const grantsAnything = (rights: ObjectRights): boolean =>
  rights.create || rights.read !== "none" || rights.update !== "none" || rights.delete !== "none";

export const isComputed = (field: Field): boolean =>
  field.computed === true || field.kind === "formula" || field.kind === "rollup";

function withReads(
  context: Context,
  object: CatalogObject,
  field: Field,
  bound: Bound,
  path: readonly string[],
): FieldRight {
  const own = ownRight(context, object, field, bound);
  const place = `${object.name}.${field.name}`;
  if (own === "hidden" || context.principal.kind === "system" || path.includes(place)) return own;
  return readsOf(context.catalog, object, field).reduce<FieldRight>((right, read) => {
    const target = context.catalog.object(read.object);
    const inner = target?.byName[read.field];
    if (!target || !inner) return right;
    // What another record is worth by its state is not known here: it counts as little as it may be worth.
    const of = target.name === object.name ? bound : "least";
    const innerRight = withReads(context, target, inner, of, [...path, place]);
    // What one may write oneself is not closed by what one may only read.
    return isReadable(innerRight) && !isComputed(field) ? right : weakest(right, innerRight);
  }, own);
}
