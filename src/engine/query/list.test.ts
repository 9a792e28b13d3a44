import { afterAll, beforeAll, expect, test } from "vitest";
import { roleOf } from "../../testing/role-of.ts";
import { accounts, deals, DEPARTMENT, openListWorld, OWNER, world } from "../../testing/worlds/list-world.ts";
import type { ListRequest } from "./contract.ts";
import { get, getStatement } from "./get.ts";
import { list, preparePage } from "./list.ts";

beforeAll(openListWorld);
afterAll(() => world.database.drop());

test("the statement of a filtered list is made once for who asks, unless the time is asked for", () => {
  const who = world.as({ id: OWNER, roles: [roleOf("own")] });
  const made = (filter: string) => preparePage(who, who.catalog.object("deal")!, { object: "deal", filter });
  made("quantity > 1");
  expect(made("quantity > 1")).toBe(made("quantity > 1"));
  expect(made("close_date < today()")).not.toBe(made("close_date < today()"));
});

test("a wrong filter says where and what was meant", async () => {
  const answer = await list(world.context, { object: "deal", filter: "quantity > 1 && amuont > 2" });
  expect(answer).toMatchObject({
    ok: false,
    refusal: {
      status: 400,
      code: "bad_filter",
      reasons: [
        { code: "unknown_name", field: "filter", params: { start: 16, end: 22, suggestion: "amount" } },
      ],
    },
  });
});

test("hostile names and texts stay what they are: names and texts", async () => {
  for (const hostile of [
    `"; drop table x; --`,
    "a' or '1'='1",
    "amount desc; select 1",
    "$1",
    "名称\u0000",
    "__proto__",
    "constructor",
  ]) {
    expect(await list(world.context, { object: "deal", sort: hostile })).toMatchObject({
      ok: false,
      refusal: { status: 400 },
    });
    expect(await list(world.context, { object: "deal", fields: [hostile] })).toMatchObject({
      ok: false,
      refusal: { status: 400 },
    });
    expect(await list(world.context, { object: "deal", expand: [hostile] })).toMatchObject({
      ok: false,
      refusal: { status: 400 },
    });
    expect(await list(world.context, { object: hostile })).toMatchObject({
      ok: false,
      refusal: { status: 404 },
    });
    expect(await get(world.context, world.context.catalog.object("deal")!, hostile)).toMatchObject({
      ok: false,
      refusal: { status: 404 },
    });
    const searched = await list(world.context, { object: "deal", search: hostile.replace("\u0000", "") });
    expect(searched.ok).toBe(true);
  }
  const quoted = await list(world.context, { object: "deal", filter: `name == "x' or 1=1 --"` });
  expect(quoted.ok && quoted.value.data).toEqual([]);
});

test("a field one may not see cannot be found out by filter, sort, search, formula or field list", async () => {
  const blind = world.as({
    id: OWNER,
    roles: [roleOf("all", { deal: { secret_note: "hidden", quantity: "mask" }, account: { phone: "mask" } })],
  });
  const ask = async (request: Partial<ListRequest>) => {
    const answer = await list(blind, { object: "deal", limit: 500, ...request });
    return answer.ok ? answer.value.data : [];
  };
  expect(await ask({ filter: `secret_note == "秘密3"` })).toHaveLength(0);
  expect(await ask({ filter: `hint != null || quantity > 0` })).toHaveLength(0);
  expect(await ask({ search: "秘密" })).toHaveLength(0);
  expect(await ask({ search: "交易" })).toHaveLength(61);
  const rows = await ask({
    sort: "-secret_note,quantity",
    fields: ["secret_note", "hint", "quantity", "name"],
  });
  expect(rows.map((row) => row["id"])).toEqual(deals.toSorted());
  expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(["id", "name", "quantity"]);
  expect(new Set(rows.map((row) => row["quantity"]))).toEqual(new Set([null]));
  const account = await get(blind, blind.catalog.object("account")!, accounts[0] ?? "");
  expect(account).toMatchObject({ ok: true, value: { phone: "138****8000" } });
  const found = await list(blind, { object: "account", search: "8000" });
  expect(found.ok && found.value.data).toHaveLength(0);
});

test("values come in wire form; titles, expansions and the bin as asked", async () => {
  const answer = await list(world.context, {
    object: "deal",
    filter: `name == "交易 1" && quantity == 1`,
    limit: 1,
    titles: true,
    expand: ["account"],
    count: "exact",
    sort: "name",
  });
  expect(answer).toMatchObject({
    ok: true,
    value: {
      total: 1,
      data: [
        {
          amount: { amount: "1.50", currency: "CNY" },
          margin: "12.5",
          quantity: 1,
          double_quantity: 2,
          industry: "汽车",
          titles: { account: "比亚迪" },
          account: { id: accounts[1], name: "比亚迪" },
        },
      ],
    },
  });
  const bin = await list(world.context, { object: "deal", deleted: true });
  expect(bin).toMatchObject({
    ok: true,
    value: { data: [{ name: "删除的", deleted_at: "2026-02-01T00:00:00.000000Z" }] },
  });
  const parent = await get(world.context, world.context.catalog.object("account")!, accounts[1] ?? "", {
    expand: ["deals.account"],
  });
  expect(parent.ok && parent.value["deals"]).toHaveLength(20);
  expect(parent).toMatchObject({
    value: {
      deals: expect.arrayContaining([
        expect.objectContaining({ account: expect.objectContaining({ name: "比亚迪" }) }),
      ]),
    },
  });
  const bounded = await list(world.context, { object: "deal", count: "bounded", limit: 1 });
  expect(bounded).toMatchObject({ value: { total: 61 } });
  const estimate = await list(world.context, { object: "deal", count: "estimate", limit: 1 });
  expect(estimate.ok && estimate.value.total).toBeGreaterThan(0);
});

test("a whole number is asked of its column as it stands, so that an index serves; others are compared as decimals", async () => {
  const wanted = async (filter: string) => {
    const answer = await list(world.context, { object: "deal", filter, count: "exact", limit: 1 });
    return answer.ok ? answer.value.total : undefined;
  };
  const numbers = Array.from({ length: 61 }, (_, at) => (at % 3 === 0 ? null : at % 5));
  const text = (filter: string) => {
    const page = preparePage(world.context, world.context.catalog.object("deal")!, {
      object: "deal",
      filter,
    });
    return page.ok ? page.value.statement.text : "";
  };
  expect(text("quantity >= 3")).toContain(`(t."quantity" >= $1::numeric::bigint)`);
  expect(text("3 > quantity")).toContain(`($1::numeric::bigint > t."quantity")`);
  expect(text("quantity > 2.5")).toContain(`(t."quantity"::numeric > $1::numeric)`);
  expect(await wanted("quantity >= 3")).toBe(numbers.filter((each) => each !== null && each >= 3).length);
  expect(await wanted("3 > quantity")).toBe(numbers.filter((each) => each !== null && each < 3).length);
  expect(await wanted("quantity > 2.5")).toBe(numbers.filter((each) => each !== null && each > 2.5).length);
  expect(await wanted("quantity != 3")).toBe(numbers.filter((each) => each !== 3).length);
  expect(await wanted("quantity < 99999999999999999999999")).toBe(
    numbers.filter((each) => each !== null).length,
  );
});

test("the SQL of the hot reads", () => {
  const seller = world.as({
    id: OWNER,
    departments: [DEPARTMENT],
    subtree: [DEPARTMENT],
    roles: [roleOf("subtree")],
  });
  const deal = seller.catalog.object("deal")!;
  const page = preparePage(seller, deal, {
    object: "deal",
    fields: ["name", "amount", "account"],
    sort: "-amount",
    titles: true,
  });
  const arm = (way: string, where: string, order: string) =>
    `(select t."id", t."amount__base" as "_k0" from "w_main"."o_deal" t where ${way} and t."deleted_at" is null and ${where} order by ${order} limit 51)`;
  const ways = [`t."owner" = $1::uuid`, `t."department" = any($2::uuid[])`];
  const text = (arms: readonly string[]) =>
    `select t."id", t."name", t."account", t."amount", t."amount__currency", t."amount__base", t."amount__rate_date", ` +
    `(select a1."name" from "w_main"."o_account" a1 where a1."id" = t."account" and (a1."owner" = $1::uuid or a1."department" = any($2::uuid[]))) as "_title_account", k."_k0" ` +
    `from (select * from (${arms.join(" union ")}) k order by k."_k0" desc nulls last, k."id" desc limit 51) k ` +
    `join "w_main"."o_deal" t on t."id" = k."id" order by k."_k0" desc nulls last, k."id" desc`;
  expect(page.ok && page.value.statement.text).toBe(
    text(ways.map((way) => arm(way, `t."amount__base" is not null`, `t."amount__base" desc, t."id" desc`))),
  );
  const empty = preparePage(
    seller,
    deal,
    { object: "deal", fields: ["name", "amount", "account"], sort: "-amount", titles: true },
    "empty",
  );
  expect(empty.ok && empty.value.statement.text).toBe(
    text(ways.map((way) => arm(way, `t."amount__base" is null`, `t."id" desc`))),
  );
  const director = world.as({ id: OWNER, roles: [roleOf("all")] });
  const whole = preparePage(director, deal, { object: "deal", fields: ["name"], sort: "-created_at" });
  expect(whole.ok && whole.value.statement.text).toBe(
    `select t."id", t."name", t."created_at" as "_k0" from "w_main"."o_deal" t where t."deleted_at" is null order by t."created_at" desc, t."id" desc limit 51`,
  );
  // Without values its plan never changes: it is prepared once. With values it is planned for them.
  expect([whole.ok && whole.value.statement.name, page.ok && page.value.statement.name]).toEqual([
    "list",
    undefined,
  ]);
  const tag = seller.catalog.object("line")!;
  expect(getStatement(seller, tag, OWNER, {}, undefined).text).toBe(
    `select t."id", t."version", t."owner", t."department", t."created_at", t."created_by", t."updated_at", t."updated_by", t."external_id", t."source_system", t."name", t."deal" ` +
      `from "w_main"."o_line" t where t."id" = $1::uuid and t."deleted_at" is null and ` +
      `(exists (select 1 from "w_main"."o_deal" a1 where a1."id" = t."deal" and (a1."owner" = $2::uuid or a1."department" = any($3::uuid[]))) or ` +
      `(t."deal" is null and t."owner" = $2::uuid) or (t."deal" is null and t."department" = any($3::uuid[])))`,
  );
  // Kept for the next record, be the first one the caller's own: the record has a place of its own.
  const again = getStatement(seller, tag, "00000000-0000-4000-8000-0000000000ff", {}, undefined);
  expect(again.text).toBe(getStatement(seller, tag, OWNER, {}, undefined).text);
  expect(again.values?.slice(0, 2)).toEqual(["00000000-0000-4000-8000-0000000000ff", OWNER]);
});
