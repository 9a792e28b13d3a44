import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectDatabase } from "../../platform/db/connect.ts";
import { type Database, ident } from "../../platform/db/database.ts";
import { type AnsweredBy, openReplica, type Replica } from "../../platform/db/replica.ts";
import { createServer } from "../../platform/http/create-server.ts";
import { addOperations } from "../../platform/http/operations.ts";
import { createLog } from "../../platform/log/log.ts";
import { appOn, prepareApp, type TestApp } from "../../testing/app.ts";
import { startTestPair, type TestPair } from "../../testing/postgres-server.ts";

let pair: TestPair;
/** The superuser on the replica; the program itself is an ordinary role that owns its database. */
let standby: Database;
let replica: Replica;
let world: TestApp;
let operations: FastifyInstance;
const told: boolean[] = [];
const METRICS = "a-token-for-metrics";

beforeAll(async () => {
  pair = await startTestPair();
  const admin = connectDatabase(pair.primary.url, { max: 1 });
  for (const text of ["create role plain login", "create database crm owner plain"])
    await admin.query({ text });
  await admin.close();
  const [url, replicaUrl] = [pair.primary.url, pair.replica.url].map((server) =>
    server.replace("sluice@", "plain@").replace("/postgres?", "/crm?"),
  );
  const db = connectDatabase(url ?? "", { max: 8 });
  await prepareApp(db);
  // On a busy machine a replica that stands still is told from one that is slow by more than a quarter of a
  // second.
  replica = openReplica(replicaUrl ?? "", db, {
    max: 4,
    patience: 3000,
    changed: (isUsed) => told.push(isUsed),
  });
  world = await appOn({ url: url ?? "", db, drop: () => db.close() }, { replica });
  standby = connectDatabase(pair.replica.url.replace("/postgres?", "/crm?"), { max: 1 });
  operations = await createServer({ log: createLog("silent") });
  addOperations(operations, { version: "0", db, replica, metricsToken: METRICS });
}, 240_000);
afterAll(async () => {
  await operations.close();
  await standby.close();
  await world.close();
  await replica.close();
  await pair.stop();
});

const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
/** How many accounts of this industry there are, asked on each road that may go to the replica. */
async function counted(
  industry: string,
  who: Pick<TestApp["admin"], "get" | "post"> = world.admin,
): Promise<unknown[]> {
  const filter = `industry == "${industry}"`;
  const listed = await who.get(
    `/records/account?count=exact&as_of=${tomorrow}&filter=${encodeURIComponent(filter)}`,
  );
  const summed = await who.post("/records/account/aggregate", { measures: [{ fn: "count" }], filter });
  const exported = await who.post("/exports", { object: "account", filter });
  return [
    listed.json.total ?? listed.status,
    summed.json.groups?.[0]?.values[0] ?? summed.status,
    exported.status === 200 ? exported.text.trim().split("\n").length - 1 : exported.status,
  ];
}
/** How often each answered while `work` went on. */
async function answering(work: () => Promise<unknown>): Promise<Record<AnsweredBy, number>> {
  const before = { ...replica.answered };
  await work();
  const counts = Object.entries(replica.answered).map(([by, count]) => [
    by,
    count - before[by as AnsweredBy],
  ]);
  return Object.fromEntries(counts) as Record<AnsweredBy, number>;
}
const add = (industry: string) => world.admin.make("account", { name: `公司 ${Math.random()}`, industry });
const replaying = (what: "pause" | "resume") => standby.query({ text: `select pg_wal_replay_${what}()` });
async function whilePaused(work: () => Promise<void>): Promise<void> {
  await replaying("pause");
  const state = () => standby.query({ text: "select pg_get_wal_replay_pause_state() as state" });
  await expect.poll(state, { timeout: 30_000 }).toEqual([{ state: "paused" }]);
  try {
    await work();
  } finally {
    await replaying("resume");
  }
}
/** The replica answers everything that is meant for it. */
const used = () => {
  const others = () =>
    answering(() => counted("")).then(
      ({ replica: byIt, ...rest }) => byIt > 0 && Object.values(rest).every((count) => count === 0),
    );
  return expect.poll(others, { timeout: 60_000, interval: 300 }).toBe(true);
};
const health = async () => (await operations.inject("/api/health")).json().replica;
const metrics = async () =>
  (await operations.inject({ url: "/api/metrics", headers: { authorization: `Bearer ${METRICS}` } })).body;

test("lists of the past, figures, reports and exports come from the replica, and everybody reads his own write there at once", async () => {
  const by = await answering(async () => {
    for (let made = 1; made <= 20; made += 1) {
      await add("水利");
      expect(await counted("水利")).toEqual([made, made, made]);
    }
  });
  expect(by.replica).toBeGreaterThan(60);
  const reports = ["funnel", "cycle", "dwell", "win_rate", "loss"].map((name) =>
    world.admin.post(`/insight/${name}`, { object: "opportunity" }),
  );
  const asked = await answering(async () => {
    for (const { status } of await Promise.all(reports)) expect(status).toBe(200);
  });
  expect(asked.replica + by.replica).toBeGreaterThan(65);
  expect(await health()).toMatchObject({
    status: "ok",
    lag_seconds: expect.any(Number),
    lag_bytes: expect.any(Number),
  });
  expect(await metrics()).toMatch(/^database_replica_up 1$/m);
  expect(await metrics()).toMatch(/^database_replica_lag_bytes \d+$/m);
  expect(told).toEqual([]);
});

test("what is wanted now, sums that are kept, sessions and the feed ask the primary", async () => {
  const by = await answering(async () => {
    expect((await world.admin.get("/records/account")).status).toBe(200);
    expect((await world.admin.get("/search?q=公司")).status).toBe(200);
    expect((await world.admin.get("/changes")).status).toBe(200);
    expect((await world.admin.get("/me")).status).toBe(200);
    const board = { group_by: [{ field: "stage" }], measures: [{ fn: "count" }] };
    expect((await world.admin.post("/records/opportunity/aggregate", board)).status).toBe(200);
  });
  expect(by).toEqual({ replica: 0, behind: 0, failed: 0, resting: 0 });
});

test("a replica that stands still is not asked: answers are right, rights that were taken are gone, and it is used again when it follows", async () => {
  const seller = await world.person({ name: "铁路销售", role: "sales_manager" });
  const [user] = (
    await world.admin.get(`/records/user_role?filter=${encodeURIComponent(`user == "${seller.id}"`)}`)
  ).json.data;
  const shared = await world.admin.make("account", { name: "共享的", industry: "铁路" });
  const share = await world.admin.make("share", {
    regarding: { object: "account", id: shared.id },
    to: { object: "user", id: seller.id },
  });
  await world.admin.make("account", { name: "自己的", industry: "铁路", owner: seller.id });
  await used();
  expect(await counted("铁路", seller)).toEqual([2, 2, 2]);
  await whilePaused(async () => {
    const by = await answering(async () => {
      await add("铁路");
      expect(await counted("铁路")).toEqual([3, 3, 3]);
      expect((await world.admin.delete(`/records/share/${share.id}`)).status).toBe(204);
      expect(await counted("铁路", seller)).toEqual([1, 1, 1]);
      expect((await world.admin.delete(`/records/user_role/${user.id}`)).status).toBe(204);
      expect(await counted("铁路", seller)).toEqual([0, 0, 403]);
    });
    expect(by).toMatchObject({ replica: 0, failed: 0 });
    expect(by.behind).toBeGreaterThan(0);
    expect((await health()).lag_bytes).toBeGreaterThan(0);
  });
  await used();
  expect(told).toEqual([false, true]);
  expect(await counted("铁路")).toEqual([3, 3, 3]);
}, 180_000);

test("a read that replaying cancels is answered by the primary", async () => {
  await used();
  await world.database.db.query({ text: "create table gone as select generate_series(1, 1000) as n" });
  // Only there it lasts until it is cancelled.
  const slow = replica.query({
    text: "select count(*) as n from gone, lateral (select case when pg_is_in_recovery() then pg_sleep(60) end) wait",
  });
  const asleep = {
    text: "select count(*) as n from pg_stat_activity where query like '%from gone%' and wait_event = 'PgSleep'",
  };
  await expect.poll(() => standby.query(asleep), { timeout: 30_000 }).toEqual([{ n: 1 }]);
  const by = await answering(async () => {
    await world.database.db.query({ text: "delete from gone where n > 10" });
    let answered = false;
    void slow.finally(() => (answered = true)).catch(() => undefined);
    // Again, where somebody still saw the rows that went.
    const cleaned = () => world.database.db.query({ text: "vacuum gone" }).then(() => answered);
    await expect.poll(cleaned, { timeout: 30_000, interval: 300 }).toBe(true);
    expect(await slow).toEqual([{ n: 10 }]);
  });
  expect(by).toMatchObject({ failed: 1, replica: 0 });
  await expect(replica.query({ text: "select 1/0" })).rejects.toThrow("division by zero");
  await used();
}, 180_000);

test("one that was promoted is a replica no more, and one that was killed takes nothing with it", async () => {
  await used();
  await standby.query({ text: "select pg_promote()" });
  await standby.query({ text: `update ${ident("w_main")}.o_account set industry = '别处'` });
  expect(await counted("铁路")).toEqual([3, 3, 3]);
  expect(await answering(() => counted("铁路"))).toMatchObject({ replica: 0 });
  expect(await health()).toEqual({ status: "away" });
  pair.replica.kill();
  for (let round = 0; round < 3; round += 1) {
    await add("航天");
    expect(await counted("航天")).toEqual([round + 1, round + 1, round + 1]);
    await new Promise((resolve) => setTimeout(resolve, 600));
  }
  expect(await health()).toEqual({ status: "away" });
  expect(await metrics()).toMatch(/^database_replica_up 0$/m);
  expect(await metrics()).not.toMatch(/^database_replica_lag/m);
  expect(await metrics()).toMatch(/^database_replica_reads_total\{answer="replica"\} \d\d+$/m);
  expect(await metrics()).toMatch(/^database_replica_reads_total\{answer="failed"\} [1-9]/m);
}, 180_000);
