import { queryWorld, type QueryWorld } from "../query-world.ts";

export let world: QueryWorld;
export let accounts: string[];
export let deals: string[];
export const OWNER = "00000000-0000-7000-8000-000000000001";
export const DEPARTMENT = "00000000-0000-7000-8000-0000000000d1";

/** Begins with two accounts and 61 deals with ties and missing values, and one deal in the bin. */
export async function openListWorld(): Promise<void> {
  world = await queryWorld();
  accounts = await world.put("account", [
    { name: "华为技术", industry: "通信", owner: OWNER, phone: "13812348000" },
    { name: "比亚迪", industry: "汽车", owner: OWNER },
  ]);
  deals = await world.put(
    "deal",
    Array.from({ length: 61 }, (_, at) => ({
      name: `交易 ${at % 7}`,
      account: accounts[at % 3] ?? null,
      owner: OWNER,
      stage: at % 2 ? "won" : "open",
      amount: at % 4 === 0 ? null : { amount: `${at % 5}.50`, currency: "CNY" },
      quantity: at % 3 === 0 ? null : at % 5,
      double_quantity: at % 3 === 0 ? null : (at % 5) * 2,
      close_date: at % 6 === 0 ? null : `2026-0${1 + (at % 4)}-01`,
      secret_note: `秘密${at}`,
      margin: "12.5",
      created_at: `2026-01-0${1 + (at % 8)}T00:00:00Z`,
      updated_at: "2026-01-01T00:00:00Z",
    })),
  );
  await world.put("deal", [{ name: "删除的", deleted_at: "2026-02-01T00:00:00Z" }]);
}
