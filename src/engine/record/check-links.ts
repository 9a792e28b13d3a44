import type { Transaction } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject, WireValue } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import { accessPredicate } from "../access/predicate.ts";
import { targetsOf } from "../catalog/build-catalog.ts";
import type { Context } from "../context.ts";
import { Params } from "../query/params.ts";
import { tableOf } from "../schema/names.ts";
import { type Item, isLive, keyOf, refuseItem, invalid } from "./batch.ts";
import { recordMessages } from "./messages.ts";
import { withLabel } from "./read-field.ts";
import { sameValue } from "./row-values.ts";

interface Target {
  readonly object: string;
  readonly id: string;
}

/** Where a link-like value points. */
export function targetOf(field: Field, value: WireValue | undefined): Target | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return { object: targetsOf(field)[0] ?? "", id: value };
  return typeof value === "object" && !Array.isArray(value) ? (value as unknown as Target) : null;
}

/** Targets of links that were asked for, and which of them there are for the caller. */
export interface AskedLinks {
  readonly asked: ReadonlySet<string>;
  readonly found: Promise<ReadonlySet<string>>;
}

/** Asks for the targets of the links that the caller gave, so that the answer comes along with what deriving asks. `checkLinks` asks for the others. */
export function askLinks(tx: Transaction, context: Context, object: CatalogObject, items: readonly Item[], made: ReadonlySet<string>): AskedLinks {
  const uses = usesOf(object, items.filter(isLive), ({ given, before, after }, { name }) => given.has(name) && !sameValue(before?.[name], after[name]));
  const wanted = unknown(uses, known(context, object, items, made));
  const found = findTargets(tx, context, wanted);
  // Whoever waits for it hears of it.
  found.catch(() => undefined);
  return { asked: new Set([...wanted].flatMap(([name, ids]) => [...ids].map((id) => keyOf(name, id)))), found };
}

/** Every link that was written points at a living record that the caller may see (or one made in this batch). */
export async function checkLinks(
  tx: Transaction,
  { context, object, made, links }: LinksRequest,
  items: readonly Item[],
  report: (item: Item, reason: Reason) => void,
): Promise<void> {
  const uses = usesOf(object, items, ({ changed }, { name }) => changed.has(name));
  const there = known(context, object, items, made);
  const others = unknown(uses, new Set([...there, ...links.asked]));
  for (const key of [...(await links.found), ...(await findTargets(tx, context, others))]) there.add(key);
  for (const { item, field, target } of uses) {
    if (!there.has(keyOf(target.object, target.id)))
      report(item, { code: "link_missing", field: field.name, text: withLabel(recordMessages.link_missing, field) });
  }
}
export interface LinksRequest {
  readonly context: Context;
  readonly object: CatalogObject;
  /** Records made in this transaction. */
  readonly made: ReadonlySet<string>;
  readonly links: AskedLinks;
}

interface Use {
  readonly item: Item;
  readonly field: Field;
  readonly target: Target;
}
function usesOf(object: CatalogObject, items: readonly Item[], isWritten: (item: Item, field: Field) => boolean): readonly Use[] {
  const fields = object.fields.filter((field) => targetsOf(field).length > 0);
  return items.flatMap((item) =>
    fields.flatMap((field) => {
      const target = isWritten(item, field) ? targetOf(field, item.after[field.name]) : null;
      return target ? [{ item, field, target }] : [];
    }),
  );
}

/** Records that need not be asked for: made in this transaction or batch, and the caller and their departments, whom the request was let in with. */
function known(context: Context, object: CatalogObject, items: readonly Item[], made: ReadonlySet<string>): Set<string> {
  const { id, departments } = context.principal;
  const fresh = items.filter((item) => item.operation.op === "create").map((item) => keyOf(object.name, item.id));
  return new Set([...made, ...fresh, keyOf("user", id ?? ""), ...departments.map((department) => keyOf("department", department))]);
}

function unknown(uses: readonly Use[], there: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const { target } of uses)
    if (!there.has(keyOf(target.object, target.id))) wanted.set(target.object, (wanted.get(target.object) ?? new Set()).add(target.id));
  return wanted;
}

async function findTargets(tx: Transaction, context: Context, wanted: ReadonlyMap<string, ReadonlySet<string>>): Promise<Set<string>> {
  const params = new Params();
  const arms = [...wanted].flatMap(([name, ids]) => {
    const object = context.catalog.object(name);
    if (!object) return [];
    return [
      `select ${params.add(name, "text")} as object, t.id from ${tableOf(context.workspace, name)} t where t.id = any(${params.add([...ids], "uuid[]")}) and t.deleted_at is null and (${accessPredicate(context, object, "read", "t", params)})`,
    ];
  });
  if (arms.length === 0) return new Set();
  const rows = await tx.query<Target>({ name: "links", text: arms.join(" union all "), values: params.values });
  return new Set(rows.map((row) => keyOf(row.object, row.id)));
}

/** Where refused records are left out, whatever links to one that was to be made is refused with it, and so on. */
export function refuseOrphans(object: CatalogObject, items: readonly Item[]): void {
  const fields = object.fields.filter((field) => targetsOf(field).includes(object.name));
  if (fields.length === 0) return;
  for (let before = -1, lost = new Set<string>(); lost.size > before;) {
    before = lost.size;
    lost = new Set(items.filter((item) => !isLive(item) && item.operation.op === "create").map((item) => item.id));
    for (const item of items.filter(isLive)) {
      const orphaned = fields.find((field) => lost.has(targetOf(field, item.after[field.name])?.id ?? ""));
      if (!orphaned) continue;
      refuseItem(item, invalid([{ code: "link_missing", field: orphaned.name, text: withLabel(recordMessages.link_missing, orphaned) }]));
    }
  }
}
