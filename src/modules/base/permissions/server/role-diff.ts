import {
  type Context,
  MAX_PARENTS,
  fieldRights,
  fieldsByState,
  hasAbility,
  objectRights,
} from "../../../../engine/public.ts";
import { targetsOf } from "../../../../shared/expression/value-types.ts";
import { type CatalogObject, parentOf, personalOf } from "../../../../shared/metadata/object.ts";
import { ABILITIES } from "../../identity/public.ts";
import { rulesOn } from "../../../../shared/rights/state-rules.ts";
import type { Rights } from "../../../../shared/rights/rights.ts";
import type { ObjectDiff, RoleDiff } from "../shared/role-diff.contract.ts";
import { abilityName } from "./ability-name.ts";
import { recordDiff } from "./record-diff.ts";
import { type Holder, roleHolders } from "./role-holders.ts";

/** The whole answer and one statement of it, in milliseconds. */
const LONGEST = 12_000;
const LONGEST_ONE = 8000;

/**
 * `named`: without the records that only hang on others. What people with a role gain and lose when its
 * rights become `rights`, next to whatever their other roles give. Nothing is saved.
 */
export async function diffRole(
  context: Context,
  role: string,
  rights: Rights,
  part: "named" | "all" = "all",
): Promise<RoleDiff> {
  const { total, holders } = await roleHolders(context, role, rights);
  const objects = [...context.catalog.objects.values()].filter((object) => !object.ledger);
  const records = await recordDiffs(context, objects, holders, part);
  return {
    holders: total,
    checked: holders.length,
    complete: holders.length === total && records.unknown.length === 0,
    unknown: records.unknown,
    objects: records.diffs,
    create: objects.flatMap((object) => createDiff(object, holders)),
    fields: objects.flatMap((object) => fieldDiff(object, holders)),
    abilities: abilityDiff(holders, rights),
  };
}

async function recordDiffs(
  context: Context,
  objects: readonly CatalogObject[],
  holders: readonly Holder[],
  part: "named" | "all",
) {
  const begun = Date.now();
  const diffs: ObjectDiff[] = [];
  const unknown = new Set<string>();
  for (const object of inOrder(objects, holders, part)) {
    const left = Math.min(LONGEST - (Date.now() - begun), LONGEST_ONE);
    const found = await recordDiff(context, object, concerned(object, holders), left);
    if (found === "late") unknown.add(object.name);
    else diffs.push(...found);
  }
  return { diffs, unknown: [...unknown] };
}

/** What the draft names goes first, then what hangs on it: when time runs out, the most telling is there. */
function inOrder(
  objects: readonly CatalogObject[],
  holders: readonly Holder[],
  part: "named" | "all",
): readonly CatalogObject[] {
  const named = objects.filter((object) =>
    oneOfEachSet(holders).some(
      ({ before, after }) =>
        JSON.stringify(ownRights(before, object)) !== JSON.stringify(ownRights(after, object)),
    ),
  );
  return part === "named" ? named : [...named, ...objects.filter((object) => !named.includes(object))];
}

/**
 * People for whom the change means something for these records or what they hang on: it follows from their
 * roles.
 */
function concerned(object: CatalogObject, holders: readonly Holder[]): readonly Holder[] {
  const changed = new Set(
    oneOfEachSet(holders).flatMap(({ before, after, roles }) =>
      rightsAbout(before, object, 0) === rightsAbout(after, object, 0) ? [] : [roles],
    ),
  );
  return holders.filter(({ roles }) => changed.has(roles));
}
const oneOfEachSet = (holders: readonly Holder[]): readonly Holder[] => [
  ...new Map(holders.map((holder) => [holder.roles, holder])).values(),
];

/** All rights that sight of such records is made of, as a text to compare. */
function rightsAbout(context: Context, object: CatalogObject, depth: number): string {
  const opened = personalOf(object.sharing)?.opened;
  const link = depth < MAX_PARENTS ? object.byName[parentOf(object.sharing)?.parent ?? ""] : undefined;
  const parents = link ? targetsOf(link).flatMap((name) => context.catalog.object(name) ?? []) : [];
  const own = [ownRights(context, object), opened !== undefined && hasAbility(context, opened.ability)];
  return JSON.stringify([own, parents.map((parent) => rightsAbout(context, parent, depth + 1))]);
}

/** What roles grant of such records, and in which states something else. */
const ownRights = (context: Context, object: CatalogObject) => [
  objectRights(context, object),
  context.principal.roles.map((role) => (role.places ? [role.places, role.objects] : null)),
  context.principal.roles.flatMap((role) => {
    const rules = rulesOn(role, object.name).map(({ fields: _fields, ...rule }) => rule);
    return rules.length === 0 ? [] : [[role.objects[object.name] ?? role.objects["*"] ?? null, rules]];
  }),
];

function createDiff(object: CatalogObject, holders: readonly Holder[]): RoleDiff["create"] {
  const may = (context: Context) => objectRights(context, object).create;
  const gaining = holders.filter(({ before, after }) => !may(before) && may(after)).length;
  const losing = holders.filter(({ before, after }) => may(before) && !may(after)).length;
  return gaining + losing === 0 ? [] : [{ object: object.name, gaining, losing }];
}

/** Fields of objects that stay in reach; what a lost object takes along is counted with its records. */
function fieldDiff(object: CatalogObject, holders: readonly Holder[]): RoleDiff["fields"] {
  const found = new Map<
    string,
    { object: string; field: string; before: string; after: string; by_state?: true; people: number }
  >();
  for (const { before, after } of holders) {
    if (objectRights(before, object).read === "none" || objectRights(after, object).read === "none") continue;
    const [had, has] = [boundsOf(before, object), boundsOf(after, object)];
    for (const field of object.fields) {
      const was = had(field.name);
      const is = has(field.name);
      if (was.least === is.least && was.most === is.most) continue;
      const differs = was.least === is.least ? "most" : "least";
      const [from, to] = [was[differs], is[differs]];
      const byState = was.least !== was.most || is.least !== is.most;
      const key = `${field.name} ${from} ${to} ${String(byState)}`;
      const known = found.get(key) ?? {
        object: object.name,
        field: field.name,
        before: from,
        after: to,
        ...(byState ? ({ by_state: true } as const) : {}),
        people: 0,
      };
      known.people += 1;
      found.set(key, known);
    }
  }
  return [...found.values()];
}

/** What a person may do with each field at least, and at most, whatever the state of a record. */
function boundsOf(context: Context, object: CatalogObject) {
  const least = fieldRights(context, object);
  const states = fieldsByState(context, object);
  return (name: string) => {
    const right = least.get(name) ?? "hidden";
    return { least: right, most: states.get(name)?.most ?? right };
  };
}

function abilityDiff(holders: readonly Holder[], rights: Rights): RoleDiff["abilities"] {
  const names = new Set([
    ...ABILITIES.map(({ name }) => name),
    ...rights.abilities.filter((name) => name !== "*"),
  ]);
  return [...names].flatMap((ability) => {
    const gaining = holders.filter(
      ({ before, after }) => !hasAbility(before, ability) && hasAbility(after, ability),
    ).length;
    const losing = holders.filter(
      ({ before, after }) => hasAbility(before, ability) && !hasAbility(after, ability),
    ).length;
    return gaining + losing === 0 ? [] : [{ ability, label: abilityName(ability), gaining, losing }];
  });
}
