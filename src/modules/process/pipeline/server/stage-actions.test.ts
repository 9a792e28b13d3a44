import { afterAll, beforeAll, expect, test } from "vitest";
import { runSubscribers } from "../../../../engine/changes/run-subscribers.ts";
import { save } from "../../../../engine/record/save.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { notifyOnMove } from "./notify-on-move.react.ts";

let app: TestApp;
type Person = Client & { id: string };
let wang: Person, boss: Person, lawyer: Person, finance: Person;
const both = (zh: string, en = zh) => ({ "zh-CN": zh, en });
const stage = (name: string, type: string, more: object = {}) => ({ name, label: both(name), type, ...more });
beforeAll(async () => {
  app = await testApp();
  boss = await app.person({ name: "李强", role: "sales_director" });
  wang = await app.person({ name: "王芳", role: "seller", manager: boss.id });
  lawyer = await app.person({ name: "赵敏", role: "seller" });
  finance = await app.person({ name: "钱进", role: "finance" });
});
afterAll(() => app.close());

async function publish(object: string, name: string, stages: object[]): Promise<string> {
  const made = await app.admin.post("/pipelines", { object, name, label: both(name), stages, default: true });
  const published = await app.admin.post(`/pipelines/${made.json.data.id}/publish`, {});
  expect([made.status, published.status, published.json.errors]).toEqual([201, 200, undefined]);
  return made.json.data.id;
}
async function settle(again = false): Promise<void> {
  const { db } = app.database;
  if (again) await db.query({ text: "update w_main.reader set position = 0 where name = 'stage.notify'" });
  while ((await runSubscribers(db, (await app.context()).workspace, app.context, [notifyOnMove])).read > 0);
  expect(
    await db.query({ text: "select error from w_main.reader_failure where reader = 'stage.notify'" }),
  ).toEqual([]);
}
const told = async (who: Client, language = "en"): Promise<string[]> =>
  (await who.send("GET", "/notifications", undefined, { "accept-language": language })).json.data
    .map((one: { text: string }) => one.text)
    .toSorted();

test("a stage tells owner, manager, roles and people, once per entry, never the mover, in the reader's language", async () => {
  const entered = {
    id: "n_enter",
    kind: "notify",
    to: ["owner", "manager", { role: "finance" }],
    text: both("请核价", "check the price"),
  };
  const called = {
    id: "n_person",
    kind: "notify",
    to: [{ person: lawyer.id }, "owner"],
    text: both("请审合同", "read the contract"),
  };
  const left = { id: "n_exit", kind: "notify", to: ["manager"], text: both("方案已交", "the offer is out") };
  const pipeline = await publish("opportunity", "notified", [
    stage("one", "open", { on_exit: [left] }),
    stage("two", "open", { on_enter: [entered, called] }),
    stage("won", "won"),
  ]);
  const { id } = await app.admin.make("opportunity", { name: "机床", pipeline, owner: wang.id });
  const move = (who: Client, to: string) =>
    who.post(`/records/opportunity/${id}/transitions`, { to, reason: "test" });
  expect((await move(wang, "two")).status).toBe(200);
  expect((await wang.patch(`/records/opportunity/${id}`, { next_step: "call" })).status).toBe(200);
  await settle();
  await settle(true);
  expect(await told(wang)).toEqual([]);
  expect(await told(boss, "zh-CN")).toEqual(["商机“机床”：方案已交", "商机“机床”：请核价"]);
  expect((await told(lawyer)).map((text) => text.split(": ").at(-1))).toEqual(["read the contract"]);
  expect(await told(finance)).toHaveLength(1);

  await move(app.admin, "one");
  await move(app.admin, "two");
  const context = await app.context();
  await save(context, {
    road: "import",
    mode: "all",
    operations: [
      { op: "create", object: "opportunity", values: { name: "旧", pipeline, stage: "two", owner: wang.id } },
    ],
  });
  await settle();
  expect(await told(wang)).toEqual([
    "Opportunity “机床”: check the price",
    "Opportunity “机床”: read the contract",
  ]);
  expect(await told(finance)).toHaveLength(2);
  expect(await told(boss)).toHaveLength(4);

  // A move that is undone before anybody was told is nobody's news, and neither is the way back.
  await move(app.admin, "one");
  const { version } = (await move(app.admin, "two")).json.data;
  const undone = await app.admin.post(`/records/opportunity/${id}/transitions/undo`, { version });
  expect(undone.json.data.stage).toBe("one");
  await settle();
  expect(await told(boss)).toHaveLength(4);
});

test("the actions layer switched off tells nobody; who is unknown keeps a pipeline from being published", async () => {
  const action = (to: unknown[]) => ({ kind: "notify", to, text: both("x") });
  const silent = await publish("opportunity", "silent", [
    stage("one", "open"),
    stage("two", "open", { layers: { actions: false }, on_enter: [action(["owner"])] }),
    stage("won", "won"),
  ]);
  const before = (await told(lawyer)).length;
  const { id } = await app.admin.make("opportunity", { name: "静", pipeline: silent, owner: lawyer.id });
  expect((await app.admin.patch(`/records/opportunity/${id}`, { stage: "two" })).status).toBe(200);
  await settle();
  expect(await told(lawyer)).toHaveLength(before);
  await app.admin.patch(`/pipelines/${silent}`, {
    stages: [
      stage("one", "open", { on_enter: [action([{ person: silent }, { role: "nobody" }])] }),
      stage("won", "won"),
    ],
  });
  const refused = await app.admin.post(`/pipelines/${silent}/publish`, { map: { two: "one" } });
  expect([refused.status, refused.json.errors.map((error: { code: string }) => error.code)]).toEqual([
    422,
    ["unknown_person", "unknown_role"],
  ]);
});

async function upload(name: string): Promise<string> {
  const form = new FormData();
  form.set("file", new Blob(["%PDF-1.4 tender"], { type: "application/pdf" }), name);
  const encoded = new Response(form);
  const headers = {
    ...app.admin.headers,
    origin: "http://localhost",
    host: "localhost",
    "content-type": encoded.headers.get("content-type") ?? "",
  };
  const sent = await app.app.inject({
    method: "POST",
    url: "/api/v1/files",
    headers,
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  expect(sent.statusCode, sent.body).toBe(201);
  return sent.json().data.id;
}

test("gates of an object made by the administrator ask for tasks, documents, questionnaires, ticks and sign-offs like any other", async () => {
  const { admin } = app;
  expect((await admin.post("/objects", { name: "bid_c", label: both("投标") })).status).toBe(201);
  expect(
    (await admin.post("/objects/bid_c/fields", { name: "phase_c", kind: "stage", label: both("阶段") }))
      .status,
  ).toBe(201);
  await admin.make("form", {
    name: "bid_survey",
    label: both("投标调研"),
    questions: [{ id: "q", kind: "text", required: true, label: both("问题") }],
  });
  const exit = [
    { id: "g_tasks", kind: "tasks" },
    { id: "g_file", kind: "document", document_type: "tender" },
    { id: "g_form", kind: "form", form: "bid_survey" },
    { id: "g_ticks", kind: "checklist", items: [{ id: "seal", label: both("盖章") }] },
    { id: "g_sign", kind: "approval", approval: "administrator" },
  ];
  const on_enter = [
    { id: "prepare", kind: "task", title: both("编制标书") },
    { id: "tell", kind: "notify", to: [{ role: "finance" }], text: both("准备保证金") },
  ];
  await publish("bid_c", "bids", [
    stage("draft", "open", { on_enter, exit }),
    stage("sent", "open"),
    stage("won", "won"),
  ]);
  const { id } = await admin.make("bid_c", { name: "B1" });
  const path = `/records/bid_c/${id}`;
  const shut = await admin.patch(path, { phase_c: "sent" });
  expect([shut.status, shut.json.errors.map((error: { code: string }) => error.code)]).toEqual([
    422,
    ["tasks_open", "document_missing", "form_incomplete", "checklist_open", "approval_required"],
  ]);
  const meet = [
    { criterion: "g_file", value: [await upload("bid.pdf")] },
    { criterion: "g_form", value: { q: "ok" } },
    { criterion: "g_ticks", value: ["seal"] },
    { criterion: "g_sign", value: true },
  ];
  const half = await admin.post(`${path}/transitions`, { to: "sent", meet });
  expect(half.json.errors.map((error: { code: string }) => error.code)).toEqual(["tasks_open"]);
  const moved = await admin.post(`${path}/transitions`, {
    to: "sent",
    meet: [...meet, { criterion: "g_tasks", value: ["prepare"] }],
  });
  expect([moved.status, moved.json.errors, moved.json.data.phase_c]).toEqual([200, undefined, "sent"]);
  const tasks = (await admin.get(`/records/task?filter=${encodeURIComponent(`regarding == "${id}"`)}`)).json
    .data;
  expect(tasks.map((task: { subject: string; status: string }) => [task.subject, task.status])).toEqual([
    ["编制标书", "done"],
  ]);
  await settle();
  expect((await told(finance)).at(-1)).toContain("准备保证金");
});
