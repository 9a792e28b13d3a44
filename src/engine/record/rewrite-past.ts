import { ident, type Transaction } from "../../platform/db/database.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import type { Context } from "../kernel/context.ts";
import { toMicros } from "../../shared/time/micros.ts";
import { historyOf } from "../schema/names.ts";
import { liveColumns, storedFields } from "../schema/plan.ts";
import { type Item, isLive } from "./batch.ts";
import type { Reverted } from "../kernel/save-request.ts";
import { type Row, valuesOf } from "../values/row-values.ts";
import { type KnownVersion, tellPast, withoutChanges } from "./rewritten-timeline.ts";

type Version = KnownVersion & { readonly retracted: number | null };

/**
 * Existing records of which a past is told, or whose changes never were: what is believed of their whole life
 * from now on.
 */
export async function rewritePast(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
): Promise<void> {
  const telling = items.filter(
    (item) =>
      isLive(item) && item.operation.op === "update" && (item.past.length > 0 || item.operation.takesBack),
  );
  if (telling.length === 0) return;
  const superseded = await readVersions(tx, context, object, telling);
  for (const item of telling) {
    if (item.operation.op !== "update" || !item.row) continue;
    const versions = [...(superseded.get(item.id) ?? []), versionOf(object, item.row)];
    if (item.operation.takesBack) takeBack(item, versions, item.operation.takesBack);
    else tell(item, versions, context.now);
  }
}

function tell(item: Item, versions: readonly Version[], now: string): void {
  const believed = versions.filter(({ retracted }) => retracted === null);
  const told = item.past.map((state) => ({ ...state, at: toMicros(state.at) }));
  const { past, since } = tellPast(item.object, believed, told, item.after, toMicros(now));
  Object.assign(item, { past, since, moment: past.at(-1)?.at ?? now });
  const [first] = past;
  if (first && first.at < String(partOf(anyRecord, item.after).created_at))
    item.after = { ...item.after, created_at: first.at };
}

function takeBack(item: Item, versions: readonly Version[], taken: Reverted): void {
  const { past, since, held } = withoutChanges(item.object, versions, taken);
  item.past = past;
  item.since = since;
  item.moment = past.at(-1)?.at ?? item.moment;
  if (since === null) return;
  item.restored = held;
  item.after = { ...item.after, ...item.restored };
}

async function readVersions(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
): Promise<Map<string, Version[]>> {
  const names = liveColumns(object).map(({ name }) => `h.${ident(name)}`);
  const rows = await tx.query<Row>({
    text: `select ${names.join(", ")}, h.valid_to, h.retracted from ${historyOf(context.workspace, object.name)} h
      where h.id = any($1::uuid[]) and (h.retracted is null or $2) order by h.id, h.valid_from, h.hid`,
    values: [
      items.map(({ id }) => id),
      items.some(({ operation }) => operation.op === "update" && operation.takesBack !== undefined),
    ],
  });
  const found = new Map<string, Version[]>();
  for (const row of rows) {
    const id = String(row["id"]);
    const list = found.get(id) ?? [];
    list.push(versionOf(object, row));
    found.set(id, list);
  }
  return found;
}

/** With what was in the recycle bin then. */
function versionOf(object: CatalogObject, row: Row): Version {
  const values: Values = valuesOf(object, row);
  const binned: Values = row["deleted_at"]
    ? {
        deleted_at: String(row["deleted_at"]),
        deleted_by: row["deleted_by"] ? String(row["deleted_by"]) : null,
      }
    : {};
  return {
    from: toMicros(String(row["valid_from"])),
    to: row["valid_to"] ? toMicros(String(row["valid_to"])) : null,
    recorded: Number(row["recorded"]),
    retracted: row["retracted"] === null || row["retracted"] === undefined ? null : Number(row["retracted"]),
    values: { ...values, ...binned },
  };
}

/** Fields that hold something else than what they held before a change, for whoever takes it back. */
export const restorable = (object: CatalogObject, names: readonly string[]): readonly string[] =>
  names.filter((name) =>
    storedFields(object).some((field) => field.name === name && field.kind !== "formula"),
  );
