import { afterAll, beforeAll, expect, it } from "vitest";
import type { Context } from "../../../../engine/kernel/context.ts";
import { save } from "../../../../engine/record/save.ts";
import { clientOf, type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { loadPrincipal } from "../../identity/public.ts";
import { collectItems } from "./collect-items.ts";
import { runBulk } from "./run-bulk.job.ts";
import { startBulk } from "./start-bulk.ts";
import { Superseded, workBatch } from "./work-batch.ts";

const ROWS = 620;
let world: TestApp;
let director: Client & { id: string };
let ids: string[];
beforeAll(async () => {
  world = await testApp();
  director = await world.person({ name: "何总监", role: "sales_director" });
  const context = await world.context();
  const made: string[] = [];
  for (let from = 0; from < ROWS; from += 310) {
    const operations = Array.from({ length: 310 }, (_, at) => ({
      op: "create" as const,
      object: "account",
      values: { name: `批量客户 ${from + at}`, owner: director.id },
    }));
    const { results } = await save(context, { operations, road: "seed", mode: "all" });
    made.push(...results.flatMap((result) => (result.ok ? [result.id] : [])));
  }
  ids = made;
});
afterAll(() => world.close());

const versions = async (): Promise<Record<string, number>> => {
  const rows = await world.database.db.query<{ version: number; n: number }>({
    text: `select version, count(*)::int as n from w_main.o_account where name like '批量客户%' group by version`,
  });
  return Object.fromEntries(rows.map(({ version, n }) => [version, n]));
};

it("more than 200 rows become a job that tells its progress, its result and what was refused", async () => {
  const missing = "01890000-0000-7000-8000-000000000000";
  const sent = await director.post("/records/account/bulk", {
    ids: [...ids, missing, "not-an-id"],
    values: { industry: "注塑" },
  });
  expect([sent.status, Object.keys(sent.json)]).toEqual([202, ["id"]]);
  await world.idle();
  const { data } = (await director.get(`/jobs/${sent.json.id}`)).json;
  expect(data).toMatchObject({
    kind: "bulk",
    status: "done",
    done: ROWS + 2,
    total: ROWS + 2,
    result: { done: ROWS, refused: 2 },
  });
  const errors = await world.app.inject({ url: data.errors_file, headers: director.headers });
  expect(errors.body.split("\r\n").filter(Boolean)).toHaveLength(3);
  expect(errors.body).toContain(`${missing},,not_found`);
  expect(await versions()).toEqual({ 2: ROWS });
  for (const other of [world.admin, world.anonymous])
    expect([401, 404]).toContain((await other.get(`/jobs/${sent.json.id}`)).status);
});

it("a filter that finds more than 200 is done as it found them, though the change moves them out of it", async () => {
  const sent = await director.post("/records/account/bulk", {
    filter: 'industry == "注塑"',
    values: { industry: "压铸" },
  });
  expect(sent.status).toBe(202);
  await world.idle();
  expect((await director.get(`/jobs/${sent.json.id}`)).json.data).toMatchObject({
    status: "done",
    total: ROWS,
    result: { done: ROWS, refused: 0 },
  });
  const atomic = await director.post("/records/account/bulk", {
    filter: 'industry == "压铸"',
    values: { industry: "x" },
    atomic: true,
  });
  expect([atomic.status, atomic.json.code]).toEqual([422, "too_many_rows"]);
});

it("the same key starts one job", async () => {
  const body = { ids, values: { size: "large" } };
  const [one, two] = [
    await director.post("/records/account/bulk", body, { "idempotency-key": "once-1" }),
    await director.post("/records/account/bulk", body, { "idempotency-key": "once-1" }),
  ];
  expect([two.status, two.json.id]).toEqual([202, one.json.id]);
  await world.idle();
  expect(await versions()).toEqual({ 4: ROWS });
});

/**
 * The caller's context with a queue that only notes: as if the process had died before the job was taken up.
 */
async function quietly(): Promise<Context> {
  const context = await world.context();
  const principal = await loadPrincipal(context.db, context.workspace, director.id);
  if (!principal) throw new Error("nobody");
  return {
    ...context,
    principal,
    services: { ...context.services, jobs: { enqueue: async () => undefined } },
  };
}

it("after a kill it goes on where it stood, also when two processes take it up, no row twice", async () => {
  const context = await quietly();
  const id = await startBulk(context, { object: "account", ids, values: { size: "small" } });
  await world.database.db.query({
    text: `update w_main.job_run set status = 'running' where id = $1`,
    values: [id],
  });
  await collectItems(context, id);
  await workBatch(context, id, { now: 150 });
  expect(await versions()).toEqual({ 4: ROWS - 150, 5: 150 });
  await Promise.all(
    [1, 2].map(async () =>
      runBulk(await world.context(), id).catch((error: unknown) => expect(error).toBeInstanceOf(Superseded)),
    ),
  );
  expect(await versions()).toEqual({ 5: ROWS });
  expect((await director.get(`/jobs/${id}`)).json.data).toMatchObject({
    status: "done",
    result: { done: ROWS, refused: 0 },
  });
});

it("cancelling stops at a batch's end; ended jobs cannot be cancelled", async () => {
  const id = await startBulk(await quietly(), { object: "account", ids, delete: true });
  expect((await director.post(`/jobs/${id}/cancel`)).status).toBe(202);
  await runBulk(await world.context(), id);
  expect((await director.get(`/jobs/${id}`)).json.data).toMatchObject({
    status: "cancelled",
    result: { done: 0, refused: 0 },
  });
  expect((await director.post(`/jobs/${id}/cancel`)).json.code).toBe("already_ended");
  expect(await versions()).toEqual({ 5: ROWS });
});

it("a job started with a narrowed key has no more rights than the key", async () => {
  const made = await world.admin.post("/api-keys", { name: "report", role: "read_only" });
  const key = clientOf(world.app, { authorization: `Bearer ${made.json.key}` });
  const sent = await key.post("/records/account/bulk", { ids, values: { industry: "越权" } });
  expect(sent.status, sent.text).toBe(202);
  await world.idle();
  expect((await world.admin.get(`/jobs/${sent.json.id}`)).json.data.result).toEqual({
    done: 0,
    refused: ROWS,
  });
});
