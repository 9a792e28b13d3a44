import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../../testing/app.ts";
import { systemTable, rollupOf } from "../schema/names.ts";
import { RECOUNT, recountAll, recountJob } from "./recount.ts";

let app: TestApp;
beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());

const openAmount = async (id: string): Promise<unknown> => (await app.admin.get(`/records/account/${id}`)).json.data.open_amount;
const found = async (word: string): Promise<unknown> => (await app.admin.get(`/search?q=${encodeURIComponent(word)}`)).json.data.length;

test("a roll-up and search entries that are wrong are found, named and put right, also by the job", async () => {
  const account = await app.admin.make("account", { name: "恒润精密" });
  const other = await app.admin.make("account", { name: "Untouched" });
  await app.admin.make("opportunity", { name: "A", account: account.id, amount: "1200.50" });
  const context = await app.context();
  expect((await recountAll(context)).filter(({ wrong }) => wrong > 0)).toEqual([]);

  await context.db.query({ text: `update ${rollupOf(context.workspace, "account")} set open_amount = 7 where id = $1`, values: [account.id] });
  await context.db.query({ text: `update ${systemTable(context.workspace, "search_entry")} set tokens = '{nonsense}' where id = $1`, values: [account.id] });
  await context.db.query({ text: `delete from ${systemTable(context.workspace, "search_entry")} where id = $1`, values: [other.id] });
  expect(await found("恒润")).toBe(0);
  const report = await recountAll(context);
  expect(report.filter(({ wrong }) => wrong > 0)).toEqual([
    { what: "account.open_amount", checked: 2, wrong: 1, examples: [account.id] },
    { what: "search:account", checked: 2, wrong: 2, examples: [account.id, other.id].toSorted() },
  ]);
  expect(await openAmount(account.id)).toMatchObject({ amount: "1200.50" });
  expect(await found("恒润")).toBe(1);

  await context.db.query({ text: `delete from ${rollupOf(context.workspace, "account")}` });
  expect(app.engine.modules.find((module) => module.jobs?.[RECOUNT])?.jobs?.[RECOUNT]).toBe(recountJob);
  await recountJob(context, { all: true });
  expect(await openAmount(account.id)).toMatchObject({ amount: "1200.50" });
});

test("a roll-up that an administrator adds counts what was there before, and a field made searchable finds it", async () => {
  const account = await app.admin.make("account", { name: "Counted later" });
  for (const name of ["A", "B"]) await app.admin.make("opportunity", { name, account: account.id });
  const label = { "zh-CN": "商机数", en: "Deals" };
  const made = await app.admin.post("/objects/account/fields", { name: "deals", kind: "rollup", object: "opportunity", via: "account", fn: "count", label });
  expect(made.status, made.text).toBeLessThan(300);
  await app.idle();
  expect((await app.admin.get(`/records/account/${account.id}`)).json.data.deals_c).toBe(2);

  const field = { name: "nickname", kind: "text", label: { "zh-CN": "别名", en: "Nickname" } };
  await app.admin.post("/objects/account/fields", field);
  await app.admin.patch(`/records/account/${account.id}`, { nickname_c: "Rumpelstiltskin" });
  expect(await found("Rumpelstiltskin")).toBe(0);
  const changed = await app.admin.patch("/objects/account/fields/nickname_c", { searchable: true });
  expect(changed.status, changed.text).toBe(200);
  await app.idle();
  expect(await found("Rumpelstiltskin")).toBe(1);
});
