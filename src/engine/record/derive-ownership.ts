import type { Transaction } from "../../platform/db/database.ts";
import type { Values } from "../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import type { Context } from "../kernel/context.ts";
import { systemTable } from "../schema/names.ts";
import type { Item } from "./batch.ts";
import { refreshFields } from "./changed-fields.ts";

const ownerOf = (values: Readonly<Values>) => partOf(anyRecord, values).owner;

/**
 * A new record belongs to who makes it; its department is its owner's, also after a change of owner, unless
 * one was given.
 */
export async function deriveOwnership(
  tx: Transaction,
  context: Context,
  items: readonly Item[],
): Promise<void> {
  const { principal } = context;
  for (const item of items)
    if (!item.before && item.object.sharing !== "everyone" && !item.given.has("owner"))
      item.after["owner"] = principal.id;
  const moving = items.filter(
    (item) =>
      ownerOf(item.after) &&
      !item.given.has("department") &&
      item.object.name !== "user" &&
      (item.before === null || ownerOf(item.after) !== ownerOf(item.before)),
  );
  const others = [
    ...new Set(moving.map((item) => String(ownerOf(item.after))).filter((owner) => owner !== principal.id)),
  ];
  const homes = new Map<string, string | null>(
    principal.id ? [[principal.id, principal.departments[0] ?? null]] : [],
  );
  if (others.length > 0) {
    const rows = await tx.query<{ id: string; department: string | null }>({
      text: `select id, department from ${systemTable(context.workspace, "o_user")} where id = any($1::uuid[])`,
      values: [others],
    });
    for (const row of rows) homes.set(row.id, row.department);
  }
  for (const item of moving) item.after["department"] = homes.get(String(ownerOf(item.after))) ?? null;
  for (const item of items) refreshFields(item, ["owner", "department"]);
}
