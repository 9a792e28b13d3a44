import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
let admin: Client;
let seller: Client & { id: string };
const label = (text: string) => ({ "zh-CN": text, en: text });

/** A contract in stages with positions; a money document. */
beforeAll(async () => {
  app = await testApp();
  ({ admin } = app);
  seller = await app.person({ name: "Seller", role: "sales_director" });
  const define = async (path: string, body: object) => {
    const answer = await admin.post(path, body);
    expect(answer.status, answer.text).toBe(201);
  };
  const rights = { sales_director: { create: true, read: "all", update: "all", delete: "all" } };
  await define("/objects", {
    name: "deed",
    label: label("Deed"),
    money_document: true,
    rights,
    stages: true,
  });
  await define("/objects", { name: "position", label: label("Position"), sharing: "everyone", rights });
  await define("/objects/position_c/fields", {
    name: "deed",
    kind: "link",
    targets: ["deed_c"],
    on_delete: "cascade",
    label: label("Deed"),
  });
  await define("/objects/deed_c/fields", {
    name: "positions",
    kind: "children",
    object: "position_c",
    via: "deed_c",
    label: label("Positions"),
  });
  await define("/objects/deed_c/fields", {
    name: "tier",
    kind: "select",
    options: [
      { name: "a", label: label("Alpha") },
      { name: "b", label: label("Beta") },
    ],
    label: label("Tier"),
  });
  await define("/objects/deed_c/fields", { name: "note", kind: "text", label: label("Note") });
  const stages = [
    { name: "x", label: label("X"), type: "open" },
    { name: "y", label: label("Y"), type: "open" },
    { name: "won", label: label("Won"), type: "won" },
  ];
  const made = await admin.post("/pipelines", {
    object: "deed_c",
    name: "deeds",
    label: label("deeds"),
    default: true,
    stages,
  });
  expect((await admin.post(`/pipelines/${made.json.data.id}/publish`, {})).status, made.text).toBe(200);
});
afterAll(() => app.close());

let deed: string;
let line: string;
beforeEach(async () => {
  const made = await admin.post("/records/deed_c", { name: "D", tier_c: "a", positions_c: [{ name: "p" }] });
  deed = made.json.data.id;
  line = (await admin.get(`/records/position_c?filter=${encodeURIComponent(`deed_c == "${deed}"`)}`)).json
    .data[0].id;
});
const seen = (version: number) => ({ "if-match": `"${version}"` });

it("says in its metadata that it is one, and can be told of objects one by one", async () => {
  expect((await admin.get("/objects/deed_c")).json.data.money_document).toBe(true);
  expect((await admin.get("/objects/opportunity")).json.data.money_document).toBeUndefined();
  expect((await admin.patch("/objects/product", { money_document: true })).json.data.money_document).toBe(
    true,
  );
  const product = await admin.make("product", { name: "P" });
  expect((await admin.patch(`/records/product/${product.id}`, { name: "Q" })).status).toBe(428);
  expect(
    (await admin.patch("/objects/product", { money_document: null })).json.data.money_document,
  ).toBeUndefined();
  expect((await admin.patch(`/records/product/${product.id}`, { name: "Q" })).status).toBe(200);
  expect((await admin.patch("/objects/product", { money_document: "yes" })).status).toBe(422);
});

it("every road that changes a money document or its lines is 428 without the version that was seen, and nothing is written", async () => {
  const roads: Record<
    string,
    () => Promise<{
      status: number;
      json: { code?: string; errors?: object[]; results?: object[] };
      text: string;
    }>
  > = {
    patch: () => admin.patch(`/records/deed_c/${deed}`, { note_c: "n" }),
    base: () => admin.patch(`/records/deed_c/${deed}`, { note_c: "n", base: { note_c: null } }),
    delete: () => admin.delete(`/records/deed_c/${deed}`),
    lines: () => admin.patch(`/records/deed_c/${deed}`, { positions_c: { upsert: [{ name: "q" }] } }),
    line: () => admin.patch(`/records/position_c/${line}`, { name: "p2" }),
    "line deleted": () => admin.delete(`/records/position_c/${line}`),
    "line added": () => admin.post("/records/position_c", { name: "q", deed_c: deed }),
    batch: () =>
      admin.post("/batch", {
        operations: [{ op: "update", object: "deed_c", id: deed, values: { note_c: "n" } }],
      }),
    "batch of lines": () =>
      admin.post("/batch", {
        operations: [{ op: "create", object: "position_c", values: { name: "q", deed_c: deed } }],
      }),
    move: () => admin.post(`/records/deed_c/${deed}/transitions`, { to: "y" }),
    restore: () => admin.post(`/records/deed_c/${deed}/versions/restore`, { from: made, fields: ["name"] }),
  };
  const made = (await admin.get(`/records/deed_c/${deed}`)).json.data.created_at;
  await admin.patch(`/records/deed_c/${deed}`, { name: "D2" }, seen(1));
  for (const [road, go] of Object.entries(roads)) {
    const answer = await go();
    expect([road, answer.status, answer.json.code], answer.text).toEqual([road, 428, "if_match_required"]);
  }
  for (const [path, body] of [
    ["deed_c", { ids: [deed], values: { note_c: "n" } }],
    ["deed_c", { ids: [deed], delete: true }],
    ["position_c", { ids: [line], values: { name: "n" } }],
  ] as const) {
    const bulk = await admin.post(`/records/${path}/bulk`, body);
    expect([bulk.status, bulk.json.results[0].status, bulk.json.results[0].code], bulk.text).toEqual([
      422,
      428,
      "if_match_required",
    ]);
  }
  expect((await admin.get(`/records/deed_c/${deed}`)).json.data).toMatchObject({
    version: 2,
    note_c: null,
    stage: "x",
  });
});

it("the same roads go with the version that was seen", async () => {
  const version = async () => (await admin.get(`/records/deed_c/${deed}`)).json.data.version;
  const made = (await admin.get(`/records/deed_c/${deed}`)).json.data.created_at;
  const lineVersion = async () => (await admin.get(`/records/position_c/${line}`)).json.data.version;
  const roads: Record<string, () => Promise<{ status: number; text: string }>> = {
    patch: async () => admin.patch(`/records/deed_c/${deed}`, { note_c: "n" }, seen(await version())),
    lines: async () =>
      admin.patch(
        `/records/deed_c/${deed}`,
        { positions_c: { upsert: [{ name: "q" }] } },
        seen(await version()),
      ),
    line: async () => admin.patch(`/records/position_c/${line}`, { name: "p2" }, seen(await lineVersion())),
    batch: async () =>
      admin.post("/batch", {
        operations: [
          { op: "update", object: "deed_c", id: deed, if_match: await version(), values: { note_c: "b" } },
          { op: "create", object: "position_c", values: { name: "r", deed_c: deed } },
        ],
      }),
    bulk: async () =>
      admin.post("/records/deed_c/bulk", {
        ids: [deed],
        if_match: { [deed]: await version() },
        values: { note_c: "bulk" },
      }),
    move: async () =>
      admin.post(
        `/records/deed_c/${deed}/transitions`,
        { to: "y", values: { note_c: "moved" } },
        seen(await version()),
      ),
    restore: async () =>
      admin.post(
        `/records/deed_c/${deed}/versions/restore`,
        { from: made, fields: ["note_c"] },
        seen(await version()),
      ),
    delete: async () => admin.delete(`/records/deed_c/${deed}`, seen(await version())),
    "from the bin": () => admin.post(`/records/deed_c/${deed}/restore`),
  };
  for (const [road, go] of Object.entries(roads)) {
    const answer = await go();
    expect(answer.status, `${road}: ${answer.text}`).toBeLessThan(300);
  }
});

it("a version that is not the present one is a 409 with what changed since, both values, authors and times, on every road", async () => {
  await seller.patch(`/records/deed_c/${deed}`, { tier_c: "b" }, seen(1));
  await seller.patch(`/records/deed_c/${deed}`, { positions_c: { upsert: [{ name: "q" }] } }, seen(2));
  const wanted = [
    { field: "positions_c", message: "Seller changed lines of “Positions” after you opened it." },
    {
      field: "tier_c",
      message: "Seller changed “Tier” to “Beta” after you opened it.",
      params: { theirs: "b", yours: "a", author: "Seller" },
    },
  ];
  const sorted = (errors: { field: string }[]) =>
    errors.toSorted((one, other) => (one.field < other.field ? -1 : 1));
  const patched = await admin.patch(`/records/deed_c/${deed}`, { tier_c: "a", note_c: "n" }, seen(1));
  expect([patched.status, patched.json.code, patched.json.current.tier_c]).toEqual([
    409,
    "version_conflict",
    "b",
  ]);
  expect(sorted(patched.json.errors)).toMatchObject(wanted);
  expect(Date.parse(patched.json.errors[0].params.at)).toBeGreaterThan(0);
  const moved = await admin.post(
    `/records/deed_c/${deed}/transitions`,
    { to: "y", values: { tier_c: "a" } },
    seen(1),
  );
  expect([moved.status, moved.json.code]).toEqual([409, "version_conflict"]);
  expect(sorted(moved.json.errors)).toMatchObject(wanted);
  const deleted = await admin.delete(`/records/deed_c/${deed}`, seen(1));
  expect([deleted.status, sorted(deleted.json.errors).map(({ field }) => field)]).toEqual([
    409,
    ["positions_c", "tier_c"],
  ]);
  const batch = await admin.post("/batch", {
    operations: [{ op: "update", object: "deed_c", id: deed, if_match: 1, values: { tier_c: "a" } }],
  });
  expect([
    batch.status,
    batch.json.code,
    sorted(batch.json.errors).length,
    batch.json.conflict.version,
  ]).toEqual([409, "version_conflict", 2, 3]);
  const bulk = await admin.post("/records/deed_c/bulk", {
    ids: [deed],
    if_match: { [deed]: 1 },
    values: { tier_c: "a" },
  });
  expect([bulk.status, bulk.json.results[0].status, bulk.json.results[0].errors.length]).toEqual([
    422, 409, 2,
  ]);
});

it("what changed since is told by the caller's own rights", async () => {
  const role = await admin.make("role", {
    name: "half_blind",
    label: label("Half blind"),
    rights: {
      objects: { deed_c: { create: false, read: "all", update: "all", delete: "none" } },
      fields: { deed_c: { tier_c: "hidden" } },
      abilities: [],
    },
  });
  expect(role.id).toBeTruthy();
  const blind = await app.person({ name: "Blind", role: "half_blind" });
  await seller.patch(`/records/deed_c/${deed}`, { tier_c: "b", note_c: "x" }, seen(1));
  const answer = await blind.patch(`/records/deed_c/${deed}`, { note_c: "y" }, seen(1));
  expect([answer.status, answer.json.errors.map((one: { field: string }) => one.field)], answer.text).toEqual(
    [409, ["note_c"]],
  );
  expect(answer.text).not.toContain("tier");
});

it("all that a filter covers is changed as it was seen: what has changed since is refused row by row, in words, in one request and as a job", async () => {
  const make = async (name: string, count: number) => {
    const operations = Array.from({ length: count }, (_, at) => ({
      op: "create",
      object: "deed_c",
      values: { name: `${name} ${at}`, tier_c: "a" },
    }));
    const made = await admin.post("/batch", { operations });
    expect(made.status, made.text).toBe(200);
  };
  const covering = (name: string) => `startsWith(name, "${name}")`;
  const idsOf = async (name: string): Promise<string[]> =>
    (await admin.get(`/records/deed_c?limit=200&filter=${encodeURIComponent(covering(name))}`)).json.data.map(
      ({ id }: { id: string }) => id,
    );
  const see = async () => (await admin.get("/records/deed_c/seen")).json.data.seen;
  await make("Few", 3);
  const blind = await admin.post("/records/deed_c/bulk", {
    filter: covering("Few"),
    values: { note_c: "n" },
  });
  expect([
    blind.status,
    blind.json.results.every(({ status }: { status: number }) => status === 428),
  ]).toEqual([422, true]);
  const seenBefore = await see();
  const [changed = ""] = await idsOf("Few");
  await seller.patch(`/records/deed_c/${changed}`, { tier_c: "b" }, seen(1));
  await make("Few more", 1);
  const answer = await admin.post("/records/deed_c/bulk", {
    filter: covering("Few"),
    seen: seenBefore,
    values: { tier_c: "a", note_c: "n" },
  });
  expect([answer.status, answer.json.done, answer.json.refused], answer.text).toEqual([200, 2, 2]);
  const refused = answer.json.results.find(({ id }: { id: string }) => id === changed);
  expect([refused.status, refused.code, refused.errors[0].message]).toEqual([
    409,
    "version_conflict",
    "Seller changed “Tier” to “Beta” after you opened it.",
  ]);
  const again = await admin.post("/records/deed_c/bulk", {
    filter: covering("Few"),
    seen: await see(),
    values: { note_c: "again" },
  });
  expect([again.status, again.json.done]).toEqual([200, 4]);

  for (const part of [1, 2, 3]) await make(`Many ${part}`, 80);
  const many = await see();
  const [one = ""] = await idsOf("Many 2");
  await seller.patch(`/records/deed_c/${one}`, { tier_c: "b" }, seen(1));
  const started = await admin.post("/records/deed_c/bulk", {
    filter: covering("Many"),
    seen: many,
    values: { note_c: "job" },
  });
  expect(started.status, started.text).toBe(202);
  await app.idle();
  const job = (await admin.get(`/jobs/${started.json.id}`)).json.data;
  expect([job.status, job.result]).toEqual(["done", { done: 239, refused: 1 }]);
  expect((await admin.get(job.errors_file.replace("/api/v1", ""))).text).toContain("Tier");
  const deleted = await admin.post("/records/deed_c/bulk", {
    filter: covering("Few"),
    seen: await see(),
    delete: true,
  });
  expect([deleted.status, deleted.json.done], deleted.text).toEqual([200, 4]);
});
