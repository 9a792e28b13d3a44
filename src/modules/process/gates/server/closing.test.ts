import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
let seller: Client & { id: string };
let pipeline: string;
const both = (text: string) => ({ "zh-CN": text, en: text });
const stage = (name: string, type: string, more: object = {}) => ({ name, label: both(name), type, ...more });

beforeAll(async () => {
  app = await testApp();
  seller = await app.person({ name: "Seller", role: "sales_director" });
  const stages = [stage("a", "open"), stage("b", "open"), stage("won", "won"), stage("lost", "lost")];
  const made = await app.admin.post("/pipelines", {
    object: "opportunity",
    name: "closing",
    label: both("closing"),
    stages,
    rules: {},
  });
  pipeline = made.json.data.id;
  expect((await app.admin.post(`/pipelines/${pipeline}/publish`, {})).status).toBe(200);
});
afterAll(() => app.close());

const deal = async (more: object = {}) =>
  (
    await app.admin.make("opportunity", {
      name: "deal",
      pipeline,
      owner: seller.id,
      close_date: "2099-12-18",
      amount: "10",
      ...more,
    })
  ).id;
const read = async (id: string) => (await app.admin.get(`/records/opportunity/${id}`)).json.data;
const today = async () =>
  new Intl.DateTimeFormat("en-CA", { timeZone: (await app.context()).company.zone }).format(new Date());

test("the expected day becomes the actual one on every road, unless the write tells it", async () => {
  const day = await today();
  const moved = await deal();
  expect((await seller.post(`/records/opportunity/${moved}/transitions`, { to: "won" })).status).toBe(200);
  const patched = await deal();
  expect((await seller.patch(`/records/opportunity/${patched}`, { stage: "lost" })).status).toBe(200);
  const many = await deal();
  expect(
    (await seller.post("/records/opportunity/bulk", { ids: [many], values: { stage: "won" } })).json.done,
  ).toBe(1);
  const told = await deal();
  expect(
    (await seller.patch(`/records/opportunity/${told}`, { stage: "won", close_date: "2026-10-01" })).status,
  ).toBe(200);
  const same = await deal({ close_date: "2026-10-02" });
  expect(
    (await seller.patch(`/records/opportunity/${same}`, { stage: "won", close_date: "2026-10-02" })).status,
  ).toBe(200);
  const open = await deal();
  expect((await seller.post(`/records/opportunity/${open}/transitions`, { to: "b" })).status).toBe(200);
  const days = await Promise.all(
    [moved, patched, many, told, same, open].map(async (id) => (await read(id)).close_date),
  );
  expect(days).toEqual([day, day, day, "2026-10-01", "2026-10-02", "2099-12-18"]);
});

test("winning keeps a note and finishes open tasks where that is said, in one", async () => {
  const id = await deal();
  const regarding = { object: "opportunity", id };
  const open = await app.admin.make("task", { subject: "send the offer", owner: seller.id, regarding });
  const dropped = await app.admin.make("task", {
    subject: "dropped",
    owner: seller.id,
    regarding,
    status: "cancelled",
  });
  const body = {
    to: "won",
    values: { close_date: "2026-11-28", amount: "12.50" },
    note: "signed at their office",
    open_tasks: "finish",
  };
  expect((await seller.post(`/records/opportunity/${id}/transitions`, body)).status).toBe(200);
  const { stage: at, close_date, amount } = await read(id);
  expect([at, close_date, amount.amount]).toEqual(["won", "2026-11-28", "12.50"]);
  const status = async (task: string) => (await app.admin.get(`/records/task/${task}`)).json.data.status;
  expect([await status(open.id), await status(dropped.id)]).toEqual(["done", "cancelled"]);
  const notes = (await app.admin.get(`/records/note?filter=${encodeURIComponent(`regarding == "${id}"`)}`))
    .json.data;
  expect(notes.map((note: { content: string }) => note.content)).toEqual(["signed at their office"]);
  // The way back needs its right and gives everything back as it was.
  const back = await seller.post(`/records/opportunity/${id}/transitions`, {
    to: "a",
    values: { close_date: "2099-12-18", amount: "10" },
    reason: "a mistake",
  });
  expect(back.status, back.text).toBe(200);
  expect((await read(id)).close_date).toBe("2099-12-18");
});

test("a refused move finishes no task and keeps no note", async () => {
  const id = await deal();
  const task = await app.admin.make("task", {
    subject: "later",
    owner: seller.id,
    regarding: { object: "opportunity", id },
  });
  const shut = await seller.post(`/records/opportunity/${id}/transitions`, {
    to: "nowhere",
    note: "x",
    open_tasks: "finish",
  });
  expect(shut.status).toBe(422);
  expect((await app.admin.get(`/records/task/${task.id}`)).json.data.status).toBe("open");
  expect(
    (await app.admin.get(`/records/note?filter=${encodeURIComponent(`regarding == "${id}"`)}`)).json.data,
  ).toEqual([]);
  expect(
    (await seller.post(`/records/opportunity/${id}/transitions`, { to: "won", open_tasks: "burn" })).status,
  ).toBe(400);
});
