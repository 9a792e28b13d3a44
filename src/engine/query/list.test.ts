import { afterAll, beforeAll, expect, test } from "vitest";
import type { Values } from "../../shared/metadata/object.ts";
import { queryWorld, type QueryWorld, roleOf } from "../../testing/query-world.ts";
import type { Context } from "../context.ts";
import type { ListRequest } from "./contract.ts";
import { get, getStatement } from "./get.ts";
import { list, preparePage } from "./list.ts";

let world: QueryWorld;
let accounts: string[];
let deals: string[];
const OWNER = "00000000-0000-7000-8000-000000000001";
const DEPARTMENT = "00000000-0000-7000-8000-0000000000d1";

beforeAll(async () => {
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
});
afterAll(() => world.database.drop());

async function allPages(context: Context, request: ListRequest): Promise<Values[]> {
  const seen: Values[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 100; page += 1) {
    const answer = await list(context, { ...request, ...(cursor ? { cursor } : {}) });
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    seen.push(...answer.value.data);
    if (answer.value.page.next === null) return seen;
    cursor = answer.value.page.next;
  }
  throw new Error("the pages never end");
}

const bySort = [
  "amount",
  "-amount",
  "quantity,-close_date",
  "-quantity,close_date,name",
  "account",
  "-account,amount",
  "close_date",
  "-close_date",
  "account.industry,-amount",
  "id",
  "-id",
  "double_quantity,-name",
  "",
];
test.each(bySort)(
  "paging by %j through ties and missing values visits each row once, in one order",
  async (sort) => {
    const whole = await list(world.context, { object: "deal", sort, limit: 500 });
    const paged = await allPages(world.context, { object: "deal", sort, limit: 7 });
    expect(paged).toHaveLength(61);
    expect(paged.map((row) => row["id"])).toEqual(whole.ok && whole.value.data.map((row) => row["id"]));
  },
);

test("rows without a value come last in both directions, ties by id", async () => {
  for (const sort of ["quantity", "-quantity"]) {
    const rows = await allPages(world.context, { object: "deal", sort, limit: 10 });
    const sign = sort.startsWith("-") ? -1 : 1;
    const rank = (row: Values) => (row["quantity"] === null ? 99 : sign * Number(row["quantity"]));
    const wanted = rows.toSorted(
      (a, b) => rank(a) - rank(b) || sign * (String(a["id"]) < String(b["id"]) ? -1 : 1),
    );
    expect(rows.map((row) => row["id"])).toEqual(wanted.map((row) => row["id"]));
  }
});

test("rows without a value are asked for only where those with one do not fill the page", async () => {
  const asked: string[] = [];
  const { db } = world.context;
  const watched: Context = {
    ...world.context,
    db: { ...db, query: (statement) => (asked.push(statement.text), db.query(statement)) },
  };
  const read = async (request: Partial<ListRequest>) => {
    asked.length = 0;
    const answer = await list(watched, { object: "deal", fields: ["quantity"], ...request });
    return {
      rows: answer.ok ? answer.value.data : [],
      next: (answer.ok && answer.value.page.next) || "",
      statements: asked.length,
    };
  };
  const filled = (rows: readonly Values[]): boolean => rows.every((row) => row["quantity"] !== null);
  for (const sort of ["quantity", "-quantity"]) {
    const first = await read({ sort, limit: 30 });
    expect([first.rows.length, filled(first.rows), first.statements]).toEqual([30, true, 1]);
    const second = await read({ sort, limit: 30, cursor: first.next });
    expect([second.rows.length, filled(second.rows), second.statements]).toEqual([30, false, 2]);
  }
  expect((await read({ sort: "-quantity", limit: 500 })).rows).toHaveLength(61);
});

test("the statement of a filtered list is made once for who asks, unless the time is asked for", () => {
  const who = world.as({ id: OWNER, roles: [roleOf("own")] });
  const made = (filter: string) => preparePage(who, who.catalog.object("deal")!, { object: "deal", filter });
  made("quantity > 1");
  expect(made("quantity > 1")).toBe(made("quantity > 1"));
  expect(made("close_date < today()")).not.toBe(made("close_date < today()"));
});

test("a page that was not filled is asked for with all that follows, until it is filled again", async () => {
  const asked: string[] = [];
  const { db, principal } = world.context;
  const watched: Context = {
    ...world.context,
    principal: { ...principal },
    db: { ...db, query: (statement) => (asked.push(statement.text), db.query(statement)) },
  };
  const read = async (): Promise<readonly [number, number]> => {
    asked.length = 0;
    const answer = await list(watched, {
      object: "deal",
      filter: 'name == "wenige"',
      sort: "-quantity",
      limit: 3,
    });
    return [answer.ok ? answer.value.data.length : -1, asked.length];
  };
  const few = await world.put("deal", [{ name: "wenige", quantity: 1 }, { name: "wenige" }]);
  await read();
  expect([await read(), await read(), await read()]).toEqual([
    [2, 2],
    [2, 1],
    [2, 1],
  ]);
  const many = await world.put(
    "deal",
    Array.from({ length: 4 }, (_, at) => ({ name: "wenige", quantity: at })),
  );
  expect([await read(), await read()]).toEqual([
    [3, 1],
    [3, 1],
  ]);
  await db.query({ text: `delete from w_main.o_deal where id = any($1)`, values: [[...few, ...many]] });
});

test("a row that loses its value between the two questions is there once", async () => {
  const [id = ""] = await world.put("deal", [{ name: "einmalig", quantity: 5 }]);
  const { db } = world.context;
  const meanwhile: Context["db"]["query"] = async (statement) => {
    const rows = await db.query(statement);
    await db.query({ text: `update w_main.o_deal set quantity = null where id = $1`, values: [id] });
    return rows as never[];
  };
  const answer = await list(
    { ...world.context, db: { ...db, query: meanwhile } },
    { object: "deal", filter: 'name == "einmalig"', sort: "-quantity" },
  );
  expect(answer.ok && answer.value.data.map((row) => row["id"])).toEqual([id]);
  await db.query({ text: `delete from w_main.o_deal where id = $1`, values: [id] });
});

test("a cursor is sealed to its question and its principal", async () => {
  const request: ListRequest = { object: "deal", sort: "amount", limit: 5 };
  const first = await list(world.context, request);
  const cursor = (first.ok && first.value.page.next) || "";
  const other = world.as({ id: OWNER, roles: [roleOf("all")] });
  const flipped = (cursor[20] === "A" ? "B" : "A") + cursor.slice(21);
  const tries: [Context, ListRequest][] = [
    [world.context, { ...request, cursor: cursor.slice(0, 20) + flipped }],
    [world.context, { ...request, cursor: "nonsense" }],
    [world.context, { ...request, cursor: "" }],
    [world.context, { ...request, sort: "-amount", cursor }],
    [world.context, { ...request, filter: "quantity > 1", cursor }],
    [other, { ...request, cursor }],
  ];
  for (const [context, each] of tries)
    expect(await list(context, each)).toMatchObject({
      ok: false,
      refusal: { status: 400, code: "bad_cursor" },
    });
  expect(Buffer.from(cursor, "base64url").toString("latin1")).not.toContain(".50");
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
