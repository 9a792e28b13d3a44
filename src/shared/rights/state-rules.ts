import {
  type Action,
  FIELD_RIGHTS,
  isOfDepartments,
  type FieldRight,
  NOTHING,
  type ObjectRights,
  type RecordScope,
  type Rights,
  SCOPES,
  type StateRule,
  strongestOf,
  weakestOf,
} from "./rights.ts";

/** The least that any state of a record leaves, or the most that any gives. */
export type Bound = "least" | "most";
const PICK = { least: weakestOf, most: strongestOf } as const;
const ACTIONS: readonly Action[] = ["read", "update", "delete"];
const NONE: readonly StateRule[] = [];

/** What a role says of an object by state, in the order in which it is asked. */
export const rulesOn = ({ states }: Pick<Rights, "states">, object: string): readonly StateRule[] =>
  states && Object.hasOwn(states, object) ? (states[object] ?? NONE) : NONE;

export const scopeWithin = (
  rights: Pick<Rights, "states">,
  object: string,
  action: Action,
  base: RecordScope,
  bound: Bound,
): RecordScope =>
  PICK[bound](SCOPES, [base, ...rulesOn(rights, object).flatMap((rule) => rule[action] ?? [])]);

export const fieldWithin = (
  rights: Pick<Rights, "states">,
  object: string,
  field: string,
  base: FieldRight,
  bound: Bound,
): FieldRight =>
  PICK[bound](FIELD_RIGHTS, [base, ...rulesOn(rights, object).flatMap((rule) => rule.fields?.[field] ?? [])]);

/** What an object’s rights come to at least, or at most, whatever the state of a record. */
export const objectWithin = (
  rights: Pick<Rights, "states">,
  object: string,
  base: ObjectRights,
  bound: Bound,
): ObjectRights => ({
  create: base.create,
  read: scopeWithin(rights, object, "read", base.read, bound),
  update: scopeWithin(rights, object, "update", base.update, bound),
  delete: scopeWithin(rights, object, "delete", base.delete, bound),
});

/**
 * Departments of one’s choosing follow no place of a person: at least they give what one’s own and those of
 * one’s reports are, at most everything.
 */
function withoutPlaces(rights: Rights & { readonly places?: readonly string[] }, bound: Bound): Rights {
  const { departments, places, ...rest } = rights;
  if (departments === undefined && places === undefined) return rights;
  const as = (scope: RecordScope): RecordScope =>
    isOfDepartments(scope) ? (bound === "most" ? "all" : "reports") : scope;
  const flat = (one: ObjectRights): ObjectRights => ({
    create: one.create,
    read: as(one.read),
    update: as(one.update),
    delete: as(one.delete),
  });
  const rule = (one: StateRule): StateRule => ({
    ...one,
    ...(one.read ? { read: as(one.read) } : {}),
    ...(one.update ? { update: as(one.update) } : {}),
    ...(one.delete ? { delete: as(one.delete) } : {}),
  });
  const each = <A, B>(map: Readonly<Record<string, A>>, change: (one: A) => B): Record<string, B> =>
    Object.fromEntries(Object.entries(map).map(([name, one]) => [name, change(one)]));
  return {
    ...rest,
    objects: each(rest.objects, flat),
    ...(rest.states ? { states: each(rest.states, (rules) => rules.map(rule)) } : {}),
  };
}

/**
 * The same rights without rules: what they come to at least, or at most. Rights of several roles add up record
 * by record, which no one set of rights can say; so what is compared or narrowed is compared by its bounds.
 */
export function withoutStates(rights: Rights, bound: Bound): Rights {
  const { states, ...rest } = withoutPlaces(rights, bound);
  if (!states) return rest;
  const objects: Record<string, ObjectRights> = { ...rest.objects };
  const fields: Record<string, Record<string, FieldRight>> = Object.fromEntries(
    Object.entries(rest.fields).map(([name, own]) => [name, { ...own }]),
  );
  for (const [name, rules] of Object.entries(states)) {
    const base = rest.objects[name] ?? rest.objects["*"] ?? NOTHING;
    if (rules.some((rule) => ACTIONS.some((action) => rule[action] !== undefined)))
      objects[name] = objectWithin(rights, name, base, bound);
    for (const field of new Set(rules.flatMap((rule) => Object.keys(rule.fields ?? {})))) {
      const right = fieldWithin(rights, name, field, rest.fields[name]?.[field] ?? "edit", bound);
      fields[name] = { ...fields[name], [field]: right };
    }
  }
  return { ...rest, objects, fields };
}
