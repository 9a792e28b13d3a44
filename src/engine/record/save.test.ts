import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";
import type { PastState } from "../kernel/save-request.ts";
import { newId } from "./ids.ts";
import { save } from "./save.ts";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());

const filter = (text: string): string => encodeURIComponent(text);

describe("one record over HTTP", () => {
  it("is created, read, changed, binned and restored, with its history and its log", async () => {
    const { admin } = world;
    const made = await admin.post("/records/account", { name: "渠成测试有限公司" });
    expect(made.status, made.text).toBe(201);
    const id = made.json.data.id;
    expect(made.json.data).toMatchObject({ name: "渠成测试有限公司", version: 1 });
    const changed = await admin.patch(`/records/account/${id}`, { name: "渠成科技有限公司" });
    expect(changed.json.data).toMatchObject({ name: "渠成科技有限公司", version: 2 });
    const same = await admin.patch(`/records/account/${id}`, { name: "渠成科技有限公司" });
    expect(same.json.data.version).toBe(2);
    expect((await admin.delete(`/records/account/${id}`)).status).toBe(204);
    expect((await admin.get(`/records/account/${id}`)).status).toBe(404);
    expect((await admin.post(`/records/account/${id}/restore`)).json.data.version).toBe(4);
    const changes = await admin.get(`/records/account/${id}/changes`);
    expect(changes.json.data.map((one: { kind: string }) => one.kind)).toEqual([
      "restore",
      "delete",
      "update",
      "create",
    ]);
    expect(changes.json.data[2].changes).toEqual([
      { field: "name", before: { value: "渠成测试有限公司" }, after: { value: "渠成科技有限公司" } },
    ]);
  });

  it("answers as of any moment of its life", async () => {
    const { admin } = world;
    const { id } = await admin.make("account", { name: "First name" });
    const first = new Date().toISOString();
    await admin.patch(`/records/account/${id}`, { name: "Second name" });
    const second = new Date().toISOString();
    await admin.delete(`/records/account/${id}`);
    expect((await admin.get(`/records/account/${id}?as_of=${first}`)).json.data.name).toBe("First name");
    expect((await admin.get(`/records/account/${id}?as_of=${second}`)).json.data.name).toBe("Second name");
    expect((await admin.get(`/records/account/${id}?as_of=${new Date().toISOString()}`)).status).toBe(404);
  });

  it("names everything that is wrong at once, and saves nothing", async () => {
    const { admin } = world;
    const bad = await admin.post("/records/opportunity", {
      amount: "12,5",
      close_date: "2026-02-30",
      probability: 400,
      colour: "red",
      stage_type: "won",
      account: newId(),
    });
    expect(bad.status).toBe(422);
    expect(bad.headers["content-type"]).toContain("application/problem+json");
    const codes = bad.json.errors.map(
      (error: { field: string; code: string }) => `${error.field}:${error.code}`,
    );
    for (const expected of [
      "amount:wrong_type",
      "close_date:wrong_type",
      "probability:too_large",
      "colour:unknown_field",
      "stage_type:not_writable",
    ])
      expect(codes).toContain(expected);
    const lost = await admin.post("/records/opportunity", { name: "x", account: newId() });
    expect(lost.json.errors).toMatchObject([{ code: "link_missing", field: "account" }]);
    const chinese = await admin.send("POST", "/records/account", {}, { "accept-language": "zh-CN" });
    expect(chinese.json.errors[0]).toMatchObject({
      code: "required",
      field: "name",
      message: expect.stringMatching(/[\u4e00-\u9fff]/),
    });
  });
});

describe("two people at once", () => {
  it("If-Match refuses a stale version and shows the current record", async () => {
    const { admin } = world;
    const { id } = await admin.make("account", { name: "Stale" });
    await admin.patch(`/records/account/${id}`, { name: "Theirs" });
    const stale = await admin.patch(`/records/account/${id}`, { name: "Mine" }, { "if-match": '"1"' });
    expect(stale.status).toBe(409);
    expect(stale.json).toMatchObject({ code: "version_conflict", current: { name: "Theirs", version: 2 } });
    expect(
      (await admin.patch(`/records/account/${id}`, { name: "Mine" }, { "if-match": "zwei" })).status,
    ).toBe(400);
  });

  it("base lets disjoint fields through and names the clash with both values", async () => {
    const { admin } = world;
    const { id } = await admin.make("account", { name: "Base", website: "https://a.example.com" });
    await admin.patch(`/records/account/${id}`, { name: "Theirs" });
    const disjoint = await admin.patch(`/records/account/${id}`, {
      website: "https://b.example.com",
      base: { website: "https://a.example.com" },
    });
    expect(disjoint.status, disjoint.text).toBe(200);
    expect(disjoint.json.data.name).toBe("Theirs");
    const clash = await admin.patch(`/records/account/${id}`, { name: "Mine", base: { name: "Base" } });
    expect(clash.status).toBe(409);
    expect(clash.json.errors).toMatchObject([
      { field: "name", code: "changed_since", params: { theirs: "Theirs", yours: "Mine" } },
    ]);
  });

  it("racing writers leave one version each, in order, with no version lost from history", async () => {
    const { admin, database } = world;
    const { id } = await admin.make("account", { name: "Race 0" });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => admin.patch(`/records/account/${id}`, { name: `Race ${n + 1}` })),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(12).fill(200));
    const [row] = await database.db.query<{ versions: number[]; seqs: number[] }>({
      text: `select array_agg(version order by seq) as versions, array_agg(seq order by seq) as seqs from "w_main".changes where record = $1`,
      values: [id],
    });
    expect(row?.versions).toEqual(Array.from({ length: 13 }, (_, n) => n + 1));
    const [gaps] = await database.db.query<{ wrong: number }>({
      text: `with v as (select valid_from, valid_to from "w_main".h_account where id = $1 union all select valid_from, 'infinity' from "w_main".o_account where id = $1),
             o as (select valid_from, valid_to, lead(valid_from) over (order by valid_from) as next from v) select count(*)::int as wrong from o where next is not null and next <> valid_to or valid_to <= valid_from`,
      values: [id],
    });
    expect(gaps?.wrong).toBe(0);
  });

  it("a unique value is given to one of two at once", async () => {
    const { admin } = world;
    const tag = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => admin.post("/records/account", { name: "Twin", external_id: tag })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });
});

describe("the same intention twice", () => {
  it("an idempotency key gives the first answer again, refuses another body, and works once under a double click", async () => {
    const { admin } = world;
    const key = { "idempotency-key": randomUUID() };
    const [a, b] = await Promise.all([
      admin.post("/records/account", { name: "Once" }, key),
      admin.post("/records/account", { name: "Once" }, key),
    ]);
    const again = await admin.post("/records/account", { name: "Once" }, key);
    expect(again.status).toBe(201);
    for (const answer of [a, b]) expect([201, 409]).toContain(answer.status);
    const found = await admin.get(`/records/account?filter=${filter('name == "Once"')}&count=exact`);
    expect(found.json.total).toBe(1);
    expect(again.json.data.id).toBe(found.json.data[0].id);
    expect((await admin.post("/records/account", { name: "Other" }, key)).status).toBe(422);
  });

  it("a chosen id with the same content is the first answer; with other content it is taken", async () => {
    const { admin } = world;
    const id = newId();
    expect((await admin.post("/records/account", { id, name: "Chosen" })).status).toBe(201);
    const again = await admin.post("/records/account", { id, name: "Chosen" });
    expect(again.json.data).toMatchObject({ id, version: 1 });
    const taken = await admin.post("/records/account", { id, name: "Another" });
    expect([taken.status, taken.json.code]).toEqual([409, "id_taken"]);
    expect((await admin.post("/records/account", { id: randomUUID(), name: "v4" })).json.code).toBe("bad_id");
  });
});

describe("many at once", () => {
  it("bulk changes what passes, names what does not, and atomic is all or nothing", async () => {
    const { admin } = world;
    const made = await Promise.all([1, 2, 3].map((n) => admin.make("account", { name: `Bulk ${n}` })));
    const ids = [...made.map((one) => one.id), newId()];
    const some = await admin.post("/records/account/bulk", {
      ids,
      values: { website: "https://bulk.example.com" },
    });
    expect(some.status).toBe(200);
    expect(some.json).toMatchObject({ done: 3, refused: 1 });
    const atomic = await admin.post("/records/account/bulk", {
      ids,
      values: { website: "https://atomic.example.com" },
      atomic: true,
    });
    expect(atomic.status).toBe(422);
    const dry = await admin.post("/records/account/bulk", {
      ids: ids.slice(0, 1),
      values: { website: "https://dry.example.com" },
      dry_run: true,
    });
    expect(dry.json.done).toBe(1);
    expect((await admin.get(`/records/account/${ids[0]}`)).json.data.website).toBe(
      "https://bulk.example.com",
    );
  });

  it("a batch is one transaction with references to what it makes", async () => {
    const { admin } = world;
    const good = await admin.post("/batch", {
      operations: [
        { op: "create", object: "account", values: { name: "Batch" } },
        { op: "create", object: "contact", values: { name: "张三", account: "$0.id" } },
      ],
    });
    expect(good.status, good.text).toBe(200);
    expect((await admin.get(`/records/contact/${good.json.data[1].id}`)).json.data.account).toBe(
      good.json.data[0].id,
    );
    const bad = await admin.post("/batch", {
      operations: [
        { op: "create", object: "account", values: { name: "Never" } },
        { op: "create", object: "contact", values: { account: "$0.id", email: "no" } },
      ],
    });
    expect(bad.status).toBe(422);
    expect(bad.json.operation).toBe(1);
    expect((await admin.get(`/records/account?filter=${filter('name == "Never"')}`)).json.data).toEqual([]);
  });

  it("the feed gives every change in order, none skipped, while writers race", async () => {
    const { admin } = world;
    const start = Number((await admin.get("/changes?limit=1&cursor=0")).json.page.next) - 1;
    let written = false;
    const writing = Promise.all(
      Array.from({ length: 40 }, (_, n) => admin.make("account", { name: `Feed ${n}` })),
    )
      .finally(world.idle)
      .finally(() => (written = true));
    const seen: string[] = [];
    let cursor = Math.max(start, 0);
    let last = 0;
    for (let quiet = 0; quiet < 3;) {
      const page = await admin.get(`/changes?objects=account&cursor=${cursor}&limit=7`);
      for (const change of page.json.data) {
        expect(change.seq).toBeGreaterThan(last);
        last = change.seq;
        seen.push(change.id);
      }
      cursor = Number(page.json.page.next);
      if (page.json.data.length > 0) quiet = 0;
      else if (written) quiet += 1;
    }
    const made = (await writing).map((one) => one.id);
    expect(seen.filter((id) => made.includes(id)).sort()).toEqual([...made].sort());
  });
});

it("what is retracted never was: no past moment shows it, and the log still does", async () => {
  const { admin, context } = world;
  const past: PastState[] = [
    { at: "2024-01-10T00:00:00Z", values: { website: null } },
    { at: "2024-06-10T00:00:00Z", values: {} },
  ];
  const make = await save(await context(), {
    road: "import",
    mode: "all",
    operations: [
      {
        op: "create",
        object: "account",
        values: { name: "Retracted", website: "https://r.example.com" },
        past,
      },
    ],
  });
  const [made] = make.results;
  if (!made?.ok) throw new Error(JSON.stringify(made));
  const at = (moment: string) => admin.get(`/records/account/${made.id}?as_of=${moment}`);
  expect((await at("2024-03-01")).json.data).toMatchObject({ name: "Retracted", website: null });
  expect((await at("2024-07-01")).json.data).toMatchObject({ website: "https://r.example.com" });
  expect((await at("2023-12-01")).status).toBe(404);
  await save(await context(), {
    road: "import",
    mode: "all",
    operations: [{ op: "delete", object: "account", id: made.id, retract: true }],
  });
  for (const moment of ["2024-03-01", "2024-07-01", new Date().toISOString()])
    expect((await at(moment)).status).toBe(404);
  expect((await admin.get(`/records/account/${made.id}/changes`)).json.data).toHaveLength(2);
});
