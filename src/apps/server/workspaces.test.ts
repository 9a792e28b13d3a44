import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureAdministrator } from "../../modules/base/identity/public.ts";
import { ADMIN, type Client, clientOf, type Reply } from "../../testing/app.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { openProgram, type Program, serveProgram } from "../../testing/program.ts";
import type { Engine } from "./engine.ts";

let database: TestDatabase;
let engine: Engine;
let app: FastifyInstance;
let program: Program;
const at = (host: string, more: Record<string, string> = {}): Client =>
  clientOf(app, { host, origin: `http://${host}`, ...more });
/** Somebody signed in by a host's name. */
async function signedIn(host: string): Promise<{ client: Client; cookie: string }> {
  const answer = await at(host).post("/session", ADMIN);
  expect(answer.status, answer.text).toBe(200);
  const cookie = [answer.headers["set-cookie"]].flat().map((one) => String(one).split(";")[0]);
  return { client: at(host, { cookie: cookie.join("; ") }), cookie: cookie.join("; ") };
}

beforeAll(async () => {
  database = await testDatabase();
  program = await openProgram(database.db, { make: "acme" });
  ({ engine } = program);
  await database.db.query({ text: "insert into sluice.workspace_host values ('acme.test', 'acme')" });
  await engine.refresh();
  for (const workspace of engine.workspaces)
    await ensureAdministrator(await engine.systemContext(workspace), ADMIN);
  app = await serveProgram(engine);
});
afterAll(async () => {
  program.stop();
  await app.close();
  await database.drop();
});

test("ids, sessions, keys, cursors, idempotency keys, feed and search of one workspace mean nothing in another", async () => {
  const [one, two] = [await signedIn("main.test"), await signedIn("acme.test")];
  const names = Array.from({ length: 4 }, (_, number) => `恒润精密 ${number}`);
  const mine: { id: string }[] = [];
  for (const name of names) mine.push(await one.client.make("account", { name }));
  const theirs = await two.client.make("account", { name: "别家客户" });

  const list = async (client: Client, query = "") =>
    (await client.get(`/records/account?limit=2${query}`)).json;
  expect((await list(two.client)).data.map(({ name }: { name: string }) => name)).toEqual(["别家客户"]);
  expect((await two.client.get(`/records/account/${mine[0]?.id}`)).status).toBe(404);
  expect(
    (await two.client.patch(`/records/account/${mine[0]?.id}`, { name: "x" }, { "if-match": '"1"' })).status,
  ).toBe(404);
  expect((await two.client.post("/records/contact", { name: "李雷", account: mine[0]?.id })).status).toBe(
    422,
  );
  expect((await one.client.get(`/records/account/${theirs.id}`)).status).toBe(404);

  // A session brought to the other host, or a key, is nobody's there.
  expect((await at("acme.test", { cookie: one.cookie }).get("/me")).status).toBe(401);
  expect(
    (await at("main.test", { cookie: two.cookie }).get("/me")).json.data ??
      (await at("main.test", { cookie: two.cookie }).get("/records/account")).json.data,
  ).not.toContainEqual(expect.objectContaining({ name: names[0] }));
  const { key } = (await two.client.post("/api-keys", { name: "k" })).json;
  const byKey = at("anything.test", { authorization: `Bearer ${key}` });
  expect((await list(byKey)).data.map(({ name }: { name: string }) => name)).toEqual(["别家客户"]);
  const forged = String(key).replace("sk_acme_", "sk_main_");
  expect((await at("main.test", { authorization: `Bearer ${forged}` }).get("/records/account")).status).toBe(
    401,
  );

  const { next: cursor } = (await list(one.client)).page;
  expect(cursor, "a cursor").toBeTypeOf("string");
  expect((await list(one.client, `&cursor=${cursor}`)).data).toHaveLength(2);
  expect((await two.client.get(`/records/account?limit=2&cursor=${cursor}`)).status).toBe(400);

  const once = { "idempotency-key": randomUUID() };
  const first = await one.client.post("/records/account", { name: "一次" }, once);
  const other = await two.client.post("/records/account", { name: "一次" }, once);
  expect([first.status, other.status]).toEqual([201, 201]);
  expect(other.json.data.id).not.toBe(first.json.data.id);

  expect((await two.client.get("/search?q=恒润")).text).not.toContain("恒润精密");
  expect((await one.client.get("/search?q=恒润")).text).toContain("恒润精密");
  const feeds = await Promise.all(
    [one.client, two.client].map((client) => client.get("/changes?cursor=0&objects=account")),
  );
  const ids = feeds.map((feed: Reply) => feed.text.includes(String(mine[0]?.id)));
  expect(ids).toEqual([true, false]);
});

test("definitions, jobs and work behind stay in their workspace", async () => {
  const [one, two] = [await signedIn("main.test"), await signedIn("acme.test")];
  const label = { "zh-CN": "设备", en: "Machine" };
  expect((await two.client.post("/objects", { name: "machine", label })).status).toBe(201);
  expect((await two.client.get("/records/machine_c")).status).toBe(200);
  expect((await one.client.get("/records/machine_c")).status).toBe(404);
  const ids = (await one.client.get("/records/account?limit=100")).json.data.map(
    ({ id }: { id: string }) => id,
  );
  const bulk = await two.client.post("/records/account/bulk", { ids, changes: { level: "a" } });
  await program.services.idle();
  expect(bulk.status).toBeGreaterThanOrEqual(200);
  const levels = (await one.client.get("/records/account?limit=100")).json.data.map(
    ({ level }: { level: string | null }) => level,
  );
  expect(new Set(levels)).toEqual(new Set([null]));
});

test("a workspace that another version has brought forward is answered 503, the others go on", async () => {
  const two = await signedIn("acme.test");
  await database.db.query({
    text: "insert into sluice.migration (workspace, id) values ('acme', '0001_of_a_later_version')",
  });
  await engine.refresh();
  const away = await two.client.get("/records/account");
  expect([away.status, away.headers["retry-after"]]).toEqual([503, "1"]);
  expect((await at("main.test").get("/me")).status).toBe(401);
  expect(engine.workspaces.map(({ code }) => code)).toEqual(["main"]);
  await database.db.query({ text: "delete from sluice.migration where id = '0001_of_a_later_version'" });
  await engine.refresh();
  expect((await two.client.get("/records/account")).status).toBe(200);
});
