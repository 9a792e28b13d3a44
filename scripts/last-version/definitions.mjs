import { both } from "./client.mjs";

/** An object of the administrator's with fields of every kind, lines, a deleted field and a deleted object. */
export async function makeDefinitions({ admin }) {
  const field = (object, name, kind, more = {}) =>
    admin.post(`/objects/${object}/fields`, { name, kind, label: both(name), ...more });
  await admin.post("/objects", { name: "machine_c", label: both("机床"), plural: both("机床") });
  await field("machine_c", "account_c", "link", { targets: ["account"], on_delete: "clear" });
  await field("machine_c", "price_c", "money");
  await field("machine_c", "built_c", "date");
  await field("machine_c", "ready_c", "boolean");
  await field("machine_c", "load_c", "percent", { scale: 2 });
  await field("machine_c", "manual_c", "rich_text");
  await field("machine_c", "facts_c", "json");
  await field("machine_c", "keeper_c", "person");
  await field("machine_c", "state_c", "select", {
    options: [
      { name: "new", label: both("新") },
      { name: "worn", label: both("旧") },
    ],
  });
  await field("machine_c", "twice_c", "formula", { expression: "load_c * 2", returns: "decimal" });
  await field("account", "machines_c", "rollup", { object: "machine_c", via: "account_c", fn: "count" });
  await field("account", "grade_c", "text", { max_length: 20 });
  await field("opportunity", "bid_no_c", "text", { max_length: 40 });
  await field("account", "dropped_c", "text", { max_length: 20 });

  await admin.post("/objects", { name: "purchase_c", label: both("采购"), plural: both("采购") });
  await admin.post("/objects", {
    name: "item_c",
    label: both("明细"),
    plural: both("明细"),
    sharing: "everyone",
  });
  await field("item_c", "purchase_c", "link", { targets: ["purchase_c"], on_delete: "cascade" });
  await field("item_c", "product_c", "link", { targets: ["product"], on_delete: "refuse" });
  await field("item_c", "price_c", "money");
  await field("purchase_c", "items_c", "children", { object: "item_c", via: "purchase_c" });
  await field("purchase_c", "total_c", "rollup", {
    object: "item_c",
    via: "purchase_c",
    fn: "sum",
    field: "price_c",
  });

  await admin.post("/objects", { name: "parked_c", label: both("停用"), plural: both("停用") });
  return { field };
}

/** Takes away what stands deleted afterwards, with values in it. */
export async function dropDefinitions({ admin }, account) {
  await admin.patch(`/records/account/${account}`, { dropped_c: "还在" });
  await admin.make("parked_c", { name: "停用的一条" });
  await admin.delete("/objects/account/fields/dropped_c");
  await admin.delete("/objects/parked_c");
}
