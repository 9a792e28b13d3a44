import { hasAbility, objectRights } from "../../../engine/access/predicate.ts";
import { fieldRights } from "../../../engine/access/rights-of.ts";
import type { Context } from "../../../engine/context.ts";
import type { CatalogObject } from "../../../shared/metadata/object.ts";
import { ABILITIES, type Rights } from "../../identity/server/public.ts";
import type { ObjectDiff, RoleDiff } from "../shared/wire.ts";
import { abilityName } from "./ability-name.ts";
import { recordDiff } from "./record-diff.ts";
import { type Holder, roleHolders } from "./role-holders.ts";

const ACTIONS = ["read", "update", "delete"] as const;
/** The whole answer and one statement of it, in milliseconds. */
const LONGEST = 12_000;
const LONGEST_ONE = 8000;
const TIMED_OUT = "57014";

/** `named`: without the records that only hang on others. What people with a role gain and lose when its rights become `rights`, next to whatever their other roles give. Nothing is saved. */
export async function diffRole(context: Context, role: string, rights: Rights, part: "named" | "all" = "all"): Promise<RoleDiff> {
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

async function recordDiffs(context: Context, objects: readonly CatalogObject[], holders: readonly Holder[], part: "named" | "all") {
  const begun = Date.now();
  const diffs: ObjectDiff[] = [];
  const unknown = new Set<string>();
  for (const { object, action } of inOrder(objects, holders, part)) {
    const left = LONGEST - (Date.now() - begun);
    const diff = await recordDiff(context, object, action, holders, Math.min(left, LONGEST_ONE)).catch((error: unknown) => late(error));
    if (diff === "late") unknown.add(object.name);
    else if (diff) diffs.push(diff);
  }
  return { diffs, unknown: [...unknown] };
}

/** What the draft names goes first, then what hangs on it; seeing before changing. When time runs out, the most telling is there. */
function inOrder(
  objects: readonly CatalogObject[],
  holders: readonly Holder[],
  part: "named" | "all",
): readonly { readonly object: CatalogObject; readonly action: (typeof ACTIONS)[number] }[] {
  const isNamed = (object: CatalogObject) =>
    holders.some(({ before, after }) => JSON.stringify(objectRights(before, object)) !== JSON.stringify(objectRights(after, object)));
  const named = objects.filter(isNamed);
  const others = objects.filter((object) => !named.includes(object));
  const pairs = (some: readonly CatalogObject[]) => ACTIONS.flatMap((action) => some.map((object) => ({ object, action })));
  return part === "named" ? pairs(named) : [...pairs(named), ...pairs(others)];
}

function late(error: unknown): "late" {
  if (error instanceof Error && "code" in error && error.code === TIMED_OUT) return "late";
  throw error;
}

function createDiff(object: CatalogObject, holders: readonly Holder[]): RoleDiff["create"] {
  const may = (context: Context) => objectRights(context, object).create;
  const gaining = holders.filter(({ before, after }) => !may(before) && may(after)).length;
  const losing = holders.filter(({ before, after }) => may(before) && !may(after)).length;
  return gaining + losing === 0 ? [] : [{ object: object.name, gaining, losing }];
}

/** Fields of objects that stay in reach; what a lost object takes along is counted with its records. */
function fieldDiff(object: CatalogObject, holders: readonly Holder[]): RoleDiff["fields"] {
  const found = new Map<string, { object: string; field: string; before: string; after: string; people: number }>();
  for (const { before, after } of holders) {
    if (objectRights(before, object).read === "none" || objectRights(after, object).read === "none") continue;
    const [had, has] = [fieldRights(before, object), fieldRights(after, object)];
    for (const field of object.fields) {
      const [from, to] = [had.get(field.name) ?? "hidden", has.get(field.name) ?? "hidden"];
      if (from === to) continue;
      const key = `${field.name} ${from} ${to}`;
      const known = found.get(key) ?? { object: object.name, field: field.name, before: from, after: to, people: 0 };
      known.people += 1;
      found.set(key, known);
    }
  }
  return [...found.values()];
}

function abilityDiff(holders: readonly Holder[], rights: Rights): RoleDiff["abilities"] {
  const names = new Set([...ABILITIES.map(({ name }) => name), ...rights.abilities.filter((name) => name !== "*")]);
  return [...names].flatMap((ability) => {
    const gaining = holders.filter(({ before, after }) => !hasAbility(before, ability) && hasAbility(after, ability)).length;
    const losing = holders.filter(({ before, after }) => hasAbility(before, ability) && !hasAbility(after, ability)).length;
    return gaining + losing === 0 ? [] : [{ ability, label: abilityName(ability), gaining, losing }];
  });
}
