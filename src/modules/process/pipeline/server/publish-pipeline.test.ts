import { afterAll, beforeAll, expect, test } from "vitest";
import { save } from "../../../../engine/record/save.ts";
import { quietLog } from "../../../../platform/log/log.ts";
import { openQueue } from "../../../../platform/queue/open-queue.ts";
import type { Queue } from "../../../../platform/queue/queue.ts";
import { testApp, type TestApp } from "../../../../testing/app.ts";
import { BATCH, MOVE_RECORDS } from "./move-records.ts";
import { publishPipeline } from "./publish-pipeline.ts";

let app: TestApp;
let queue: Queue;
beforeAll(async () => {
  app = await testApp();
  queue = await openQueue(app.database.url, { log: quietLog() });
});
afterAll(async () => {
  await queue.stop();
  await app.close();
});

const both = (text: string) => ({ "zh-CN": text, en: text });
const stage = (name: string, type: string) => ({ name, label: both(name), type });
const queued = {
  text: "select count(*) as jobs from sluice_queue.jobs where task_identifier = $1",
  values: [MOVE_RECORDS],
};

test("the work that a publish leaves behind is queued in its transaction: both are there, or neither", async () => {
  const stages = [stage("a", "open"), stage("b", "open"), stage("won", "won")];
  const { id } = (
    await app.admin.post("/pipelines", { object: "opportunity", name: "wide", label: both("wide"), stages })
  ).json.data;
  await app.admin.post(`/pipelines/${id}/publish`);
  const context = await app.context();
  const operations = Array.from({ length: BATCH + 1 }, (_, at) => ({
    op: "create" as const,
    object: "opportunity",
    values: { name: `wide ${at}`, pipeline: id, stage: "b" },
  }));
  expect((await save(context, { road: "setup", mode: "all", operations })).saved).toBe(true);
  await app.admin.patch(`/pipelines/${id}`, { stages: [stage("a", "open"), stage("won", "won")] });

  const publish = (isCut: boolean) => {
    const enqueue: typeof context.services.jobs.enqueue = async (kind, payload, options) => {
      await queue.enqueue(kind, payload, { workspace: context.workspace.code, ...options });
      expect([await options?.within?.query(queued), await context.db.query(queued)]).toEqual([
        [{ jobs: 1 }],
        [{ jobs: 0 }],
      ]);
      if (isCut) throw new Error("cut off before the commit");
    };
    const call = { params: { id }, query: {}, body: { map: { b: "a" } } };
    return publishPipeline(
      { ...context, services: { ...context.services, jobs: { enqueue } } },
      Object.assign(Object.create(null), call),
    );
  };
  await expect(publish(true)).rejects.toThrow("cut off");
  expect([
    (await app.admin.get(`/pipelines/${id}`)).json.data.version,
    await context.db.query(queued),
  ]).toEqual([1, [{ jobs: 0 }]]);
  expect(await publish(false)).toMatchObject({ ok: true, value: { moving: BATCH + 1 } });
  expect([
    (await app.admin.get(`/pipelines/${id}`)).json.data.version,
    await context.db.query(queued),
  ]).toEqual([2, [{ jobs: 1 }]]);
});

test("every removed stage that holds records must be mapped, wherever its name stands among those that stay", async () => {
  const all = ["a", "b", "m", "z"];
  const stages = [...all.map((name) => stage(name, "open")), stage("won", "won")];
  const { id } = (
    await app.admin.post("/pipelines", { object: "opportunity", name: "gaps", label: both("gaps"), stages })
  ).json.data;
  await app.admin.post(`/pipelines/${id}/publish`);
  const operations = all.map((name) => ({
    op: "create" as const,
    object: "opportunity",
    values: { name, pipeline: id, stage: name },
  }));
  expect((await save(await app.context(), { road: "setup", mode: "all", operations })).saved).toBe(true);
  await app.admin.patch(`/pipelines/${id}`, { stages: [stage("b", "open"), stage("won", "won")] });
  const refused = await app.admin.post(`/pipelines/${id}/publish`, {});
  expect([refused.status, refused.json.errors.map(({ field }: { field: string }) => field)]).toEqual([
    422,
    ["map.a", "map.m", "map.z"],
  ]);
  expect(
    (await app.admin.post(`/pipelines/${id}/publish`, { map: { a: "b", m: "b", z: "b" } })).json,
  ).toMatchObject({ moved: 3, moving: 0 });
});
