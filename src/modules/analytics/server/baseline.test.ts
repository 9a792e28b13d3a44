import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../testing/app.ts";
import { dateOfDay, publishPlainPipeline, writeHistories } from "../../../testing/stage-histories.ts";

let app: TestApp;
let pipeline = "";
let ids: readonly string[] = [];
let anna: Client & { id: string };
beforeAll(async () => {
  app = await testApp();
  anna = await app.person({ name: "Anna", role: "seller" });
  pipeline = await publishPlainPipeline(app, "plain");
  ids = await writeHistories(
    app,
    pipeline,
    [100, 200, 300].map((amount, at) => ({
      values: { name: `单 ${at}`, amount: String(amount), owner: anna.id },
      stays: [
        [at, "discovery"],
        [at + 4, at === 0 ? "won" : "needs"],
      ] as const,
    })),
  );
});
afterAll(() => app.close());

test("what was frozen is worked out again on history, number for number, whatever happens afterwards", async () => {
  const window = { object: "opportunity", pipeline, from: dateOfDay(-1), to: "2999-12-31" };
  const bodies = { funnel: { ...window, group_by: "owner" }, win_rate: window, cycle: window, movement: window };
  const frozen: [string, string][] = [];
  for (const [metric, body] of Object.entries(bodies)) {
    const made = await app.admin.post("/insight/baselines", { name: `基准 ${metric}`, metric, body });
    expect(made.status, made.text).toBe(201);
    expect(made.json.data).toMatchObject({ metric, log_position: expect.any(Number) });
    frozen.push([metric, made.json.data.id]);
  }
  await app.admin.patch(`/records/opportunity/${ids[1]}`, { stage: "won", amount: "999" });
  await app.admin.delete(`/records/opportunity/${ids[0]}`);
  await app.admin.make("opportunity", { name: "后来的", pipeline, stage: "discovery", amount: "5" });
  for (const [metric, id] of frozen) {
    const { data } = (await app.admin.get(`/insight/baselines/${id}`)).json;
    expect([metric, data.identical, data.same_records]).toEqual([metric, true, true]);
    expect(data.again).toEqual(data.frozen);
    expect(data.frozen.length).toBeGreaterThan(2);
    expect(data.now).not.toEqual(data.frozen);
  }
});

test("a baseline is its maker's alone, and nobody makes one up", async () => {
  const made = await app.admin.post("/insight/baselines", { name: "密", metric: "win_rate", body: { object: "opportunity", pipeline } });
  expect((await anna.get(`/insight/baselines/${made.json.data.id}`)).status).toBe(404);
  expect((await anna.get(`/records/baseline/${made.json.data.id}`)).status).toBe(404);
  expect((await app.admin.post("/records/baseline", { name: "假", metric: "win_rate" })).status).toBe(403);
  expect((await app.admin.post("/insight/baselines", { name: "坏", metric: "win_rate", body: { object: "nothing" } })).status).toBe(404);
});
