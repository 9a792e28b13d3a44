import { afterAll, beforeAll, expect, test } from "vitest";
import { programOf } from "../../../../apps/server/modules.ts";
import type { Module } from "../../../../engine/module.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { defineObject } from "../../../../shared/metadata/object.ts";
import { appOn, type Client, prepareApp, prepareProgram, type TestApp } from "../../../../testing/app.ts";
import { testDatabase } from "../../../../testing/database.ts";
import { presetRights } from "../../identity/public.ts";

const WORK = { create: true, read: "all", update: "own", delete: "none" } as const;
const loan = defineObject({
  name: "probe_loan",
  label: label("借用", "Loan"),
  plural: label("借用", "Loans"),
  area: "work",
  title: "name",
  sharing: "owner",
  fields: { name: { kind: "text", label: label("名称", "Name"), required: true, max_length: 60 } },
  list: { columns: ["name"], sort: "name" },
});
/** Made when the program before it has started without it. */
const makeDesk = (): Module => ({
  name: "probe",
  objects: [loan],
  contributes: [presetRights.define(loan.name, { seller: WORK })],
});

let desk: Module;
let app: TestApp;
let lender: Client;
let seller: Client;
beforeAll(async () => {
  const database = await testDatabase({ template: "app", prepare: prepareApp });
  const before = await appOn(database);
  await before.admin.make("role", {
    name: "lender",
    label: { "zh-CN": "借用员", en: "Lender" },
    rights: { objects: { account: WORK }, fields: {}, abilities: [] },
  });
  expect((await questions(before.admin)).map(({ object }) => object)).toEqual([]);
  await before.idle();
  before.engine.stop();
  await before.app.close();
  desk = makeDesk();
  app = await appOn(database, { of: programOf([desk]) });
  lender = await app.person({ name: "Lender", role: "lender" });
  seller = await app.person({ name: "Seller", role: "seller" });
});
afterAll(() => app.close());

interface Question {
  readonly object: string;
  readonly custom: boolean;
  readonly proposed: object;
}
const questions = async (client: Client): Promise<readonly Question[]> =>
  (await client.get("/permissions/new-objects")).json.data;
const answer = (object: string, rights: object, client = app.admin) =>
  client.post(`/permissions/new-objects/${object}`, { rights });
const makeObject = async (name: string, more: object = {}) => {
  const made = await app.admin.post("/objects", { name, label: label(name, name), ...more });
  expect(made.status, made.text).toBe(201);
  return `${name}_c`;
};

test("an object that an upgrade brings is asked about, with what its module proposes", async () => {
  expect(await questions(app.admin)).toEqual([
    {
      object: "probe_loan",
      label: { "zh-CN": "借用", en: "Loan" },
      plural: { "zh-CN": "借用", en: "Loans" },
      custom: false,
      proposed: { seller: WORK },
    },
  ]);
  for (const client of [lender, seller])
    expect(
      (await client.post("/records/probe_loan", { name: "saw" })).status,
      "nobody has been given it",
    ).toBe(403);
  const denied = [
    await seller.get("/permissions/new-objects"),
    await answer("probe_loan", { seller: WORK }, seller),
  ];
  expect(denied.map(({ status }) => status)).toEqual([403, 403]);
});

test("the answer holds at once for the roles named, for no others, and is asked once", async () => {
  const unknown = await answer("probe_loan", { nobody_there: WORK });
  expect([unknown.status, unknown.json.code]).toEqual([422, "unknown_role"]);
  expect((await answer("probe_loan", { lender: WORK })).status).toBe(200);
  expect((await lender.post("/records/probe_loan", { name: "drill" })).status).toBe(201);
  expect((await lender.get("/records/probe_loan")).json.data).toHaveLength(1);
  expect((await seller.get("/records/probe_loan")).json.data).toEqual([]);
  expect(await questions(app.admin)).toEqual([]);
  const again = await answer("probe_loan", { seller: WORK });
  expect([again.status, again.json.code]).toEqual([409, "answered"]);
  expect((await answer("no_such_object", {})).status).toBe(404);
});

test("one made without a role is asked about; declining is an answer", async () => {
  const name = await makeObject("unused");
  expect(await questions(app.admin)).toMatchObject([{ object: name, custom: true, proposed: {} }]);
  expect((await answer(name, {})).status).toBe(200);
  expect(await questions(app.admin)).toEqual([]);
});

test("one made with a role, or given to one in its rights, is asked about no more", async () => {
  await makeObject("used", { rights: { lender: { read: "all" } } });
  expect(await questions(app.admin)).toEqual([]);
  const name = await makeObject("edited");
  expect((await questions(app.admin)).map(({ object }) => object)).toEqual([name]);
  const [role] = (await app.admin.get(`/records/role?filter=name == "lender"`)).json.data;
  const rights = { ...role.rights, objects: { ...role.rights.objects, [name]: WORK } };
  expect((await app.admin.patch(`/records/role/${role.id}`, { rights })).status).toBe(200);
  expect(await questions(app.admin)).toEqual([]);
});

test("a company from before the question is asked about what comes with the upgrade, not of what it has", async () => {
  const database = await testDatabase({ template: "app", prepare: prepareApp });
  await database.db.query({ text: `drop table "w_main".object_use` });
  await database.db.query({ text: `delete from sluice.migration where id = '0110_object_use'` });
  const upgraded = await appOn(database, { of: programOf([desk]) });
  expect((await questions(upgraded.admin)).map(({ object }) => object)).toEqual(["probe_loan"]);
  await upgraded.close();
});

test("a new installation asks nothing: the preset roles have what the modules say", async () => {
  const database = await testDatabase();
  const open = { of: programOf([desk]) };
  await prepareProgram(database.db, open);
  const fresh = await appOn(database, open);
  expect(await questions(fresh.admin)).toEqual([]);
  const person = await fresh.person({ name: "Seller", role: "seller" });
  expect((await person.post("/records/probe_loan", { name: "ladder" })).status).toBe(201);
  await fresh.close();
});
