import { Type } from "@sinclair/typebox";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { collectHooks, programOf } from "../../../../apps/server/modules.ts";
import type { Context } from "../../../../engine/kernel/context.ts";
import { JobFailed } from "../../../../engine/kernel/job-errors.ts";
import { defineJobKind, type Work } from "../../../../engine/kernel/job-kind.ts";
import { refusedRecord } from "../../../../engine/api/refused-record.ts";
import { save, saveIn } from "../../../../engine/record/save.ts";
import { accept } from "../../../../engine/kernel/refusal.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { loadPrincipal } from "../../identity/public.ts";
import { runJob, startJob } from "../public.ts";

const ROWS = 20;
const AT_ONCE = 5;
/** What happens in a batch, behind its writes: the test's own hand. */
let inBatch: (names: readonly string[], count: number) => Promise<void> = async () => undefined;
let batches = 0;

/** Five accounts at a time get another size. */
const probe = defineJobKind({
  name: "probe",
  label: label("试验", "Probe"),
  payload: Type.Object({ ids: Type.Array(Type.String()) }),
  position: Type.Integer(),
  isPausable: true,
  isUndoable: true,
  about: () => "account",
  open: async (_, { id: job, payload: { ids } }) =>
    accept<Work<number>>({
      total: ids.length,
      async batch(tx, context, position, size) {
        const from = position ?? 0;
        const taken = ids.slice(from, from + Math.min(size, AT_ONCE));
        if (taken.length === 0) return { position: null, done: 0, refused: [] };
        const { results } = await saveIn(tx, context, {
          operations: taken.map((id) => ({
            op: "update" as const,
            object: "account",
            id,
            values: { size: "large" },
          })),
          road: "bulk",
          mode: "each",
          cause: { object: "job", id: job },
        });
        batches += 1;
        await inBatch(taken, batches);
        const refused = results.flatMap((result, at) =>
          result.ok ? [] : [refusedRecord(context, taken[at] ?? "", result.refusal)],
        );
        return { position: from + taken.length, done: taken.length - refused.length, refused };
      },
      skip: async (_tx, context, position, refusal) => ({
        position: (position ?? 0) + 1,
        done: 0,
        refused: [refusedRecord(context, ids[position ?? 0] ?? "", refusal)],
      }),
    }),
});

let world: TestApp;
let director: Client & { id: string };
let ids: string[];
beforeAll(async () => {
  world = await testApp({ of: programOf([{ name: "probe", kinds: [probe] }]) });
  director = await world.person({ name: "何总监", role: "sales_director" });
});
afterAll(() => world.close());
beforeEach(async () => {
  inBatch = async () => undefined;
  batches = 0;
  const operations = Array.from({ length: ROWS }, (_, at) => ({
    op: "create" as const,
    object: "account",
    values: { name: `探针 ${at}`, owner: director.id, size: "small" },
  }));
  const { results } = await save(await world.context(), { operations, road: "seed", mode: "all" });
  ids = results.flatMap((result) => (result.ok ? [result.id] : []));
});

/** Starts one in the director's name; `quiet`: the queue does not take it up. */
async function start(records: readonly string[], { quiet = false } = {}): Promise<string> {
  const context = await world.context();
  const principal = await loadPrincipal(context.db, context.workspace, director.id);
  if (!principal) throw new Error("nobody");
  const jobs = quiet ? { enqueue: async () => undefined } : context.services.jobs;
  const acting: Context = { ...context, principal, language: "en", services: { ...context.services, jobs } };
  const started = await startJob(acting, probe, { payload: { ids: [...records] } });
  if (!started.ok) throw new Error(started.refusal.code);
  return started.value;
}
const run = async (id: string): Promise<void> => runJob(await world.context(), probe, id);
const show = async (id: string) => (await director.get(`/jobs/${id}`)).json.data;
const versions = async (): Promise<readonly number[]> => {
  const rows = await world.database.db.query<{ version: number }>({
    text: "select version from w_main.o_account where id = any($1::uuid[]) order by version",
    values: [ids],
  });
  return rows.map(({ version }) => version);
};
const times = (count: number, version: number): number[] => Array.from({ length: count }, () => version);

it("a module's kind is done in its person's name, with progress, and stands in their list in words", async () => {
  const id = await start(ids);
  await world.idle();
  expect(await show(id)).toMatchObject({
    kind: "probe",
    label: { en: "Probe" },
    object: "account",
    status: "done",
    done: ROWS,
    total: ROWS,
    result: { done: ROWS, refused: 0 },
    can_undo: true,
    can_pause: false,
    can_cancel: false,
  });
  expect(await versions()).toEqual(times(ROWS, 2));
  const [listed] = (await director.get("/jobs?kind=probe&limit=1")).json.data;
  expect(listed.id).toBe(id);
  const record = await director.get(`/records/job/${id}`);
  expect(record.json.data).toMatchObject({ kind: "probe", status: "done", done: ROWS });
});

/** Until what was asked waits for the row that the batch holds. */
const somebodyWaits = () =>
  expect
    .poll(() =>
      world.database.db.query({
        text: "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ~ 'job_run'",
      }),
    )
    .not.toEqual([]);

/** Whoever waits while a batch is done may find further ones done, where the machine is busy, but never all. */
const endsFrom = (done: number): readonly number[] =>
  Array.from({ length: Math.ceil((ROWS - done) / AT_ONCE) }, (_, at) => done + at * AT_ONCE);

it("is paused at the end of a batch and goes on where it was", async () => {
  const asked: Promise<unknown>[] = [];
  inBatch = async (_, count) => {
    if (count !== 2) return;
    asked.push(director.post(`/jobs/${id}/pause`));
    await somebodyWaits();
  };
  const id = await start(ids);
  await world.idle();
  await Promise.all(asked);
  const paused = await show(id);
  expect(paused).toMatchObject({ status: "waiting", total: ROWS, can_cancel: true, can_pause: false });
  expect(endsFrom(10)).toContain(paused.done);
  await run(id);
  expect((await show(id)).done, "what is paused is not taken up").toBe(paused.done);
  expect((await director.post(`/jobs/${id}/resume`)).status).toBe(202);
  await world.idle();
  expect(await show(id)).toMatchObject({ status: "done", done: ROWS });
  expect(await versions()).toEqual(times(ROWS, 2));
  expect((await director.post(`/jobs/${id}/pause`)).json.code).toBe("already_ended");
  expect((await director.post(`/jobs/${id}/resume`)).json.code).toBe("already_ended");
});

it("is cancelled at the end of a batch, or at once while it is paused", async () => {
  const asked: Promise<unknown>[] = [];
  inBatch = async (_, count) => {
    if (count !== 1) return;
    asked.push(director.post(`/jobs/${id}/cancel`));
    await somebodyWaits();
  };
  const id = await start(ids);
  await world.idle();
  await Promise.all(asked);
  const cancelled = await show(id);
  expect(cancelled).toMatchObject({ status: "cancelled", result: { refused: 0 } });
  expect(endsFrom(5)).toContain(cancelled.result.done);
  const paused = await start(ids, { quiet: true });
  await director.post(`/jobs/${paused}/pause`);
  await run(paused);
  expect((await show(paused)).status).toBe("waiting");
  expect((await director.post(`/jobs/${paused}/cancel`)).status).toBe(202);
  expect((await show(paused)).status).toBe("cancelled");
});

it("killed in the middle of a batch it goes on: nothing doubled, nothing lost", async () => {
  const id = await start(ids, { quiet: true });
  inBatch = async (_, count) => {
    if (count === 2) throw new Error("killed");
  };
  await expect(run(id)).rejects.toThrow("killed");
  expect(await versions()).toEqual([...times(15, 1), ...times(5, 2)]);
  expect(await show(id)).toMatchObject({ status: "running", done: 5 });
  await Promise.all([run(id), run(id)]);
  expect(await versions()).toEqual(times(ROWS, 2));
  expect(await show(id)).toMatchObject({ status: "done", result: { done: ROWS, refused: 0 } });
});

it("tells which records were refused and why, those too that the database itself refuses", async () => {
  const missing = "01890000-0000-7000-8000-000000000000";
  const poison = ids[7] ?? "";
  inBatch = async (taken) => {
    if (taken.includes(poison)) throw Object.assign(new Error("out of range"), { code: "22003" });
  };
  const id = await start([...ids, missing]);
  await world.idle();
  const job = await show(id);
  expect(job).toMatchObject({ status: "done", result: { done: ROWS - 1, refused: 2 } });
  const errors = await world.app.inject({ url: job.errors_file, headers: director.headers });
  expect(errors.body).toContain(`${poison},探针 7,refused_by_database`);
  expect(errors.body).toContain(`${missing},,not_found`);
});

it("fails in words: what cannot go on, what was interrupted too often, whose person is gone", async () => {
  inBatch = async () => {
    throw new JobFailed({ status: 422, code: "broken", text: label("坏了", "It is broken"), reasons: [] });
  };
  const broken = await start(ids);
  await world.idle();
  expect(await show(broken)).toMatchObject({
    status: "failed",
    error: { code: "broken", message: "It is broken" },
  });
  const often = await start(ids, { quiet: true });
  await world.database.db.query({
    text: "update w_main.job_run set attempts = 10 where id = $1",
    values: [often],
  });
  await run(often);
  expect((await show(often)).error.code).toBe("interrupted");
  const gone = await start(ids, { quiet: true });
  await world.database.db.query({
    text: "update w_main.job_run set actor = gen_random_uuid() where id = $1",
    values: [gone],
  });
  await run(gone);
  const [row] = await world.database.db.query<{ status: string; code: string }>({
    text: "select status, error ->> 'code' as code from w_main.job_run where id = $1",
    values: [gone],
  });
  expect(row).toEqual({ status: "failed", code: "actor_gone" });
  expect(await versions()).toEqual(times(ROWS, 1));
});

it("is undone by the log: what was changed since stays and is listed", async () => {
  const id = await start(ids);
  await world.idle();
  await director.patch(`/records/account/${ids[3]}`, { size: "medium" });
  const preview = await director.get(`/jobs/${id}/undo`);
  expect(preview.json.data, preview.text).toMatchObject({
    deleted: 0,
    restored: ROWS - 1,
    kept_total: 1,
    kept: [{ id: ids[3], why: "changed" }],
    complete: true,
  });
  const undo = await director.post(`/jobs/${id}/undo`);
  expect(undo.status, undo.text).toBe(202);
  await world.idle();
  expect(await show(undo.json.id)).toMatchObject({
    kind: "undo",
    status: "done",
    parent: id,
    result: { done: ROWS - 1, refused: 1 },
  });
  expect(await show(id)).toMatchObject({ status: "undone", can_undo: false });
  const sizes = await world.database.db.query<{ size: string; n: number }>({
    text: "select size, count(*)::int as n from w_main.o_account where id = any($1::uuid[]) group by 1 order by 1",
    values: [ids],
  });
  expect(sizes).toEqual([
    { size: "medium", n: 1 },
    { size: "small", n: ROWS - 1 },
  ]);
  expect((await director.post(`/jobs/${id}/undo`)).json.code).toBe("not_undoable");
});

it("everybody sees and steers their own jobs only", async () => {
  const id = await start(ids, { quiet: true });
  const seller = await world.person({ name: "Seller", role: "sales_manager" });
  for (const other of [seller, world.admin]) {
    const { data } = (await other.get("/jobs?limit=100")).json;
    expect(data.map((job: { id: string }) => job.id)).not.toContain(id);
    for (const [method, path] of [
      ["GET", ""],
      ["GET", "/undo"],
      ["GET", "/errors.csv"],
      ["POST", "/cancel"],
      ["POST", "/pause"],
      ["POST", "/resume"],
      ["POST", "/undo"],
    ] as const)
      expect((await other.send(method, `/jobs/${id}${path}`)).status, `${method} ${path}`).toBe(404);
  }
  expect((await world.anonymous.get("/jobs")).status).toBe(401);
  const first = (await director.get("/jobs?limit=2")).json;
  expect(first.data[0].id).toBe(id);
  const second = (await director.get(`/jobs?limit=2&cursor=${first.page.next}`)).json;
  expect(second.data).toHaveLength(2);
  expect(second.data[0].created_at <= first.data[1].created_at).toBe(true);
  expect((await seller.get(`/jobs?limit=2&cursor=${first.page.next}`)).json.code).toBe("bad_cursor");
  const cancelled = (await director.get("/jobs?status=cancelled")).json.data;
  expect(new Set(cancelled.map((job: { status: string }) => job.status))).toEqual(new Set(["cancelled"]));
});

it("two kinds of one name are refused at the start", () => {
  expect(() => collectHooks(programOf([{ name: "probe", kinds: [probe, probe] }]))).toThrow("called probe");
});
