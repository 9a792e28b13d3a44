import { afterAll, beforeAll, expect, test } from "vitest";
import type { Values } from "../../shared/metadata/object.ts";
import { roleOf } from "../../testing/role-of.ts";
import { openListWorld, OWNER, world } from "../../testing/worlds/list-world.ts";
import type { Context } from "../kernel/context.ts";
import type { ListRequest } from "./contract.ts";
import { list } from "./list.ts";

beforeAll(openListWorld);
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
