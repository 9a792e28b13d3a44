import { ident, type Transaction } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import { isHierarchy } from "../../shared/metadata/hierarchy.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import type { Context } from "../kernel/context.ts";
import { tableOf } from "../schema/names.ts";
import type { Item } from "./batch.ts";
import { targetOf } from "./check-links.ts";
import { recordMessages } from "./messages.ts";
import { withLabel } from "../values/field-reason.ts";

/**
 * Keeps every hierarchy of an object a tree, at any depth: a record that would come to stand above itself is
 * refused, also where several records of a batch close the circle together or two writers do at once.
 */
export async function checkCircles(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
  report: (item: Item, reason: Reason) => void,
): Promise<void> {
  for (const field of object.fields.filter((one) => isHierarchy(object.name, one))) {
    const above = (item: Item): string | null => aboveOf(object, field, item);
    const moved = items.filter(
      (item) => (item.changed.has(field.name) || item.operation.op === "restore") && above(item) !== null,
    );
    if (moved.length === 0) continue;
    const given = new Map(items.map((item) => [item.id, above(item)]));
    // Nothing stands below a new record but what this batch puts there.
    if (!moved.some((item) => item.before !== null || given.has(above(item) ?? ""))) continue;
    const stored = await readAbove(tx, context, object, field, [
      ...new Set(moved.flatMap((item) => above(item) ?? [])),
    ]);
    for (const item of moved)
      if (comesBack(item.id, (id) => (given.has(id) ? given.get(id) : stored.get(id))))
        report(item, { code: "circle", field: field.name, text: withLabel(recordMessages.circle, field) });
  }
}

function aboveOf(object: CatalogObject, field: Field, item: Item): string | null {
  const target = targetOf(field, item.after[field.name]);
  return target?.object === object.name ? target.id : null;
}

/**
 * Whether the way upwards from a record leads back to it. A circle further up, from before, is no fault of
 * this record's.
 */
function comesBack(id: string, above: (id: string) => string | null | undefined): boolean {
  const seen = new Set<string>();
  for (let at = above(id); at && !seen.has(at); at = above(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

/**
 * Who stands above whom, from the new places upwards. The lock makes two moves in one hierarchy come one
 * after the other.
 */
async function readAbove(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  field: Field,
  from: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { workspace } = context;
  await tx.query({
    text: "select pg_advisory_xact_lock(hashtextextended($1, 0))",
    values: [`${workspace.schema} hierarchy ${object.name}.${field.name}`],
  });
  const [table, column] = [tableOf(workspace, object.name), ident(field.name)];
  const own =
    field.kind === "link" && field.targets.length > 1
      ? `case when t.${ident(`${field.name}__object`)} = '${object.name}' then t.${column} end`
      : `t.${column}`;
  const rows = await tx.query<{ id: string; above: string }>({
    text: `with recursive up(id, above) as (
        select t.id, ${own} from ${table} t where t.id = any($1::uuid[])
        union select t.id, ${own} from ${table} t join up on t.id = up.above
      ) select id, above from up where above is not null`,
    values: [from],
  });
  return new Map(rows.map(({ id, above }) => [id, above]));
}
