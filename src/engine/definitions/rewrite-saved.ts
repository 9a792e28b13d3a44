import { roadIn } from "../kernel/road-in.ts";
import { ident } from "../../platform/db/database.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { elevate } from "../kernel/elevate.ts";
import type { Operation } from "../kernel/save-request.ts";
import { type Row, valuesOf } from "../values/row-values.ts";
import { save } from "../record/save.ts";
import { systemTable, tableOf } from "../schema/names.ts";
import { liveColumns } from "../schema/plan.ts";
import { canonical, type Change, type SavedExpressions } from "../kernel/saved-expressions.ts";

const BATCH = 200;
export interface SavedRecord {
  readonly place: SavedExpressions;
  readonly object: CatalogObject;
  readonly values: Values & { readonly id: string };
}

/** Every record that holds expressions, batch by batch. */
export async function* savedRecords(
  context: Context,
  skip: ReadonlySet<string> = new Set(),
): AsyncGenerator<readonly SavedRecord[]> {
  for (const place of context.hooks.saved ?? []) {
    const object = context.catalog.object(place.object);
    if (!object || skip.has(place.object)) continue;
    const columns = liveColumns(object).map(({ name }) => `t.${ident(name)}`);
    for (let last = "00000000-0000-0000-0000-000000000000"; ;) {
      const rows = await context.db.query<Row>({
        text: `select ${columns.join(", ")} from ${tableOf(context.workspace, object.name)} t where t.id > $1::uuid and t.deleted_at is null order by t.id limit ${BATCH}`,
        values: [last],
      });
      if (rows.length === 0) break;
      const found = rows.map((row) => ({
        place,
        object,
        values: { ...valuesOf(object, row), id: String(row["id"]) },
      }));
      yield found;
      last = found.at(-1)?.values.id ?? last;
    }
  }
}

/**
 * Passes every stored expression through `change` and stores what differs. Running twice is the same as once.
 */
export async function rewriteSaved(
  context: Context,
  change: Change,
  skip?: ReadonlySet<string>,
): Promise<number> {
  const acting = elevate(context, "expressions are spelled by name in records of others");
  let written = 0;
  for await (const batch of savedRecords(context, skip)) {
    const operations = batch.flatMap(({ place, values }): Operation[] => {
      const next = place.rewrite(values, change);
      return Object.keys(next).length === 0
        ? []
        : [{ op: "update", object: place.object, id: values.id, values: next }];
    });
    if (operations.length === 0) continue;
    const { results } = await save(acting, { operations, road: roadIn(context), mode: "each" });
    written += results.filter((result) => result.ok).length;
  }
  return written;
}

const MARK = "once:expressions_by_name";
/**
 * Once for each installation: what was stored as typed by an earlier version is spelled by API names, where
 * it still holds.
 */
export async function spellSavedOnce(context: Context): Promise<void> {
  const table = systemTable(context.workspace, "derived_state");
  const [done] = await context.db.query({ text: `select 1 from ${table} where name = $1`, values: [MARK] });
  if (done) return;
  await rewriteSaved(context, canonical(context.catalog));
  await context.db.query({
    text: `insert into ${table} (name, digest) values ($1, '1') on conflict (name) do nothing`,
    values: [MARK],
  });
}
