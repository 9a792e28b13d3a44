import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../../../engine/kernel/context.ts";
import { admin, app, find, openImportWorld, show } from "../../../../testing/worlds/import-world.ts";
import { loadPrincipal } from "../../../base/identity/public.ts";
import { runJob } from "../../../base/jobs/public.ts";
import { importKind } from "./run-import.job.ts";
import { startImport } from "./start-import.ts";

beforeAll(openImportWorld);
afterAll(() => app.close());

/** The administrator's context with a queue that only notes: as if no process took the job up. */
async function quietly(): Promise<Context> {
  const context = await app.context();
  const me = (await admin.get("/me")).json.data.user.id;
  const principal = await loadPrincipal(context.db, context.workspace, me);
  if (!principal) throw new Error("there is no administrator");
  return {
    ...context,
    principal,
    services: { ...context.services, jobs: { enqueue: async () => undefined } },
  };
}
async function queued(content: string, options: object): Promise<string> {
  const context = await quietly();
  const { hash, size } = await context.services.files.put(Readable.from([Buffer.from(content)]));
  const file = { file_hash: hash, file_size: size, file_name: "rows.csv" };
  const started = await startImport(context, file, options);
  if (!started.ok) throw new Error(started.refusal.code);
  return started.value.id;
}
const run = async (id: string): Promise<void> => runJob(await quietly(), importKind, id);

test("an import that is cancelled before it began writes nothing and stays as it is", async () => {
  const id = await queued("name\nC1 one\n", { object: "account" });
  expect(await show(id)).toMatchObject({ status: "queued", rows: 0, progress: 0, undoable: false });
  expect((await admin.post(`/imports/${id}/undo`)).json.code).toBe("still_running");
  expect((await admin.post(`/imports/${id}/cancel`)).status).toBe(202);
  await run(id);
  expect(await show(id)).toMatchObject({ status: "cancelled", created: 0, undoable: false });
  expect(await find("account", 'name == "C1 one"')).toEqual([]);
  expect((await admin.post(`/imports/${id}/cancel`)).json.code).toBe("already_ended");
});

test("an import stands among one's jobs as what it is, with its figures", async () => {
  const id = await queued("name,email\nC2 one,one@c2.example\nC2 two,nonsense\n", {
    object: "contact",
    mapping: { name: "name", email: "email" },
  });
  await run(id);
  const { data } = (await admin.get(`/jobs/${id}`)).json;
  expect(data).toMatchObject({
    kind: "import",
    object: "contact",
    status: "done",
    done: 2,
    result: { done: 1, refused: 1 },
    errors_file: `/api/v1/imports/${id}/errors.csv`,
    can_undo: true,
  });
  expect((await admin.post(`/jobs/${id}/undo`)).status).toBe(202);
  await app.idle();
  expect(await show(id)).toMatchObject({ status: "undone", undo: { deleted: 1, kept_total: 0 } });
  expect(await find("contact", 'startsWith(name, "C2")')).toEqual([]);
});

test("an import whose file is gone from the store writes nothing", async () => {
  const id = await queued("name\nC3 one\n", { object: "account" });
  const { db, workspace, services } = await app.context();
  const [row] = await db.query<{ file_hash: string }>({
    text: `select file_hash from "${workspace.schema}".import_run where id = $1`,
    values: [id],
  });
  await services.files.delete(row?.file_hash ?? "");
  await run(id).catch(() => undefined);
  expect((await show(id)).created).toBe(0);
  expect(await find("account", 'name == "C3 one"')).toEqual([]);
});

test("a field that was hidden meanwhile ends the import before a row is written", async () => {
  const made = await admin.post("/objects/account/fields", {
    name: "shoe_size",
    label: { "zh-CN": "鞋码", en: "Shoe size" },
    kind: "text",
  });
  expect(made.status, made.text).toBe(201);
  const id = await queued("name,size\nC4 one,42\n", {
    object: "account",
    mapping: { name: "name", size: "shoe_size_c" },
  });
  expect((await admin.send("PATCH", "/objects/account/fields/shoe_size_c", { hidden: true })).status).toBe(
    200,
  );
  await run(id);
  const ended = await show(id);
  expect([ended.status, ended.error?.code, ended.created]).toEqual(["failed", "mapping_broken", 0]);
  expect(ended.error.message).toMatch(/鞋码|Shoe size/);
});
