import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../../engine/context.ts";
import { type Client, type Reply, testApp, type TestApp } from "../../../testing/app.ts";
import { runImport } from "./run-import.job.ts";

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
  admin = app.admin;
});
afterAll(() => app.close());

const BOUNDARY = "sluice-test-boundary";
const MULTIPART = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
function form(content: string, fields: Readonly<Record<string, string>>): Buffer {
  const text = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="rows.csv"\r\ncontent-type: text/csv\r\n\r\n`;
  return Buffer.from(`${head}${content}\r\n${text.join("")}--${BOUNDARY}--\r\n`);
}
const send = (content: string, options: object, client = admin): Promise<Reply> =>
  client.post("/imports", form(content, { options: JSON.stringify(options) }), MULTIPART);
const show = async (id: string) => (await admin.get(`/imports/${id}`)).json.data;
async function imported(content: string, options: object) {
  const started = await send(content, options);
  if (started.status !== 202) throw new Error(started.text);
  await app.idle();
  const answer = await show(started.json.id);
  expect(answer.rows).toBe(answer.created + answer.updated + answer.skipped + answer.failed);
  return answer;
}
const find = async (object: string, filter: string) =>
  (await admin.get(`/records/${object}?limit=500&filter=${encodeURIComponent(filter)}`)).json.data;
const counts = ({ created, updated, skipped, failed, linked_created }: Record<string, number>) => ({
  created,
  updated,
  skipped,
  failed,
  linked_created,
});

test("rows may refer to later rows; linked records are made once; circles fail and say so", async () => {
  const csv =
    "name,parent,owner\nT1 Child,T1 Mother,New Seller\nT1 Mother,T1 Group,New Seller\nT1 Group,,\nT1 Odd,T1 Even,\nT1 Even,T1 Odd,\nT1 Orphan,T1 Nowhere,\n";
  const done = await imported(csv, {
    object: "account",
    mapping: {
      name: "name",
      parent: { field: "parent", by: "name", missing: "create" },
      owner: { field: "owner", by: "name", missing: "create" },
    },
  });
  expect(counts(done)).toEqual({ created: 4, updated: 0, skipped: 0, failed: 2, linked_created: 2 });
  const accounts = await find(
    "account",
    'name == "T1 Child" && parent.name == "T1 Mother" && parent.parent.name == "T1 Group" && owner.name == "New Seller"',
  );
  expect(accounts).toHaveLength(1);
  expect(await find("account", 'name == "T1 Mother"')).toHaveLength(1);
  const errors = (await admin.get(`/imports/${done.id}/errors.csv`)).text;
  expect(errors).toContain("name,parent,owner,error_code,error_field,error_message\r\n");
  expect(errors).toContain("T1 Odd,T1 Even,,circular_reference,parent,");
  await admin.post(`/imports/${done.id}/undo`);
  await app.idle();
  expect((await show(done.id)).undo).toEqual({ deleted: 6, restored: 0, kept: [], kept_total: 0 });
  expect(await find("user", 'name == "New Seller"')).toHaveLength(0);
});

test("a dry run writes nothing, asks near names once, and answers are checked again", async () => {
  await admin.make("product", { name: "T2 GTX Pro" });
  const csv = "deal,product\nT2 a,T2 GTXPro\nT2 b,T2 GTXPro\nT2 c,T2 gtx pro\n";
  const options = {
    object: "opportunity",
    mapping: { deal: "name", product: { field: "product", by: "name" } },
  };
  const dry = await imported(csv, { ...options, dry_run: true });
  expect(counts(dry)).toEqual({ created: 1, updated: 0, skipped: 0, failed: 2, linked_created: 0 });
  expect(dry.questions).toMatchObject([
    { column: "product", cell: "T2 GTXPro", rows: 2, candidates: [{ title: "T2 GTX Pro" }] },
  ]);
  expect(await find("opportunity", 'startsWith(name, "T2 ")')).toHaveLength(0);
  expect((await admin.post(`/imports/${dry.id}/answers`, { answers: { nonsense: "x" } })).status).toBe(422);
  expect(
    (await admin.post(`/imports/${dry.id}/answers`, { answers: { [dry.questions[0].id]: "T2 GTX Pro" } }))
      .status,
  ).toBe(202);
  await app.idle();
  expect(await show(dry.id)).toMatchObject({ status: "done", created: 3, failed: 0, questions: [] });

  const real = await imported(csv, options);
  expect(real).toMatchObject({ created: 1, failed: 2 });
  await admin.post(`/imports/${real.id}/answers`, {
    answers: { [real.questions[0].id]: real.questions[0].candidates[0].id },
  });
  await app.idle();
  expect(await show(real.id)).toMatchObject({ status: "done", rows: 3, created: 3, failed: 0 });
  expect(await find("opportunity", 'startsWith(name, "T2 ") && product.name == "T2 GTX Pro"')).toHaveLength(
    3,
  );
});

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
  await expect(runImport(dyingAt(held, 3), first.id, undefined)).rejects.toThrow("killed");
  const halfway = await show(first.id);
  expect(halfway).toMatchObject({ status: "running" });
  expect(halfway.created).toBeGreaterThan(0);
  expect(halfway.created).toBeLessThan(700);
  await runImport(held, first.id, undefined);
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
    undefined,
  );
  others.push(runImport(context, id, undefined));
  await Promise.all([slow, ...others]);
  await app.idle();
  expect(await show(id)).toMatchObject({ status: "done", created: 1 });
  expect([before, await ended()]).toEqual([1, 2]);
});

test("a shut gate holds for a file as on every road, in the record's own pipeline; an override is counted", async () => {
  const label = (text: string) => ({ en: text, "zh-CN": text });
  const stages = [
    { name: "t5_needs", label: label("Needs"), type: "open", order: 1, probability: 20, entry: [], exit: [] },
    {
      name: "t5_demo",
      label: { en: "T5 Demo", "zh-CN": "演示" },
      type: "open",
      order: 2,
      probability: 50,
      entry: [{ kind: "fields", fields: ["amount", "close_date"] }],
      exit: [],
    },
    { name: "t5_won", label: label("Won"), type: "won", order: 3, probability: 100, entry: [], exit: [] },
  ];
  const made = await admin.post("/pipelines", {
    object: "opportunity",
    name: "t5",
    label: label("T5"),
    stages,
  });
  const pipeline = (made.json.data ?? made.json).id;
  await admin.post(`/pipelines/${pipeline}/publish`, {});
  await admin.make("opportunity", { name: "T5", pipeline, stage: "t5_needs", external_id: "T5-1" });
  const options = {
    object: "opportunity",
    match: ["external_id"],
    mapping: { external_id: "external_id", stage: "stage" },
  };
  const shut = await imported("external_id,stage\nT5-1,演示\n", options);
  expect(shut).toMatchObject({ failed: 1, updated: 0 });
  const errors = (await admin.get(`/imports/${shut.id}/errors.csv`)).text;
  expect(errors).toMatch(/amount; close_date|close_date; amount/);
  const unknown = await imported("external_id,stage\nT5-1,T5 Dem\n", options);
  expect(unknown.questions).toMatchObject([{ column: "stage", cell: "T5 Dem" }]);
  expect(unknown.questions[0].candidates[0]).toMatchObject({ id: "t5_demo" });
  const passed = await imported("external_id,stage\nT5-1,T5 DEMO\n", {
    ...options,
    gates: { override: { reason: "migration" } },
  });
  expect(passed).toMatchObject({ updated: 1, overrides: 1 });
});

test("what is exported imports again without a difference, hostile texts included", async () => {
  const account = await admin.make("account", {
    name: '=HYPERLINK("x")',
    external_id: "T6-1",
    industry: "'+quoted",
    level: "ka",
    phone: "0512-66668888",
    employees: 1200,
    revenue: { amount: "1234.50", currency: "CNY" },
    address: { province: "江苏省", city: "苏州市", detail: 'a, "b"' },
    description: "two\nlines, and a comma",
  });
  const tag = await admin.make("tag", { name: "T6 tag" });
  await admin.patch(`/records/account/${account.id}`, { tags: [tag.id] });
  const before = (await admin.get(`/records/account/${account.id}`)).json.data;
  const file = await admin.post("/exports", {
    object: "account",
    filter: 'external_id == "T6-1"',
    format: "csv",
  });
  expect(file.status).toBe(200);
  expect(file.text.split("\n")[1]).not.toMatch(/(^|,)"?[=+@]/);
  expect(await imported(file.text, { object: "account" })).toMatchObject({ skipped: 1, failed: 0 });
  await admin.patch(`/records/account/${account.id}`, {
    name: "other",
    revenue: null,
    level: null,
    employees: 1,
  });
  expect(await imported(file.text, { object: "account" })).toMatchObject({ updated: 1 });
  const {
    version: _v,
    updated_at: _u,
    ...after
  } = (await admin.get(`/records/account/${account.id}`)).json.data;
  expect(before).toMatchObject(after);
});

test("who may, and what is refused before anything is queued", async () => {
  const seller = await app.person({ name: "T7", role: "read_only" });
  expect((await send("name\nx\n", { object: "account" }, seller)).status).toBe(403);
  const bad = await send("name\nx\n", {
    object: "account",
    on_match: "sometimes",
    mapping: { name: { by: 3 } },
    extra: 1,
  });
  expect(bad.status).toBe(422);
  expect(bad.json.errors.map((error: { code: string; field: string }) => [error.code, error.field])).toEqual(
    expect.arrayContaining([
      ["unknown_setting", "extra"],
      ["field_required", "mapping.name"],
      ["not_one_of", "on_match"],
    ]),
  );
  expect(
    (await send("name\nx\n", { object: "account", mapping: { nam: "name" } })).json.errors[0],
  ).toMatchObject({ code: "unknown_column" });
  expect(
    (await send("name\nx\n", { object: "account", mapping: { name: "open_amount" } })).json.errors[0],
  ).toMatchObject({ code: "not_importable" });
  expect((await send("", { object: "account" })).json.code).toBe("empty_file");
  expect((await admin.post("/imports", form("name\nx\n", { options: "{" }), MULTIPART)).status).toBe(400);
  expect((await admin.get("/imports/01a1ff88-f64e-7649-a94e-e93cddb18d5b")).status).toBe(404);
  const inspected = await admin.post(
    "/imports/inspect",
    form("客户名称,行业,手机\nx,y,13800138000\n", { object: "account" }),
    MULTIPART,
  );
  expect(
    inspected.json.data.columns.map(
      (column: { suggestion: { field: string } | null }) => column.suggestion?.field,
    ),
  ).toEqual(["name", "industry", "phone"]);
  const fromUpload = await admin.post("/imports", {
    upload: inspected.json.data.upload,
    options: { object: "account", dry_run: true },
  });
  expect(fromUpload.status).toBe(202);
});

test("a key covers the rows of the file: the same again is the same import, other rows under it are refused", async () => {
  const start = (content: string, options: object) =>
    admin.post("/imports", form(content, { options: JSON.stringify(options) }), {
      ...MULTIPART,
      "idempotency-key": "an import",
    });
  const first = await start("name\nT-key A\n", { object: "account" });
  const again = await start("name\nT-key A\n", { object: "account" });
  expect([again.status, again.json]).toEqual([202, first.json]);
  const others = [
    await start("name\nT-key B\n", { object: "account" }),
    await start("name\nT-key A\n", { object: "contact" }),
  ];
  expect(others.map((other) => [other.status, other.json.code])).toEqual(
    others.map(() => [422, "key_mismatch"]),
  );
  await app.idle();
  expect(await find("account", 'startsWith(name, "T-key")')).toHaveLength(1);
});
