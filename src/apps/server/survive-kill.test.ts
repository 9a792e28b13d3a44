import { afterAll, beforeAll, expect, test } from "vitest";
import { ADMIN } from "../../testing/app.ts";
import { ImportOnce } from "../../testing/import-once.ts";
import { brokenFeed, brokenInside, readFeed } from "../../testing/kept-promises.ts";
import { type ServerProcess, serverProcess } from "../../testing/server-process.ts";
import { SteadyWriter } from "../../testing/steady-writer.ts";
import { StubbornClient } from "../../testing/stubborn-client.ts";

let server: ServerProcess;
let client: StubbornClient;
beforeAll(async () => {
  server = await serverProcess({ SLUICE_ADMIN_LOGIN: ADMIN.login, SLUICE_ADMIN_PASSWORD: ADMIN.password });
  await server.start();
  client = new StubbornClient(server.url, ADMIN);
});
afterAll(async () => {
  await server.killNode();
  server.remove();
});

test("kill -9 of the program between and during writes loses nothing and repeats nothing", async () => {
  const writers = [0, 1, 2].map((number) => new SteadyWriter(client, number));
  let over = false;
  const writing = Promise.all(
    writers.map(async (writer) => {
      while (!over) await writer.step();
    }),
  );
  await expect
    .poll(() => Math.min(...writers.map((writer) => writer.acknowledged)), { timeout: 60_000 })
    .toBeGreaterThan(10);
  await server.killNode();
  expect(server.left()).toEqual([]);
  await server.start();
  const before = writers.map((writer) => writer.acknowledged);
  await expect
    .poll(() => Math.min(...writers.map((writer, at) => writer.acknowledged - (before[at] ?? 0))), {
      timeout: 60_000,
    })
    .toBeGreaterThan(5);
  over = true;
  await writing;
  expect(client.repeated).toBeGreaterThan(0);
  for (const writer of writers) expect(await writer.check()).toEqual([]);
}, 180_000);

test("kill -9 of PostgreSQL in the middle of an import: the program stays, the import goes on by itself, each row once", async () => {
  const rows = 2000;
  const file = new ImportOnce(client, "file", rows);
  await file.begin();
  let done = 0;
  await expect
    .poll(async () => (done = (await file.progress()).rows), { timeout: 60_000, interval: 20 })
    .toBeGreaterThan(0);
  server.killPostmaster();
  expect(done).toBeLessThan(rows);
  await file.ended(120_000);
  expect(server.hasDied(), server.said().slice(-2000)).toBe(false);
  const db = server.database();
  expect(await file.check(db)).toEqual([]);
  expect((await brokenInside(db)).broken).toEqual([]);
  const { entries } = await readFeed(client);
  expect(brokenFeed(entries, "the feed")).toEqual([]);
  expect(entries.length).toBeGreaterThan(rows);
  await db.close();

  expect(await server.stop()).toBe(0);
  expect(server.left()).toEqual([]);
  await server.start();
}, 240_000);
