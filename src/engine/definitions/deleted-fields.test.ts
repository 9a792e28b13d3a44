import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";
import { deletedFieldsRetention } from "./deleted-fields.retention.ts";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());
const both = (text: string) => ({ "zh-CN": text, en: text });
const add = async (name: string, more: object) => {
  const made = await world.admin.post("/objects/account/fields", { name, label: both(name), ...more });
  expect(made.status, made.text).toBe(201);
};
const columns = async (like: string): Promise<readonly string[]> =>
  (
    await world.database.db.query<{ name: string }>({
      text: "select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'w_main' and table_name in ('o_account', 'h_account', 'o_contact', 'h_contact') and column_name like $1 order by 1",
      values: [like],
    })
  ).map(({ name }) => name);
const age = (name: string, days: number) =>
  world.database.db.query({
    text: `update w_main.o_field_definition set hidden_at = now() - make_interval(days => $2) where name = $1`,
    values: [name, days],
  });
const take = async (): Promise<number> => {
  const context = await world.context();
  const before = new Date(Date.now() - 90 * 86_400_000).toISOString();
  let taken = 0;
  while (
    (await deletedFieldsRetention.take(context, {
      before,
      limit: 500,
      run: "01890000-0000-7000-8000-000000000000",
    })) > 0
  )
    taken += 1;
  return taken;
};

test("a deleted field is listed with its days, comes back within 90, and after them its columns go from rows and versions", async () => {
  const { admin } = world;
  await add("budget", { kind: "money" });
  await add("hint", { kind: "text", unique: true });
  const { id } = await admin.make("account", { name: "One", budget_c: "5", hint_c: "a" });
  await admin.patch(`/records/account/${id}`, { budget_c: "6" });
  for (const name of ["budget_c", "hint_c"])
    expect((await admin.delete(`/objects/account/fields/${name}`)).status).toBe(204);
  const listed = async () =>
    (await admin.get("/definitions/deleted-fields")).json.data.map(
      (one: { object: string; name: string; days_left: number; kind: string }) => [
        one.object,
        one.name,
        one.kind,
        one.days_left,
      ],
    );
  await age("hint_c", 80);
  expect(await listed()).toEqual([
    ["account", "hint_c", "text", 9],
    ["account", "budget_c", "money", 89],
  ]);
  expect(
    (
      await (
        await world.person({ name: "Seller", role: "sales_director" })
      ).get("/definitions/deleted-fields")
    ).status,
  ).toBe(403);
  expect((await admin.patch("/objects/account/fields/hint_c", { hidden: false })).status).toBe(200);
  expect((await admin.get(`/records/account/${id}`)).json.data.hint_c).toBe("a");
  expect(await take()).toBe(0);

  await age("budget_c", 91);
  expect(await columns("budget_c%")).toHaveLength(8);
  expect(await take()).toBe(1);
  expect(await columns("budget_c%")).toEqual([]);
  expect(await columns("hint_c%")).toHaveLength(2);
  expect(await listed()).toEqual([]);
  expect(
    (await admin.get("/objects/account/fields")).json.data.some(
      (field: { name: string }) => field.name === "budget_c",
    ),
  ).toBe(false);
  const late = await admin.patch("/objects/account/fields/budget_c", { hidden: false });
  expect([late.status, late.json.code]).toEqual([409, "too_late"]);
  expect(
    (await admin.post("/objects/account/fields", { name: "budget", kind: "text", label: both("again") }))
      .status,
  ).toBe(409);
  // Everything else goes on, versions and the log included.
  const changed = await admin.patch(`/records/account/${id}`, { name: "Two" });
  expect([changed.status, changed.json.data?.version], changed.text).toEqual([200, 3]);
  expect((await admin.get(`/records/account/${id}/versions`)).json.data.length).toBe(3);
  expect((await admin.get(`/records/account?as_of=${new Date().toISOString()}`)).status).toBe(200);
  await add("other", { kind: "text" });
});

test("an erasure reaches what a dropped field, and a field before its kind changed, once held", async () => {
  const { admin } = world;
  const define = async (name: string) => {
    const made = await admin.post("/objects/contact/fields", {
      name,
      label: both(name),
      kind: "text",
      personal: true,
    });
    expect(made.status, made.text).toBe(201);
  };
  await define("passport");
  await define("badge");
  const { id } = await admin.make("contact", {
    name: "Ann Erased",
    passport_c: "P-SECRET-777",
    badge_c: "4711471147",
  });
  await admin.patch(`/records/contact/${id}`, { badge_c: "4711471148" });
  expect((await admin.patch("/objects/contact/fields/badge_c", { kind: "integer" })).status).toBe(200);
  await admin.delete("/objects/contact/fields/passport_c");
  await age("passport_c", 100);
  expect(await take()).toBe(1);
  const second = await world.person({ name: "Second", role: "administrator" });
  const asked = await admin.post("/erasures", {
    object: "contact",
    id,
    legal_basis: "asked",
    reason: "by letter",
    attachments: false,
  });
  expect(
    (await second.post(`/erasures/${asked.json.data.id}/decision`, { approve: true })).status,
    asked.text,
  ).toBeLessThan(300);
  await world.idle();
  const held = await world.database.db.query<{ text: string }>({
    text: `select h::text as text from w_main.h_contact h where id = $1 union all select after::text || before::text from w_main.changes where record = $1`,
    values: [id],
  });
  expect(held.length).toBeGreaterThan(1);
  expect(held.map(({ text }) => text).join("\n")).not.toMatch(/P-SECRET-777|47114711/);
});
