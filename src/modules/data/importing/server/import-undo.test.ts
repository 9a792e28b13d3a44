import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../../../engine/kernel/context.ts";
import {
  admin,
  app,
  counts,
  find,
  imported,
  openImportWorld,
  send,
  show,
} from "../../../../testing/worlds/import-world.ts";
import { runImport } from "./run-import.job.ts";

beforeAll(openImportWorld);
afterAll(() => app.close());

test("undo restores exact prior values, deletes what it made, keeps and lists what was changed or used since", async () => {
  const kept = await admin.make("account", {
    name: "T3 kept",
    external_id: "T3-1",
    industry: "steel",
    employees: 10,
    description: "before",
  });
  const changed = await admin.make("account", {
    name: "T3 changed",
    external_id: "T3-2",
    industry: "steel",
    employees: 20,
  });
  const csv =
    "id,ind,emp,note\nT3-1,glass,11,\nT3-2,glass,21,new\nT3-3,wood,1,\nT3-4,wood,2,\nT3-3,paper,3,\n";
  const done = await imported(csv, {
    object: "account",
    match: ["external_id"],
    mapping: { id: "external_id", ind: "industry", emp: "employees", note: "description" },
  });
  expect(counts(done)).toEqual({ created: 0, updated: 2, skipped: 0, failed: 3, linked_created: 0 });
  const again = await imported(csv.replace("id,ind", "id,name,ind").replaceAll(/^(T3-\d)/gm, "$1,$1"), {
    object: "account",
    match: ["external_id"],
    mapping: { id: "external_id", name: "name", ind: "industry", emp: "employees", note: "description" },
  });
  expect(counts(again)).toEqual({ created: 2, updated: 3, skipped: 0, failed: 0, linked_created: 0 });
  const [used] = await find("account", 'external_id == "T3-4"');
  await admin.make("contact", { name: "T3 somebody", account: used.id });
  await admin.patch(`/records/account/${changed.id}`, { name: "T3 renamed", employees: 99 });

  expect((await admin.post(`/imports/${again.id}/undo`)).status).toBe(202);
  await app.idle();
  const undone = await show(again.id);
  expect(undone).toMatchObject({ status: "undone", undo: { deleted: 1, kept_total: 2 } });
  expect(undone.undo.kept).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: used.id, why: "used" }),
      expect.objectContaining({ id: changed.id, why: "changed", fields: ["name"] }),
    ]),
  );
  expect(await find("account", 'external_id == "T3-3"')).toHaveLength(0);
  expect((await find("account", 'external_id == "T3-1"'))[0]).toMatchObject({
    name: "T3 kept",
    employees: 11,
    industry: "glass",
  });
  expect((await find("account", 'external_id == "T3-2"'))[0]).toMatchObject({
    name: "T3 renamed",
    employees: 99,
    industry: "glass",
  });
  await admin.post(`/imports/${done.id}/undo`);
  await app.idle();
  expect((await show(done.id)).undo.kept).toMatchObject([
    { id: changed.id, why: "changed", fields: ["employees"] },
  ]);
  expect((await admin.get(`/records/account/${changed.id}`)).json.data).toMatchObject({
    industry: "steel",
    employees: 99,
    description: null,
  });
  expect((await admin.get(`/records/account/${kept.id}`)).json.data).toMatchObject({
    name: "T3 kept",
    employees: 10,
    industry: "steel",
    description: "before",
  });
  expect((await admin.post(`/imports/${again.id}/undo`)).status).toBe(409);
});

/** A program that dies in the middle of its nth transaction. */
function dyingAt(context: Context, nth: number): Context {
  let count = 0;
  const transaction: Context["db"]["transaction"] = (work, options) =>
    context.db.transaction(async (tx) => {
      const value = await work(tx);
      count += 1;
      if (count >= nth) throw new Error("killed");
      return value;
    }, options);
  return {
    ...context,
    db: { ...context.db, query: (statement) => context.db.query(statement), transaction },
  };
}
test("killed in the middle of a batch, an import goes on: no row twice, none lost", async () => {
  const csv = `name,external_id\n${Array.from({ length: 700 }, (_, index) => `T4 ${index},T4-${index}`).join("\n")}\n`;
  const context = await app.context();
  const queue: string[] = [];
  const held: Context = {
    ...context,
    services: {
      ...context.services,
      jobs: { enqueue: async (_kind, payload) => void queue.push(JSON.stringify(payload)) },
    },
  };
  const started = await send(csv, { object: "account" });
  await app.idle();
  const first = await show(started.json.id);
  expect(first).toMatchObject({ status: "done", created: 700 });

  const table = `"${context.workspace.schema}".import_run`;
  await admin.post(`/imports/${started.json.id}/undo`);
  await app.idle();
  await context.db.query({
    text: `update ${table} set status = 'queued', phase = 'rows', next_row = 1, created = 0, attempts = 0, undo = null where id = $1`,
    values: [first.id],
  });
  await expect(runImport(dyingAt(held, 3), first.id)).rejects.toThrow("killed");
  const halfway = await show(first.id);
  expect(halfway).toMatchObject({ status: "running" });
  expect(halfway.created).toBeGreaterThan(0);
  expect(halfway.created).toBeLessThan(700);
  await runImport(held, first.id);
  expect(await show(first.id)).toMatchObject({ status: "done", rows: 700, created: 700, failed: 0 });
  const total = await admin.get(
    `/records/account?limit=1&count=exact&filter=${encodeURIComponent('startsWith(name, "T4 ")')}`,
  );
  expect(total.json.total).toBe(700);
});

test("an import that another process has ended meanwhile stays ended, and ends once", async () => {
  const { id } = await imported("name\nT4b one\n", { object: "account" });
  const context = await app.context();
  await context.db.query({
    text: `update "${context.workspace.schema}".import_run set status = 'running', finished_at = null where id = $1`,
    values: [id],
  });
  const ends = `select 1 from "${context.workspace.schema}".changes where record = $1 and before ->> 'status' <> 'done' and after ->> 'status' = 'done'`;
  const ended = async () => (await context.db.query({ text: ends, values: [id] })).length;
  const before = await ended();
  const others: Promise<void>[] = [];
  const late: Context["db"]["transaction"] = async (work, options) => {
    await Promise.all(others);
    return context.db.transaction(work, options);
  };
  const slow = runImport(
    {
      ...context,
      db: { ...context.db, query: (statement) => context.db.query(statement), transaction: late },
    },
    id,
  );
  others.push(runImport(context, id));
  await Promise.all([slow, ...others]);
  await app.idle();
  expect(await show(id)).toMatchObject({ status: "done", created: 1 });
  expect([before, await ended()]).toEqual([1, 2]);
});
