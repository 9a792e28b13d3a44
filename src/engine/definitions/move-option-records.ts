import { ident } from "../../platform/db/database.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { elevate } from "../kernel/elevate.ts";
import type { Operation } from "../kernel/save-request.ts";
import { save } from "../record/save.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { tableOf } from "../schema/names.ts";
import type { OptionMap } from "../catalog/option-lists.ts";

const BATCH = 500;
/** Gives records the option that takes the place of theirs, batch by batch through the one write path. */
export async function moveOptionRecords(
  context: Context,
  object: string,
  field: string,
  map: OptionMap,
): Promise<Result<number>> {
  const acting = elevate(context, "an option that goes is replaced in all records");
  const several = context.catalog.object(object)?.byName[field]?.kind === "multiselect";
  const column = ident(field);
  const has = several ? `${column} && $1::text[]` : `${column} = any($1::text[])`;
  let moved = 0;
  for (let last = "00000000-0000-0000-0000-000000000000"; ;) {
    const rows = await context.db.query<{ id: string; value: string | readonly string[] }>({
      text: `select id, ${column} as value from ${tableOf(context.workspace, object)} where ${has} and deleted_at is null and id > $2::uuid order by id limit ${BATCH}`,
      values: [Object.keys(map), last],
    });
    if (rows.length === 0) break;
    const operations = rows.map((row): Operation => ({
      op: "update",
      object,
      id: row.id,
      values: { [field]: mapped(row.value, map) },
    }));
    const { saved, results } = await save(acting, { operations, road: "bulk", mode: "all" });
    const failed = results.find((result) => !result.ok);
    if (!saved && failed && !failed.ok) return { ok: false, refusal: { ...failed.refusal, status: 409 } };
    moved += rows.length;
    last = rows.at(-1)?.id ?? last;
  }
  return accept(moved);
}
function mapped(value: string | readonly string[], map: OptionMap): WireValue {
  const to = (name: string): string | null => (Object.hasOwn(map, name) ? (map[name] ?? null) : name);
  return typeof value === "string" ? to(value) : [...new Set(value.flatMap((name) => to(name) ?? []))];
}
