import type { Transaction } from "../../platform/db/database.ts";
import type { Context } from "../context.ts";
import { systemTable } from "../schema/names.ts";
import type { Item } from "./batch.ts";
import { refreshFields } from "./changed-fields.ts";

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
      item.after["owner"] &&
      !item.given.has("department") &&
      item.object.name !== "user" &&
      (item.before === null || item.after["owner"] !== item.before["owner"]),
  );
  const others = [
    ...new Set(moving.map((item) => String(item.after["owner"])).filter((owner) => owner !== principal.id)),
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
  for (const item of moving) item.after["department"] = homes.get(String(item.after["owner"])) ?? null;
  for (const item of items) refreshFields(item, ["owner", "department"]);
}
