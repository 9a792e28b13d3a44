import type { Transaction } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import { pointedAt, type Pointer, pointersOf } from "../../shared/metadata/further-links.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import { accessPredicate } from "../access/predicate.ts";
import { targetsOf } from "../../shared/expression/value-types.ts";
import type { Context } from "../kernel/context.ts";
import { oneOf } from "../query/one-of.ts";
import { Params } from "../kernel/params.ts";
import { tableOf } from "../schema/names.ts";
import { heldBefore } from "./arrange-links.ts";
import { type Item, isLive, keyOf, refuseItem, type Sought, invalid } from "./batch.ts";
import { recordMessages } from "./messages.ts";
import { withLabel } from "../values/field-reason.ts";
import { isUuid } from "../values/is-uuid.ts";

type Target = Pointer;

/** Where a link-like value points. */
export function targetOf(field: Field, value: WireValue | undefined): Target | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return { object: targetsOf(field)[0] ?? "", id: value };
  return typeof value === "object" && !Array.isArray(value) ? (value as unknown as Target) : null;
}

type Wanted = Sought["wanted"];

/**
 * Asks for the targets that the given values name, together with what opens the write: whoever checks them
 * later need not wait for them.
 */
export function seekLinks(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
  known: ReadonlySet<string>,
): void {
  const fields = linksOf(object);
  const giving = items.filter(
    (item) =>
      isLive(item) && item.operation.op !== "delete" && fields.some(({ name }) => namesTarget(item, name)),
  );
  const wanted = new Map<string, Set<string>>();
  for (const item of giving)
    for (const field of fields)
      for (const target of pointersOf(givenOf(item)[field.name], pointedAt(field)[0] ?? "").slice(
        0,
        MOST_SOUGHT,
      )) {
        if (
          !isUuid(target.id) ||
          !pointedAt(field).includes(target.object) ||
          isOwn(context, target) ||
          known.has(keyOf(target.object, target.id))
        )
          continue;
        wanted.set(target.object, (wanted.get(target.object) ?? new Set()).add(target.id.toLowerCase()));
      }
  if (wanted.size === 0) return;
  const found = findTargets(tx, context, wanted);
  // Where the write fails before it asks for them nobody waits.
  found.catch(() => undefined);
  for (const item of giving) item.sought = { by: context.principal, wanted, found };
}
/** No list that may be written is longer. */
const MOST_SOUGHT = 100;
const linksOf = (object: CatalogObject): readonly Field[] =>
  object.fields.filter((field) => pointedAt(field).length > 0);
const givenOf = ({ operation }: Item): Readonly<Values> =>
  "values" in operation ? (operation.values ?? {}) : {};
const namesTarget = (item: Item, name: string): boolean =>
  givenOf(item)[name] !== undefined && givenOf(item)[name] !== null;
/** The caller and the caller's departments came with the session. */
const isOwn = ({ principal }: Context, { object, id }: Target): boolean =>
  (object === "user" && id === principal.id) ||
  (object === "department" && principal.departments.includes(id));

/**
 * Every link that was written points at a living record that the caller may see (or one made in this batch).
 * One statement for all that were not asked for before.
 */
export async function checkLinks(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
  made: ReadonlySet<string>,
  report: (item: Item, reason: Reason) => void,
): Promise<void> {
  const fields = linksOf(object);
  const wanted = new Map<string, Set<string>>();
  const uses = items.flatMap((item) =>
    fields
      .filter((field) => item.changed.has(field.name) && !item.vouched.has(field.name))
      .flatMap((field) => pointersGiven(item, field)),
  );
  const known = new Set([
    ...made,
    ...items.filter((item) => item.operation.op === "create").map((item) => keyOf(object.name, item.id)),
  ]);
  const asked = new Set(
    items.flatMap((item) => item.sought ?? []).filter(({ by }) => by === context.principal),
  );
  const isAsked = (target: Target): boolean =>
    [...asked].some((sought) => sought.wanted.get(target.object)?.has(target.id.toLowerCase()));
  for (const { target } of uses) {
    if (known.has(keyOf(target.object, target.id))) continue;
    if (isOwn(context, target)) known.add(keyOf(target.object, target.id));
    else if (!isAsked(target))
      wanted.set(target.object, (wanted.get(target.object) ?? new Set()).add(target.id));
  }
  for (const { found } of asked) for (const key of await found) known.add(key);
  if (wanted.size > 0) for (const key of await findTargets(tx, context, wanted)) known.add(key);
  for (const { item, field, target } of uses) {
    if (!known.has(keyOf(target.object, target.id)))
      report(item, {
        code: "link_missing",
        field: field.name,
        text: withLabel(recordMessages.link_missing, field),
      });
  }
}

/**
 * What a field newly points at. Where several records stand side by side, those that did so before may stay.
 */
function pointersGiven(
  item: Item,
  field: Field,
): { readonly item: Item; readonly field: Field; readonly target: Target }[] {
  const held = heldBefore(item, field);
  return pointersOf(item.after[field.name], pointedAt(field)[0] ?? "")
    .filter(({ object, id }) => !held.has(keyOf(object, id)))
    .map((target) => ({ item, field, target }));
}

async function findTargets(tx: Transaction, context: Context, wanted: Wanted): Promise<Set<string>> {
  const params = new Params();
  const arms = [...wanted].flatMap(([name, ids]) => {
    const object = context.catalog.object(name);
    if (!object) return [];
    return [
      `select ${params.add(name, "text")} as object, t.id from ${tableOf(context.workspace, name)} t where ${oneOf("t.id", [...ids], params)} and t.deleted_at is null and (${accessPredicate(context, object, "read", "t", params)})`,
    ];
  });
  if (arms.length === 0) return new Set();
  const rows = await tx.query<Target>({
    name: "links",
    ...params.statement(arms.join(" union all ")),
  });
  return new Set(rows.map((row) => keyOf(row.object, row.id)));
}

/**
 * Where refused records are left out, whatever links to one that was to be made is refused with it, and so
 * on.
 */
export function refuseOrphans(object: CatalogObject, items: readonly Item[]): void {
  const fields = object.fields.filter((field) => pointedAt(field).includes(object.name));
  if (fields.length === 0) return;
  for (let before = -1, lost = new Set<string>(); lost.size > before;) {
    before = lost.size;
    lost = new Set(
      items.filter((item) => !isLive(item) && item.operation.op === "create").map((item) => item.id),
    );
    for (const item of items.filter(isLive)) {
      const orphaned = fields.find((field) =>
        pointersOf(item.after[field.name], object.name).some(({ id }) => lost.has(id)),
      );
      if (!orphaned) continue;
      refuseItem(
        item,
        invalid([
          {
            code: "link_missing",
            field: orphaned.name,
            text: withLabel(recordMessages.link_missing, orphaned),
          },
        ]),
      );
    }
  }
}
