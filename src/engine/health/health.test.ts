import { afterAll, beforeAll, expect, it } from "vitest";
import { Registry } from "prom-client";
import { addHealthMetrics } from "../../apps/server/health-metrics.ts";
import { createLog } from "../../platform/log/log.ts";
import { openQueue } from "../../platform/queue/open-queue.ts";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
  ({ admin } = app);
});
afterAll(() => app.close());

const pointOf = async (name: string) =>
  (await admin.get("/system/health")).json.data.find((one: { name: string }) => one.name === name);

it("says what is ill, since when and what to do, and the same to Prometheus", async () => {
  expect(await pointOf("subscribers")).toMatchObject({ state: "ok", value: 0, since: null, todo: null });
  const account = await admin.make("account", { name: "Failing" });
  const { db } = app.database;
  const [change] = await db.query<{ seq: number }>({
    text: "select seq from w_main.changes where record = $1",
    values: [account.id],
  });
  await db.query({
    text: "insert into w_main.reader (name, position) values ('test.reader', 0) on conflict do nothing",
  });
  await db.query({
    text: "insert into w_main.reader_failure (reader, seq, attempts, due_at, error) values ('test.reader', $1, 3, now() + interval '1 hour', 'Error: no answer')",
    values: [change?.seq],
  });
  expect(await pointOf("subscribers")).toMatchObject({
    state: "attention",
    value: 1,
    since: expect.any(String),
    todo: expect.stringContaining("Retry now"),
    details: [{ name: "test.reader", value: 1, error: expect.stringMatching(/^#\d+$/) }],
  });
  const registry = new Registry();
  await addHealthMetrics(app.engine)(registry)();
  const told = await registry.metrics();
  expect(told).toContain('sluice_subscriber_failures{workspace="main",subscriber="test.reader"} 1');
  expect(told).toContain('sluice_alarm{workspace="main",name="subscribers"} 1');
  for (const name of [
    'sluice_subscriber_given_up{workspace="main",subscriber="test.reader"} 0',
    "sluice_subscriber_behind",
    "sluice_oldest_writer_seconds",
    "sluice_queue_oldest_seconds",
    "sluice_subscriber_lag_seconds",
  ])
    expect(told).toContain(name);
  expect((await admin.post("/system/health/retry", { subscriber: "test.reader" })).json).toMatchObject({
    retried: 1,
  });
  const [due] = await db.query<{ due: boolean }>({
    text: "select bool_and(due_at <= now()) as due from w_main.reader_failure",
  });
  expect(due?.due).toBe(true);
});

it("is for those who may manage the company's settings", async () => {
  const seller = await app.person({ name: "Seller", role: "seller" });
  expect((await seller.get("/system/health")).status).toBe(403);
  expect((await seller.post("/system/health/retry", {})).status).toBe(403);
});

it("sees a transaction that has written and does not end", async () => {
  const { db } = app.database;
  await db.transaction(async (tx) => {
    await tx.query({ text: "create temporary table left_open (one int) on commit drop" });
    await tx.query({ text: "select pg_sleep(1.2)" });
    const point = await pointOf("oldest_writer");
    expect(point.value).toBeGreaterThanOrEqual(1);
  });
});

it("says which jobs failed in the reader's words, and by which number the log of the program tells why", async () => {
  const queue = await openQueue(app.database.url, { log: createLog("silent") });
  await queue.enqueue("import.run", {}, { workspace: "main", key: "a" });
  await queue.enqueue("test.task", {}, { workspace: "main", key: "b" });
  await queue.stop();
  await app.database.db.query({
    text: "update sluice_queue._private_jobs set last_error = 'Key (name)=(恒润) already exists', attempts = case when key like '%a' then 3 else max_attempts end",
  });
  const point = await pointOf("failed_jobs");
  expect(point).toMatchObject({ state: "attention", value: 2, since: expect.any(String) });
  expect(point.details).toEqual([
    {
      name: "import.run",
      value: 1,
      error: expect.stringMatching(
        /^“Import” failed and .* See job \d+ in the program log for the reason\.$/,
      ),
    },
    {
      name: "test.task",
      value: 1,
      error: expect.stringMatching(
        /^“test.task” .* abandoned\. See job \d+ in the program log for the reason\.$/,
      ),
    },
  ]);
  const chinese = await admin.send("GET", "/system/health", undefined, { "accept-language": "zh-CN" });
  expect(chinese.text).toMatch(/“导入”失败，会自动重试；原因见程序日志中编号为 \d+ 的任务。/);
  expect(chinese.text).not.toContain("恒润");
});
