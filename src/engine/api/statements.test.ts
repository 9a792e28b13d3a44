import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
let seller: Client & { id: string };
const deals: string[] = [];

beforeAll(async () => {
  app = await testApp();
  seller = await app.person({ name: "王敏", role: "seller" });
  const account = await seller.make("account", { name: "苏州恒润精密机械有限公司" });
  for (let at = 0; at < 60; at += 1)
    deals.push((await seller.make("opportunity", { name: `流量计 ${at}`, account: account.id, amount: "1000", close_date: "2030-01-01" })).id);
  await app.person({ name: "李静", role: "seller" });
});
afterAll(() => app.close());

const BOUNDS = /^(begin|commit|rollback|savepoint|release)/;
/** What `work` asks of the database, transactions' bounds left out. */
async function statementsOf(work: () => Promise<{ readonly status: number }>): Promise<string[]> {
  await work();
  const spy = vi.spyOn(pg.Client.prototype, "query");
  try {
    expect((await work()).status).toBeLessThan(300);
    const texts = spy.mock.calls.map(([config]: readonly unknown[]) => (typeof config === "string" ? config : (config as { text: string }).text));
    return texts.filter((text) => !BOUNDS.test(text));
  } finally {
    spy.mockRestore();
  }
}

test("a record and the session cost one statement; a list the session, the page, a count if asked, and one for each expand", async () => {
  expect(await statementsOf(() => seller.get(`/records/opportunity/${deals[0]}`))).toHaveLength(1);
  expect(await statementsOf(() => seller.get("/records/opportunity?titles=1&sort=-amount"))).toHaveLength(2);
  expect(await statementsOf(() => seller.get("/records/opportunity?titles=1&count=bounded&filter=amount%20%3E%2010"))).toHaveLength(3);
  expect(await statementsOf(() => seller.get("/records/opportunity?count=bounded&expand=account,owner"))).toHaveLength(5);
});

test("a save costs at most six statements for each object, however many records it writes", async () => {
  let word = 0;
  const bulk = (count: number) =>
    statementsOf(() => seller.post("/records/opportunity/bulk", { ids: deals.slice(0, count), values: { next_step: `第 ${(word += 1)} 次联系` } }));
  const [few, many] = [await bulk(2), await bulk(60)];
  expect(many).toEqual(few);
  expect(many.length).toBeLessThanOrEqual(1 + 6);

  const created = (object: string, count: number) =>
    statementsOf(() =>
      seller.post("/batch", { operations: Array.from({ length: count }, (_, at) => ({ op: "create", object, values: { name: `新 ${(word += 1)} ${at}` } })) }),
    );
  for (const object of ["opportunity", "account"]) expect((await created(object, 100)).length).toBe((await created(object, 1)).length);
  expect((await created("opportunity", 100)).length).toBeLessThanOrEqual(1 + 6);
});

test("one PATCH is the session, the lock, the numbers, the write and the answer", async () => {
  let word = 0;
  expect(await statementsOf(() => seller.patch(`/records/opportunity/${deals[1]}`, { next_step: `再约 ${(word += 1)}` }))).toHaveLength(5);
});

test("one creation and one move are what their rules read, the numbers, the write, the stay in the stage and the answer", async () => {
  let word = 0;
  const account = (await seller.get("/records/account?limit=1")).json.data[0].id;
  const create = (more: object = {}) =>
    seller.post("/records/opportunity", { ...more, name: `新商机 ${(word += 1)}`, account, amount: "1000", close_date: "2030-01-01" });
  expect((await statementsOf(create)).length).toBeLessThanOrEqual(7);
  // A gate that asks for fields alone; what others ask of the database comes on top.
  const both = (text: string) => ({ "zh-CN": text, en: text });
  const stages = [
    { name: "a", label: both("a"), type: "open", exit: [{ kind: "fields", fields: ["account", "amount"] }] },
    { name: "b", label: both("b"), type: "open", entry: [{ kind: "fields", fields: ["close_date"] }] },
    { name: "won", label: both("won"), type: "won" },
  ];
  const pipeline = (await app.admin.post("/pipelines", { object: "opportunity", name: "plain", label: both("plain"), stages })).json.data.id;
  expect((await app.admin.post(`/pipelines/${pipeline}/publish`, {})).status).toBe(200);
  const made = [(await create({ pipeline })).json.data.id, (await create({ pipeline })).json.data.id];
  const moved = await statementsOf(() => seller.post(`/records/opportunity/${made.pop()}/transitions`, { to: "b" }));
  expect(moved.length).toBeLessThanOrEqual(7);
});
