import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { runJob } from "../../../base/jobs/public.ts";
import { DROP_FILE } from "../../../base/jobs/server/job-file.ts";
import { exportKind } from "./run-export.job.ts";

let app: TestApp;
let seller: Client & { id: string };
beforeAll(async () => {
  app = await testApp();
  seller = await app.person({ name: "Seller", role: "sales_manager" });
  for (let at = 0; at < 6; at += 1) await seller.make("account", { name: `Later ${at}` });
  await app.admin.make("account", { name: "Of the administrator" });
});
afterAll(() => app.close());

const job = async (id: string) => (await seller.get(`/jobs/${id}`)).json.data;

test("an export in the background is the same file, its person's alone, for a day", async () => {
  const body = { object: "account", format: "csv" };
  const atOnce = await seller.post("/exports", body);
  const started = await seller.post("/exports/later", body);
  expect([started.status, Object.keys(started.json)]).toEqual([202, ["id"]]);
  const { id } = started.json;
  await app.idle();
  const done = await job(id);
  expect(done).toMatchObject({ kind: "export", object: "account", status: "done", done: 6, total: 6 });
  expect(done.file).toMatchObject({ url: `/api/v1/jobs/${id}/file`, name: expect.stringMatching(/\.csv$/) });
  const file = await seller.get(`/jobs/${id}/file`);
  expect([file.status, file.text]).toEqual([200, atOnce.text]);
  expect(file.headers["content-disposition"]).toContain("attachment");
  expect((await app.admin.get(`/jobs/${id}/file`)).status).toBe(404);
  expect((await app.anonymous.get(`/jobs/${id}/file`)).status).toBe(401);
  const log = (await app.admin.get(`/access-log?kind=export&user=${seller.id}`)).json.data;
  expect(log).toMatchObject([{ detail: { rows: 6 } }, { detail: { rows: 6 } }]);
  expect((await seller.get("/exports/allowance")).json.data.used).toBe(12);

  const { hash } = (
    await app.database.db.query<{ hash: string }>({
      text: "select file ->> 'hash' as hash from w_main.job_run where id = $1",
      values: [id],
    })
  )[0] ?? { hash: "" };
  await app.database.db.query({
    text: `update w_main.job_run set file = jsonb_set(file, '{until}', to_jsonb('2026-01-01T00:00:00.000Z'::text)) where id = $1`,
    values: [id],
  });
  expect((await job(id)).file).toBe(null);
  expect((await seller.get(`/jobs/${id}/file`)).json.code).toBe("file_gone");
  const { services } = await app.context();
  await services.jobs.enqueue(DROP_FILE, { id });
  await app.idle();
  const content = await services.files.open(hash);
  await expect(
    new Promise((resolve, reject) => content.once("error", reject).once("readable", resolve)),
  ).rejects.toThrow("ENOENT");
});

test("limits and rights hold for it as for any export, when it is asked for and when it is made", async () => {
  await app.admin.patch("/settings/security", {
    exports: { company: { rows: 3, daily: null }, roles: {} },
  });
  const { id } = (await seller.post("/exports/later", { object: "account" })).json;
  await app.idle();
  expect(await job(id)).toMatchObject({ status: "failed", file: null, error: { code: "export_rows_limit" } });
  expect((await seller.post("/exports/later", { object: "nothing" })).status).toBe(404);
  const reader = await app.person({ name: "Reader", role: "read_only" });
  const denied = await reader.post("/exports/later", { object: "account" });
  expect([denied.status, denied.json.code]).toEqual([403, "forbidden"]);
});

test("begun again after a crash, it counts its rows once", async () => {
  await app.admin.patch("/settings/security", {
    exports: { company: { rows: null, daily: null }, roles: {} },
  });
  const used = async () => (await seller.get("/exports/allowance")).json.data.used;
  const before = await used();
  const context = await app.context();
  const { id } = (await seller.post("/exports/later", { object: "account" })).json;
  await app.idle();
  expect(await used()).toBe(before + 6);
  await app.database.db.query({
    text: "update w_main.job_run set status = 'running', position = null, finished_at = null, file = null, done = 0 where id = $1",
    values: [id],
  });
  const { services } = context;
  const files: typeof services.files = Object.assign(Object.create(services.files), {
    put: () => Promise.reject(new Error("killed")),
  });
  const dying = { ...context, services: { ...services, files } };
  await expect(runJob(dying, exportKind, id)).rejects.toThrow("killed");
  expect(await used()).toBe(before + 12);
  await runJob(context, exportKind, id);
  expect(await job(id)).toMatchObject({ status: "done", done: 6, file: { size: expect.any(Number) } });
  expect(await used()).toBe(before + 12);
  expect(await app.database.db.query({ text: "select * from w_main.export_counted" })).toEqual([]);
});
