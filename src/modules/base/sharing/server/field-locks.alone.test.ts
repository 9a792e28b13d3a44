import { afterAll, beforeAll, expect, test } from "vitest";
import { programOf } from "../../../../apps/server/modules.ts";
import { fieldLocks } from "../../../../engine/access/field-locks.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { appOn, prepareApp, type TestApp } from "../../../../testing/app.ts";
import { testDatabase } from "../../../../testing/database.ts";

let world: TestApp;
beforeAll(async () => {
  const database = await testDatabase({ template: "app", prepare: prepareApp });
  const lock = fieldLocks.define("probe", {
    label: label("审批中", "Under approval"),
    code: "locked_by_approval",
    text: label("{label}正在审批，不能修改。", "{label} is under approval and cannot be changed."),
    applies: ({ name }) => name === "account",
    locked: ({ alias }) =>
      `case when ${alias}."website" = 'https://locked.example' then array['name']::text[] end`,
  });
  world = await appOn(database, { of: programOf([{ name: "probe", contributes: [lock] }]) });
});
afterAll(() => world.close());

test("a module locks fields by what stands elsewhere: no road changes them, and the record says so", async () => {
  const free = await world.admin.make("account", { name: "锁定客户", website: "https://free.example" });
  const one = `/records/account/${free.id}`;
  expect((await world.admin.patch(one, { name: "可改" })).status).toBe(200);
  await world.admin.patch(one, { website: "https://locked.example" });
  const patched = await world.admin.patch(one, { name: "不可改" });
  expect([patched.status, patched.json.code, patched.json.errors[0].field]).toEqual([
    409,
    "locked_by_approval",
    "name",
  ]);
  const bulk = await world.admin.post("/records/account/bulk", {
    ids: [free.id],
    values: { name: "不可改" },
  });
  expect(bulk.text).toContain("locked_by_approval");
  expect((await world.admin.patch(one, { name: "可改", industry: "x" })).status).toBe(200);
  expect((await world.admin.get(one)).json.abilities.fields).toEqual({ name: "read" });
});
