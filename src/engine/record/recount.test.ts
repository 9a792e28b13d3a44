import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../../testing/app.ts";
import { systemTable, rollupOf } from "../schema/names.ts";
import { REPAIR, repairAll, repairJob } from "./repair.ts";

let app: TestApp;
beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());

const openAmount = async (id: string): Promise<unknown> =>
  (await app.admin.get(`/records/account/${id}`)).json.data.open_amount;
const found = async (word: string): Promise<unknown> =>
  (await app.admin.get(`/search?q=${encodeURIComponent(word)}`)).json.data.length;

test("a roll-up and search entries that are wrong are found, named and put right, also by the job", async () => {
  const account = await app.admin.make("account", { name: "恒润精密" });
  const other = await app.admin.make("account", { name: "Untouched" });
  await app.admin.make("opportunity", { name: "A", account: account.id, amount: "1200.50" });
  const context = await app.context();
  expect((await repairAll(context)).filter(({ wrong }) => wrong > 0)).toEqual([]);

  await context.db.query({
    text: `update ${rollupOf(context.workspace, "account")} set open_amount = 7 where id = $1`,
    values: [account.id],
  });
  await context.db.query({
    text: `update ${systemTable(context.workspace, "search_entry")} set tokens = '{nonsense}' where id = $1`,
    values: [account.id],
  });
  await context.db.query({
    text: `delete from ${systemTable(context.workspace, "search_entry")} where id = $1`,
    values: [other.id],
  });
  expect(await found("恒润")).toBe(0);
  const report = await repairAll(context);
  expect(report.filter(({ wrong }) => wrong > 0)).toEqual([
    { what: "account.open_amount", checked: 2, wrong: 1, examples: [account.id] },
    { what: "search:account", checked: 2, wrong: 2, examples: [account.id, other.id].toSorted() },
  ]);
  expect(await openAmount(account.id)).toMatchObject({ amount: "1200.50" });
  expect(await found("恒润")).toBe(1);

  await context.db.query({ text: `delete from ${rollupOf(context.workspace, "account")}` });
  expect(app.engine.modules.find((module) => module.jobs?.[REPAIR])?.jobs?.[REPAIR]).toBe(repairJob);
  await repairJob(context, { all: true });
  expect(await openAmount(account.id)).toMatchObject({ amount: "1200.50" });
});

test("a roll-up that an administrator adds counts what was there before, and a field made searchable finds it", async () => {
  const account = await app.admin.make("account", { name: "Counted later" });
  for (const name of ["A", "B"]) await app.admin.make("opportunity", { name, account: account.id });
  const label = { "zh-CN": "商机数", en: "Deals" };
  const made = await app.admin.post("/objects/account/fields", {
    name: "deals",
    kind: "rollup",
    object: "opportunity",
    via: "account",
    fn: "count",
    label,
  });
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

test("one that cannot be repaired does not keep the others from it, and is named with the reason", async () => {
  const label = { "zh-CN": "坏", en: "Bad" };
  const bad = { name: "a_bad", kind: "rollup", object: "opportunity", via: "account", fn: "count", label };
  expect((await app.admin.post("/objects/account/fields", bad)).status).toBe(201);
  const account = await app.admin.make("account", { name: "Beside it" });
  await app.admin.make("opportunity", { name: "B", account: account.id, amount: "10" });
  const context = await app.context();
  await context.db.query({
    text: `update ${rollupOf(context.workspace, "account")} set open_amount = 7 where id = $1`,
    values: [account.id],
  });
  await context.db.query({
    text: `alter table ${rollupOf(context.workspace, "account")} rename column a_bad_c to gone`,
  });
  const report = await repairAll(context);
  await context.db.query({
    text: `alter table ${rollupOf(context.workspace, "account")} rename column gone to a_bad_c`,
  });
  expect(report.filter(({ failed }) => failed !== undefined)).toEqual([
    expect.objectContaining({ what: "account.a_bad_c", failed: expect.stringContaining("a_bad_c") }),
  ]);
  expect(report.find(({ what }) => what === "account.open_amount")).toMatchObject({ wrong: 1 });
  expect(await openAmount(account.id)).toMatchObject({ amount: "10.00" });
});

test("a roll-up over a roll-up is refused in words: over two levels, over a tree, by a formula, by a filter", async () => {
  const { admin } = app;
  const label = { "zh-CN": "汇总", en: "Roll-up" };
  const rollup = (more: object) =>
    admin.post("/objects/account/fields", {
      name: "nested",
      kind: "rollup",
      label,
      object: "account",
      via: "parent",
      fn: "sum",
      ...more,
    });
  expect(
    (
      await admin.post("/objects/account/fields", {
        name: "twice",
        kind: "formula",
        returns: "money",
        expression: "open_amount * 2",
        label,
      })
    ).status,
  ).toBe(201);
  for (const more of [
    { field: "open_amount" },
    { field: "twice_c" },
    { fn: "count", filter: "open_amount > 100" },
    { fn: "count", filter: "parent.open_amount > 100" },
  ]) {
    const answer = await rollup(more);
    expect([answer.status, answer.json.errors?.[0]?.code], `${JSON.stringify(more)} ${answer.text}`).toEqual([
      422,
      "rollup_over_rollup",
    ]);
  }
  const computed = {
    name: "far",
    kind: "formula",
    returns: "integer",
    expression: "parent.employees",
    label,
  };
  expect((await admin.post("/objects/account/fields", computed)).status).toBe(201);
  expect((await rollup({ field: "far_c" })).json.errors[0].code).toBe("rollup_not_stored");
  expect((await rollup({ fn: "count" })).status).toBe(201);
});
