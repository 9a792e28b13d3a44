import { afterAll, beforeAll, expect, test } from "vitest";
import {
  admin,
  app,
  counts,
  find,
  form,
  imported,
  MULTIPART,
  openImportWorld,
  send,
  show,
} from "../../../../testing/worlds/import-world.ts";

beforeAll(openImportWorld);
afterAll(() => app.close());

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
