import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { form, importer, type Importer, MULTIPART } from "../../../../testing/importer.ts";

let app: TestApp;
let admin: Client;
let files: Importer;
beforeAll(async () => {
  app = await testApp();
  admin = app.admin;
  files = importer(app);
  await app.person({ name: "梁红霞", role: "read_only" });
  await admin.make("account", { name: "远景水务" });
});
afterAll(() => app.close());

const find = async (object: string, filter: string) =>
  (await admin.get(`/records/${object}?limit=500&filter=${encodeURIComponent(filter)}`)).json.data;
const answer = async (id: string, answers: object) => {
  const sent = await admin.post(`/imports/${id}/answers`, { answers });
  expect([sent.status, sent.text]).toEqual([202, expect.anything()]);
  await app.idle();
  return files.show(id);
};

test("every value that was not found is asked about in one list, the best guess first; all that is wrong with a row is told at once", async () => {
  const csv = [
    "项目名,客户单位,金额（元）,预计签单,阶段,销售",
    "Q1 one,远景水务公司,1000,2026-13-45,报价中,梁红",
    "Q1 two,新希望乳业,2000,2026-12-01,需求/谈判,张三",
    "Q1 three,新希望乳业,2000,2026-12-01,需求分析,梁红",
  ].join("\n");
  const dry = await files.imported(csv, {
    object: "opportunity",
    dry_run: true,
    gates: { override: { reason: "history" } },
  });
  expect(dry).toMatchObject({ failed: 3, created: 0 });
  const asked = Object.fromEntries(dry.questions.map((one: { cell: string }) => [one.cell, one]));
  expect(Object.keys(asked).toSorted()).toEqual(
    ["需求/谈判", "张三", "报价中", "新希望乳业", "梁红", "远景水务公司"].toSorted(),
  );
  expect(asked["梁红"]).toMatchObject({
    kind: "link",
    field: "owner",
    rows: 2,
    candidates: [{ title: "梁红霞" }],
  });
  expect(asked["远景水务公司"]).toMatchObject({
    kind: "link",
    candidates: [{ title: "远景水务" }],
    creatable: true,
  });
  expect(asked["新希望乳业"]).toMatchObject({ rows: 2, candidates: [] });
  expect(asked["需求/谈判"].candidates.map(({ id }: { id: string }) => id).slice(0, 2)).toEqual([
    "needs",
    "negotiation",
  ]);
  // Of the first row, everything: account, date, stage and owner.
  expect(dry.preview[0].errors.map(({ code }: { code: string }) => code).toSorted()).toEqual([
    "link_near",
    "link_near",
    "not_a_date",
    "stage_unknown",
  ]);
  expect(JSON.stringify(dry)).not.toMatch(/stage of this pipeline: discovery/);
  expect(JSON.stringify(dry.preview[0].errors)).toContain("Needs analysis");
  expect(dry.reasons.map(({ code, rows }: { code: string; rows: number }) => [code, rows])).toContainEqual([
    "link_missing",
    2,
  ]);

  const answers = {
    [asked["梁红"].id]: "梁红霞",
    [asked["张三"].id]: { skip: true },
    [asked["新希望乳业"].id]: { create: true },
    [asked["远景水务公司"].id]: asked["远景水务公司"].candidates[0].id,
    [asked["报价中"].id]: "solution",
  };
  const again = await answer(dry.id, answers);
  expect(again).toMatchObject({ skipped: 1, created: 1, failed: 1, linked_created: 1 });
  const mended = await admin.post(`/imports/${dry.id}/continue`, {
    options: { ...again.options, mapping: { ...again.options.mapping, 预计签单: null } },
  });
  expect(mended.status).toBe(202);
  await app.idle();
  expect(await files.show(dry.id)).toMatchObject({ created: 2, skipped: 1, failed: 0 });
  const real = await admin.post("/imports", { from: dry.id });
  await app.idle();
  const done = await files.show(real.json.id);
  expect(done).toMatchObject({ created: 2, linked_created: 1, failed: 0 });
  expect(
    (await find("opportunity", 'startsWith(name, "Q1")')).map(({ id }: { id: string }) => id).toSorted(),
  ).toEqual([...done.records].toSorted());
  expect(await find("account", 'name == "新希望乳业"')).toHaveLength(1);
});

test("an import that is done goes on with its failed rows under another mapping; one undo takes all of it back", async () => {
  const csv = "name,when,note\nQ2 one,2026-01-02,a\nQ2 two,soon,b\n";
  const mapping = { name: "name", when: "close_date", note: "description" };
  const done = await files.imported(csv, { object: "opportunity", mapping });
  expect(done).toMatchObject({
    created: 1,
    failed: 1,
    reasons: [{ code: "not_a_date", field: "close_date", rows: 1, numbers: [2], failed: 1 }],
  });
  const inspected = (await admin.post("/imports/inspect", { from: done.id })).json.data;
  expect(inspected).toMatchObject({
    from: done.id,
    failed: 1,
    options: { object: "opportunity", mapping: { when: { field: "close_date" } } },
  });
  const rows = (await admin.get(`/imports/${done.id}/rows?outcome=failed`)).json.data;
  expect(rows).toMatchObject([{ row: 2, cells: ["Q2 two", "soon", "b"], errors: [{ code: "not_a_date" }] }]);
  expect(
    (
      await admin.post(`/imports/${done.id}/continue`, {
        options: { object: "opportunity", mapping: { ...mapping, when: { field: "next_step" } } },
      })
    ).status,
  ).toBe(202);
  await app.idle();
  expect(await files.show(done.id)).toMatchObject({ status: "done", created: 2, failed: 0, rows: 2 });
  expect(await find("opportunity", 'name == "Q2 two" && next_step == "soon"')).toHaveLength(1);
  expect((await files.undone(done.id)).undo).toMatchObject({ deleted: 2, kept_total: 0 });
});

test("constants fill what no column does, a column fills two fields, an empty cell can be answered, told dates are shown", async () => {
  await admin.make("exchange_rate", { currency: "USD", rate: "7", since: "2020-01-01" });
  const csv = "title,money,src,entered\nQ3 one,10,,2026-01-05\nQ3 two,20,展会,2026-02-05\n";
  const options = {
    object: "opportunity",
    mapping: {
      title: [{ field: "name" }, { field: "next_step" }],
      money: "amount",
      src: "source",
      entered: { stage_entered: "*" },
    },
    constants: { source: "官网", "amount:currency": "USD", owner: { value: "梁红霞", by: "name" } },
  };
  const dry = await files.imported(csv, { ...options, dry_run: true });
  expect(dry).toMatchObject({ created: 2, failed: 0 });
  expect(dry.preview[0].history).toEqual([{ stage: "discovery", at: "2026-01-04T16:00:00.000000Z" }]);
  expect(dry.options).toMatchObject({
    constants: { source: { value: "官网" }, "amount:currency": { value: "USD" } },
  });
  const done = await files.imported(csv, options);
  const made = await find("opportunity", 'startsWith(name, "Q3")');
  const source = Object.fromEntries(
    made.map((one: Record<string, never>) => [one["name"], [one["source"], one["amount"], one["next_step"]]]),
  );
  expect(source["Q3 one"]).toEqual([
    "website",
    expect.objectContaining({ amount: "10.00", currency: "USD" }),
    "Q3 one",
  ]);
  expect(source["Q3 two"]?.[0]).not.toEqual(source["Q3 one"]?.[0]);
  expect(done.created).toBe(2);

  const leads = await files.imported("公司名称,联系人,手机,来源\nQ3 company,,13800138000,展会\n", {
    object: "lead",
    dry_run: true,
  });
  expect(leads.questions).toMatchObject([{ kind: "empty", field: "contact_name", cell: "", rows: 1 }]);
  expect(await answer(leads.id, { [leads.questions[0].id]: "前台" })).toMatchObject({
    created: 1,
    failed: 0,
  });
  const refused = await admin.post(
    "/imports",
    form("a\nb\n", { options: JSON.stringify({ object: "account", mapping: { a: "open_amount" } }) }),
    MULTIPART,
  );
  expect(refused.json.errors[0].message).not.toContain("open_amount");
});

test("a mapping is remembered by name and offered again for the same titles", async () => {
  const csv = "Deal name,Worth\nQ4 one,10\n";
  await files.imported(csv, {
    object: "opportunity",
    mapping: { "Deal name": "name", Worth: "amount" },
    save_as: "Monthly",
  });
  const fits = await files.inspect("deal name,worth\nQ4 two,20\n", "opportunity");
  expect(fits.saved).toMatchObject([
    { name: "Monthly", fits: true, options: { mapping: { Worth: { field: "amount" } }, save_as: "Monthly" } },
  ]);
  expect((await files.inspect("other\nx\n", "opportunity")).saved).toMatchObject([
    { name: "Monthly", fits: false },
  ]);
});

test("a value for all rows that names nobody, or no stage, is asked about like a cell, and answered once", async () => {
  await admin.make("user", { name: "钱万里" });
  const csv = "deal\nK1\nK2\n";
  const options = {
    object: "opportunity",
    dry_run: true,
    mapping: { deal: "name" },
    constants: { owner: { value: "钱万理", by: "name" }, stage: "初次接触" },
    gates: { override: { reason: "history" } },
  };
  const dry = await files.imported(csv, options);
  expect(dry).toMatchObject({ failed: 2 });
  const person = dry.questions.find(({ field }: { field: string }) => field === "owner");
  expect(person).toMatchObject({ kind: "link", cell: "钱万理", rows: 2, candidates: [{ title: "钱万里" }] });
  const stage = dry.questions.find(({ kind }: { kind: string }) => kind === "stage");
  expect(stage).toMatchObject({ field: "stage", cell: "初次接触" });
  await admin.post(`/imports/${dry.id}/answers`, {
    answers: { [person.id]: person.candidates[0].id, [stage.id]: "discovery" },
  });
  await app.idle();
  expect(await files.show(dry.id)).toMatchObject({ created: 2, failed: 0, questions: [] });
});

test("names that are known here speak for a column without a known title, as far as the caller may read them", async () => {
  await admin.make("account", { name: "蓝港重工" });
  await admin.make("product", { name: "涡轮流量计" });
  await admin.make("product", { name: "雷达物位计" });
  const csv =
    "A1,B2,C3,D4,E5\n远景水务,梁红霞,涡轮流量计,需求分析,前期\n蓝港重工,钱万里,雷达物位计,报价,后期\n";
  const suggested = async (client: Client) => {
    const inspected = (await client.post("/imports/inspect", form(csv, { object: "opportunity" }), MULTIPART))
      .json.data;
    return inspected.columns.map(
      ({ suggestion }: { suggestion: { field: string; by?: string[] } | null }) => suggestion?.field ?? null,
    );
  };
  expect(await suggested(admin)).toEqual(["account", "owner", "product", "stage", null]);
  // Who does not read these accounts is not told that they are there.
  expect((await suggested(await app.person({ name: "外人", role: "sales_manager" })))[0]).toBeNull();
});

test("a value that no option has becomes a new one in the question itself, for whoever manages objects; an undo takes it back", async () => {
  const both = (text: string) => ({ "zh-CN": text, en: text });
  const options = [{ name: "lost", label: both("已丢") }];
  const field = { name: "progress", kind: "select", label: both("进展"), options };
  expect((await admin.post("/objects/account/fields", field)).status).toBe(201);
  const offered = async (): Promise<unknown[]> =>
    (await admin.get("/objects/account")).json.data.fields
      .find(({ name }: { name: string }) => name === "progress_c")
      .options.map((one: { label: Record<string, string>; hidden?: boolean }) => [
        one.label["zh-CN"],
        one.hidden,
      ]);
  const csv = "name,progress\nO1,报价中\nO2,报价中\nO3,已签\n";
  const mapping = { name: "name", progress: "progress_c" };
  const given = { object: "account", dry_run: true, match: ["name"], mapping };
  await admin.make("account", { name: "O3" });
  const seller = await app.person({ name: "导入的人", role: "sales_manager" });
  const { id: foreign } = (await files.send(csv, given, seller)).json;
  await app.idle();
  const { data: theirs } = (await seller.get(`/imports/${foreign}`)).json;
  expect(theirs.questions.map(({ creatable }: { creatable: boolean }) => creatable)).toEqual([false, false]);
  const answers = { [theirs.questions[0].id]: { create: true } };
  expect((await seller.post(`/imports/${foreign}/answers`, { answers })).status).toBe(403);
  expect(await offered()).toEqual([["已丢", undefined]]);

  const dry = await files.imported(csv, given);
  expect(dry.questions).toMatchObject([
    { kind: "option", cell: "报价中", rows: 2, creatable: true },
    { kind: "option", cell: "已签", rows: 1, creatable: true },
  ]);
  const all = dry.questions.map(({ id }: { id: string }) => [id, { create: true }]);
  expect(await answer(dry.id, Object.fromEntries(all))).toMatchObject({
    created: 2,
    updated: 1,
    failed: 0,
    questions: [],
  });
  expect(await offered()).toEqual([
    ["已丢", undefined],
    ["报价中", undefined],
    ["已签", undefined],
  ]);
  const started = await admin.post("/imports", { from: dry.id });
  await app.idle();
  const [first] = await find("account", 'name == "O1"');
  expect(first.progress_c).toBe("bao_jia_zhong");
  await admin.make("account", { name: "O4", progress_c: "bao_jia_zhong" });
  expect(await files.undone(started.json.id)).toMatchObject({ status: "undone", undo: { deleted: 2 } });
  // One that a record has, be it in the bin, is no longer offered; what nothing uses is gone.
  expect(await offered()).toEqual([
    ["已丢", undefined],
    ["报价中", true],
  ]);
});
