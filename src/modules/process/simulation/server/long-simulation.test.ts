import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../../../engine/kernel/context.ts";
import { testApp, type TestApp } from "../../../../testing/app.ts";
import { dateOfDay, publishPlainPipeline, writeHistories } from "../../../../testing/stage-histories.ts";
import { loadPrincipal } from "../../../base/identity/public.ts";
import { simulatePipeline } from "./simulate-pipeline.ts";
import { runSimulation } from "./simulation-job.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test("more moves than one waits for are a job: the same answer, its asker's alone, and whole after a crash", async () => {
  const pipeline = await publishPlainPipeline(app, "long");
  const stays = [[0, "discovery"] as const, [2, "needs"] as const, [4, "won"] as const];
  await writeHistories(
    app,
    pipeline,
    ["a", "b"].map((name) => ({ values: { name, amount: "1" }, stays })),
  );
  const anna = await app.person({ name: "Anna", role: "administrator" });
  const system = await app.context();
  const principal = await loadPrincipal(system.db, system.workspace, anna.id);
  if (!principal) throw new Error("Anna may not act");
  const context: Context = { ...system, principal };
  const call = { params: { id: pipeline }, body: { from: dateOfDay(-1), to: dateOfDay(9) } };

  const atOnce = await anna.post(`/pipelines/${pipeline}/simulate`, call.body);
  expect([atOnce.status, atOnce.json.data.moves]).toEqual([200, 6]);
  const queued = await simulatePipeline(context, call, 5);
  expect(queued).toMatchObject({ ok: true, value: { status: 202, body: { id: expect.any(String) } } });
  const { id } = (queued as unknown as { value: { body: { id: string } } }).value.body;
  await app.idle();
  const read = async () => (await anna.get(`/pipelines/${pipeline}/simulations/${id}`)).json;
  expect(await read()).toEqual({ status: "done", data: atOnce.json.data });
  expect((await app.admin.get(`/pipelines/${pipeline}/simulations/${id}`)).status).toBe(404);

  const table = `"${system.workspace.schema}".pipeline_simulation`;
  const finished = async () =>
    (
      await system.db.query<{ at: string }>({
        text: `select finished_at as at from ${table} where id = $1`,
        values: [id],
      })
    )[0]?.at;
  const first = await finished();
  await runSimulation(system, { id });
  expect(await finished()).toBe(first);
  // Killed before its answer was written: the same payload again gives the whole answer.
  await system.db.query({
    text: `update ${table} set status = 'queued', result = null, finished_at = null where id = $1`,
    values: [id],
  });
  await runSimulation(system, { id });
  expect(await read()).toEqual({ status: "done", data: atOnce.json.data });
});
