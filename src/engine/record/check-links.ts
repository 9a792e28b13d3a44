import type { Transaction } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject, WireValue } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import { accessPredicate } from "../access/predicate.ts";
import { targetsOf } from "../catalog/build-catalog.ts";
import type { Context } from "../context.ts";
import { Params } from "../query/params.ts";
import { tableOf } from "../schema/names.ts";
import type { Item } from "./batch.ts";
import { recordMessages } from "./messages.ts";
import { withLabel } from "./read-field.ts";

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

/** Every link that was written points at a living record that the caller may see (or one made in this batch). One statement for all. */
export async function checkLinks(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
  made: ReadonlySet<string>,
  report: (item: Item, reason: Reason) => void,
): Promise<void> {
  const fields = object.fields.filter((field) => targetsOf(field).length > 0);
  const wanted = new Map<string, Set<string>>();
  const uses = items.flatMap((item) =>
    fields.filter((field) => item.changed.has(field.name)).map((field) => ({ item, field, target: targetOf(field, item.after[field.name]) })),
  );
  const batch = new Set([...made, ...items.filter((item) => item.operation.op === "create").map((item) => item.id)]);
  for (const { target } of uses)
    if (target && !batch.has(target.id) && target.id !== context.principal.id)
      wanted.set(target.object, (wanted.get(target.object) ?? new Set()).add(target.id));
  if (wanted.size === 0) return;
  const found = await findTargets(tx, context, wanted);
  for (const { item, field, target } of uses) {
    const known = target === null || batch.has(target.id) || target.id === context.principal.id || found.has(target.id);
    if (!known) report(item, { code: "link_missing", field: field.name, text: withLabel(recordMessages.link_missing, field) });
  }
}

async function findTargets(tx: Transaction, context: Context, wanted: ReadonlyMap<string, ReadonlySet<string>>): Promise<Set<string>> {
  const params = new Params();
  const arms = [...wanted].flatMap(([name, ids]) => {
    const object = context.catalog.object(name);
    if (!object) return [];
    return [
      `select t.id from ${tableOf(context.workspace, name)} t where t.id = any(${params.add([...ids], "uuid[]")}) and t.deleted_at is null and (${accessPredicate(context, object, "read", "t", params)})`,
    ];
  });
  if (arms.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>({ name: "links", text: arms.join(" union all "), values: params.values });
  return new Set(rows.map((row) => row.id));
}
