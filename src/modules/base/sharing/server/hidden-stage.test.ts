import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

const all = { create: true, read: "all", update: "all", delete: "all" };
const q = encodeURIComponent;
const label = { en: "L", "zh-CN": "L" };
const named = (name: string) => ({ name, label: { en: name, "zh-CN": name } });
const abilities = ["record.import", "record.export", "audit.read", "permissions.explain"];
let world: TestApp;
let spy: Client & { id: string };
let pipeline: string;
let deal: string;
let account: string;
/**
 * What a spy sees of the deal in one stage and in another must be the same; the names of stages stand in the
 * pipeline alone.
 */
beforeAll(async () => {
  world = await testApp();
  const { admin } = world;
  const stages = [
    {
      ...named("zzfirst"),
      type: "open",
      order: 1,
      probability: 11,
      exit: [{ kind: "condition", expression: "amount >= 471147", message: label }],
      entry: [],
    },
    { ...named("zzmiddle"), type: "open", order: 2, probability: 23, entry: [], exit: [] },
    {
      ...named("zzlast"),
      type: "open",
      order: 3,
      probability: 61,
      entry: [{ id: "s", kind: "approval", approval: "administrator" }],
      exit: [],
    },
    { ...named("zzwon"), type: "won", order: 4, probability: 100, entry: [], exit: [] },
    { ...named("zzlost"), type: "lost", order: 5, probability: 0, entry: [], exit: [] },
  ];
  const made = await admin.post("/pipelines", { object: "opportunity", name: "secretly", label, stages });
  pipeline = made.json.data.id;
  expect((await admin.post(`/pipelines/${pipeline}/publish`)).status).toBe(200);
  await admin.make("role", {
    name: "no_stage",
    label: { en: "x" },
    rights: {
      objects: { "*": all },
      fields: { opportunity: { stage: "hidden", amount: "hidden" } },
      abilities,
    } as never,
  });
  spy = await world.person({ name: "spy", role: "no_stage" });
  account = (await admin.make("account", { name: "A" })).id;
  deal = (
    await admin.make("opportunity", {
      name: "Deal",
      account,
      pipeline,
      amount: "5",
      owner: spy.id,
      close_date: "2031-01-01",
    })
  ).id;
  const move = (to: string, more: object = {}) =>
    admin.post(`/records/opportunity/${deal}/transitions`, { to, ...more });
  expect((await move("zzmiddle")).status, "refused by the gate").toBe(422);
  await admin.patch(`/records/opportunity/${deal}`, { amount: "500000" });
  expect((await move("zzmiddle")).status).toBe(200);
  expect((await move("zzlast")).status, "waits for a consent").toBe(202);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await world.idle();
});
afterAll(() => world.close());

const TELLING = [
  "stage",
  "stage_type",
  "stage_entered_at",
  "probability",
  "forecast_category",
  "dwell_days",
  "idle_days",
  "dwell_level",
  "stall_level",
];
const paths = (): readonly string[] => [
  `/records/opportunity/${deal}?titles=1&expand=account,pipeline`,
  `/records/opportunity/${deal}?fields=${TELLING.join(",")}`,
  "/records/opportunity?limit=5&titles=1",
  ...[
    "changes",
    "timeline",
    "versions",
    "sharing",
    "transitions",
    "visits",
    "clocks",
    "exceptions",
    "approvals",
  ].map((part) => `/records/opportunity/${deal}/${part}`),
  ...TELLING.map((field) => `/records/opportunity/${deal}/history?field=${field}`),
  ...["timeline", "changes"].map((part) => `/records/account/${account}/${part}`),
  ...[
    "stage_visit",
    "gate_refusal",
    "approval_request",
    "task",
    "notification",
    "message",
    "pipeline",
    "pipeline_version",
  ].map((one) => `/records/${one}?limit=50&titles=1`),
  `/pipelines/${pipeline}/exceptions`,
  "/notifications",
  "/approvals",
  "/audit/changes?limit=100",
  "/audit/days",
  "/changes?limit=500",
  `/search?q=Deal`,
];
const bodies = (): readonly (readonly [string, object])[] => [
  ...TELLING.map(
    (field) =>
      ["/records/opportunity/aggregate", { group_by: [{ field }], measures: [{ fn: "count" }] }] as const,
  ),
  ["/records/stage_visit/aggregate", { group_by: [{ field: "stage" }], measures: [{ fn: "count" }] }],
  ["/records/gate_refusal/aggregate", { group_by: [{ field: "stage" }], measures: [{ fn: "count" }] }],
  ...["funnel", "cycle", "dwell", "win_rate", "loss", "movement"].map(
    (kind) =>
      [
        `/insight/${kind}`,
        { object: "opportunity", pipeline, from: "2026-01-01", to: "2030-12-31", mode: "cohort" },
      ] as const,
  ),
  ...["opportunity", "stage_visit", "gate_refusal"].map(
    (object) => ["/exports", { object, format: "csv" }] as const,
  ),
  ["/exports", { object: "opportunity", format: "csv", history: true }],
  ["/audit/export", {}],
  [`/records/opportunity/${deal}/transitions`, { to: "zzwon" }],
  [`/records/opportunity/${deal}/gate`, { meet: {} }],
];

test("a hidden stage is told by nothing: not by what follows from it, not by visits, refusals, requests and notes", async () => {
  for (const path of paths()) {
    const { status, text } = await spy.get(path);
    expect(status, path).toBeLessThan(500);
    expect(
      text.match(/zz(first|middle|last|won|lost)/i)?.[0],
      `${path}: ${text.slice(0, 600)}`,
    ).toBeUndefined();
    expect(text, path).not.toContain("471147");
  }
  for (const [path, body] of bodies()) {
    const { status, text } = await spy.post(path, body);
    expect(status, path).toBeLessThan(500);
    expect(
      text.match(/zz(first|middle|last)/i)?.[0],
      `${path} ${JSON.stringify(body)}: ${text.slice(0, 600)}`,
    ).toBeUndefined();
  }
  const seen = (await spy.get(`/records/opportunity/${deal}?fields=${TELLING.join(",")}`)).json.data;
  for (const field of TELLING) expect(seen[field] ?? null, field).toBeNull();
  for (const filter of [
    'stage_type == "open"',
    "probability == 23",
    "dwell_days >= 0",
    'related("stage_visit.record", stage == "zzfirst").count() > 0',
  ])
    expect((await spy.get(`/records/opportunity?filter=${q(filter)}&fields=id`)).text, filter).not.toContain(
      deal,
    );
  const told = (await world.admin.get(`/records/opportunity/${deal}/timeline`)).text;
  expect(told, "who reads the stage is told").toContain("zzlast");
  expect((await spy.get("/objects/opportunity")).json.data.stageField).toBeUndefined();
});

test("versions of a pipeline spare the field and value of a gate like the pipeline itself", async () => {
  const path = `/pipelines/${pipeline}/versions`;
  expect((await spy.get(path)).text).not.toContain("471147");
  expect((await world.admin.get(path)).text).toContain("471147");
  expect((await world.admin.get(`/records/pipeline/${pipeline}`)).text).toContain("471147");
});

test("who may read the stage but not change it still writes the chances", async () => {
  await world.admin.make("role", {
    name: "reads_stage",
    label: { en: "x" },
    rights: { objects: { "*": all }, fields: { opportunity: { stage: "read" } } } as never,
  });
  const clerk = await world.person({ name: "clerk", role: "reads_stage" });
  const changed = await clerk.patch(`/records/opportunity/${deal}`, { probability: "42" });
  expect([changed.status, changed.json.data?.probability]).toEqual([200, "42"]);
});
