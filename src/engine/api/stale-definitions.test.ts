import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modules } from "../../apps/server/modules.ts";
import { createServer } from "../../platform/http/create-server.ts";
import { createLog } from "../../platform/log/log.ts";
import { type Client, clientOf, testApp, type TestApp } from "../../testing/app.ts";
import { openProgram, type Program } from "../../testing/program.ts";
import type { Catalog } from "../kernel/catalog.ts";
import { deletedFieldsRetention } from "../definitions/deleted-fields.retention.ts";
import { mountRoutes } from "./edge.ts";

let world: TestApp;
/** Another process on the same database. */
let other: Program;
let behind: FastifyInstance;
/** Speaks to the other process, whose next request still finds these definitions. */
let client: Client;
let stale: Catalog | null = null;
let asked = 0;
const both = (text: string) => ({ "zh-CN": text, en: text });

beforeAll(async () => {
  world = await testApp();
  other = await openProgram(world.database.db);
  behind = await createServer({ log: createLog("silent") });
  const contextOf: typeof other.engine.contextOf = async (request, asking) => {
    const who = await other.engine.contextOf(request, asking);
    asked += 1;
    const catalog = stale;
    stale = null;
    return catalog ? { ...who, context: { ...who.context, catalog } } : who;
  };
  mountRoutes(
    behind,
    { contextOf },
    modules.flatMap((module) => module.routes ?? []),
  );
  await behind.ready();
  client = clientOf(behind, world.admin.headers);
});
afterAll(async () => {
  await behind.close();
  other.stop();
  await world.close();
});

const catalogNow = async (): Promise<Catalog> => {
  const [workspace] = other.engine.workspaces;
  if (!workspace) throw new Error("no workspace");
  return (await other.engine.systemContext(workspace)).catalog;
};
const add = async (name: string, more: object) => {
  const made = await world.admin.post("/objects/account/fields", { name, label: both(name), ...more });
  expect(made.status, made.text).toBe(201);
};
const drop = async (name: string) => {
  expect((await world.admin.delete(`/objects/account/fields/${name}`)).status).toBe(204);
  await world.database.db.query({
    text: "update w_main.o_field_definition set hidden_at = now() - interval '91 days' where name = $1",
    values: [name],
  });
  const before = new Date(Date.now() - 90 * 86_400_000).toISOString();
  expect(
    await deletedFieldsRetention.take(await world.context(), {
      before,
      limit: 1,
      run: "01890000-0000-7000-8000-000000000000",
    }),
  ).toBe(1);
};

test("a field that another process has taken away: what runs with the definitions of before goes once more with those of now", async () => {
  await add("gone", { kind: "text" });
  const { id } = await world.admin.make("account", { name: "One", gone_c: "x" });
  const roads: (() => Promise<{ status: number; text: string }>)[] = [
    () => client.get("/records/account"),
    () => client.get(`/records/account/${id}`),
    () => client.patch(`/records/account/${id}`, { name: "Two" }),
    () => client.post("/records/account", { name: "Three" }),
    () => client.post("/records/account/bulk", { ids: [id], values: { name: "Four" } }),
    () =>
      client.post("/batch", {
        operations: [{ op: "update", object: "account", id, values: { name: "Five" } }],
      }),
  ];
  const before = await catalogNow();
  await drop("gone_c");
  for (const [at, road] of roads.entries()) {
    stale = before;
    asked = 0;
    const answer = await road();
    expect([at, answer.status], answer.text).toEqual([at, answer.status === 201 ? 201 : 200]);
    expect(asked).toBeGreaterThan(1);
  }
  const versions = (await world.admin.get(`/records/account/${id}/versions`)).json.data;
  expect(versions.map((one: { values: { name: string } }) => one.values.name)).toEqual([
    "Five",
    "Four",
    "Two",
    "One",
  ]);
  // One that is refused for itself is not asked twice.
  asked = 0;
  expect((await client.get(`/records/account?filter=${encodeURIComponent('gone_c == "x"')}`)).status).toBe(
    400,
  );
  expect(asked).toBe(1);
});

test("a field whose kind another process has changed, and one that it has added", async () => {
  await add("size", { kind: "text" });
  const { id } = await world.admin.make("account", { name: "Sized", size_c: "12" });
  const before = await catalogNow();
  expect((await world.admin.patch("/objects/account/fields/size_c", { kind: "integer" })).status).toBe(200);
  stale = before;
  const found = await client.get(`/records/account?filter=${encodeURIComponent('contains(size_c, "1")')}`);
  expect([found.status, found.json.code], found.text).toEqual([400, found.json.code]);
  stale = before;
  const wrote = await client.patch(`/records/account/${id}`, { size_c: "many" });
  expect([wrote.status, wrote.json.errors?.[0]?.field], wrote.text).toEqual([422, "size_c"]);
  stale = before;
  const read = await client.get(`/records/account/${id}`);
  expect([read.status, Number(read.json.data.size_c)], read.text).toEqual([200, 12]);
  const without = await catalogNow();
  await add("extra", { kind: "text" });
  await world.admin.patch(`/records/account/${id}`, { extra_c: "kept" });
  stale = without;
  expect((await client.patch(`/records/account/${id}`, { name: "Sized 2" })).status).toBe(200);
  expect((await world.admin.get(`/records/account/${id}`)).json.data).toMatchObject({
    name: "Sized 2",
    extra_c: "kept",
  });
});

test("definitions that were asked for while an older load was under way are not answered with the older ones", async () => {
  const [workspace] = other.engine.workspaces;
  if (!workspace) throw new Error("no workspace");
  for (let round = 0; round < 3; round += 1) {
    const loads = Array.from({ length: 4 }, () => other.engine.systemContext(workspace));
    await add(`late${round}`, { kind: "text" });
    const now = await other.engine.systemContext(workspace);
    await Promise.all(loads);
    expect(now.catalog.object("account")?.byName[`late${round}_c`]).toBeDefined();
  }
});
