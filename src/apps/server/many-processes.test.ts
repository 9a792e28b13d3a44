import { afterAll, beforeAll, expect, test } from "vitest";
import { ADMIN } from "../../testing/app.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { ImportOnce } from "../../testing/import-once.ts";
import { brokenFeed, brokenInside, readFeed } from "../../testing/kept-promises.ts";
import { type ServerProcess, serverProcesses } from "../../testing/server-process.ts";
import { SteadyWriter } from "../../testing/steady-writer.ts";
import { StubbornClient } from "../../testing/stubborn-client.ts";

type Name = "a" | "b" | "first" | "second";
let database: TestDatabase;
let processes: { readonly of: Readonly<Record<Name, ServerProcess>>; remove(): void };
let [a, b]: readonly StubbornClient[] = [];
const clients = (): [StubbornClient, StubbornClient] => {
  if (!a || !b) throw new Error("not started");
  return [a, b];
};
beforeAll(async () => {
  database = await testDatabase();
  const shared = {
    DATABASE_URL: database.url,
    SLUICE_ADMIN_LOGIN: ADMIN.login,
    SLUICE_ADMIN_PASSWORD: ADMIN.password,
  };
  const [web, worker] = [{ SLUICE_ROLE: "web" }, { SLUICE_ROLE: "worker" }];
  processes = await serverProcesses(shared, { a: web, b: web, first: worker, second: worker });
  await processes.of.a.start();
  await Promise.all([processes.of.b.start(), processes.of.first.start(), processes.of.second.start()]);
  [a, b] = [new StubbornClient(processes.of.a.url, ADMIN), new StubbornClient(processes.of.b.url, ADMIN)];
}, 240_000);
afterAll(async () => {
  for (const one of Object.values(processes.of)) await one.killNode();
  processes.remove();
  await database.drop();
});

async function signIn(url: string): Promise<string> {
  const headers = { "content-type": "application/json", origin: url };
  const answer = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers,
    body: JSON.stringify(ADMIN),
  });
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}

test("what one web process defines, allows or takes away holds in the other with the next request, and its stream tells of it", async () => {
  const [one, two] = clients();
  const label = { "zh-CN": "设备", en: "Machine" };
  expect((await two.get("/records/machine_c")).status).toBe(404);
  expect((await one.post("/objects", { name: "machine", label })).status).toBe(201);
  expect((await two.post("/records/machine_c", { name: "机床" })).status).toBe(201);
  expect((await two.post("/objects/machine_c/fields", { name: "grade", kind: "text", label })).status).toBe(
    201,
  );
  expect((await one.post("/records/machine_c", { name: "二号", grade_c: "甲" })).json.data).toMatchObject({
    grade_c: "甲",
  });

  const [leaving, listening] = [await signIn(processes.of.a.url), await signIn(processes.of.a.url)];
  const session = (method: string) => (url: string, path: string) =>
    fetch(`${url}/api/v1${path}`, { method, headers: { cookie: leaving, origin: url } }).then(
      ({ status }) => status,
    );
  expect(await session("GET")(processes.of.b.url, "/me")).toBe(200);
  expect(await session("DELETE")(processes.of.a.url, "/session")).toBeLessThan(300);
  expect(await session("GET")(processes.of.b.url, "/me")).toBe(401);

  const stop = new AbortController();
  const stream = await fetch(`${processes.of.b.url}/api/v1/stream`, {
    headers: { cookie: listening },
    signal: stop.signal,
  });
  let heard = "";
  const reading = (async () => {
    for await (const chunk of stream.body ?? []) heard += Buffer.from(chunk).toString();
  })().catch(() => undefined);
  await expect.poll(() => heard, { timeout: 30_000 }).toContain("ready");
  // The quickest of some: others may have had the processor in the meantime.
  let quickest = Infinity;
  for (let round = 0; round < 5 && quickest >= 2000; round += 1) {
    const written = await one.post("/records/account", { name: `听得见 ${round}` });
    const begun = Date.now();
    await expect.poll(() => heard, { timeout: 30_000, interval: 20 }).toContain(written.json.data.id);
    quickest = Math.min(quickest, Date.now() - begun);
  }
  expect(quickest).toBeLessThan(2000);
  stop.abort();
  await reading;
}, 240_000);

test("two workers do each job once and read the log once, also when processes are killed at any moment; nothing acknowledged is lost", async () => {
  const [one, two] = clients();
  const writers = [new SteadyWriter(one, 0), new SteadyWriter(two, 1)];
  let over = false;
  const writing = Promise.all(
    writers.map(async (writer) => {
      while (!over) await writer.step();
    }),
  );
  const file = new ImportOnce(two, "file", 300);
  await file.begin();
  const written = (least: number) =>
    expect
      .poll(() => Math.min(...writers.map((writer) => writer.acknowledged)), { timeout: 120_000 })
      .toBeGreaterThan(least);
  await written(5);
  await Promise.all([processes.of.first.killNode(), processes.of.a.killNode()]);
  await processes.of.a.start();
  await file.ended(180_000);
  await processes.of.first.start();
  await processes.of.second.killNode();
  await written((writers[0]?.acknowledged ?? 0) + 5);
  over = true;
  await writing;
  for (const writer of writers) expect(await writer.check()).toEqual([]);
  expect(await file.check(database.db)).toEqual([]);
  expect((await brokenInside(database.db)).broken).toEqual([]);
  const { entries } = await readFeed(two);
  expect(brokenFeed(entries, "the feed")).toEqual([]);
}, 400_000);
