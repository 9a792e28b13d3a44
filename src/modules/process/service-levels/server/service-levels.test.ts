import { afterAll, beforeAll, expect, test } from "vitest";
import { runSubscribers } from "../../../../engine/changes/run-subscribers.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { fireDue } from "../../../base/clocks/public.ts";

let app: TestApp;
let admin: Client;
let boss: Client & { id: string };
let seller: Client & { id: string };
beforeAll(async () => {
  app = await testApp();
  admin = app.admin;
  const department = (await admin.make("department", { name: "North" })).id;
  boss = await app.person({ name: "周敏", role: "sales_manager", department });
  seller = await app.person({ name: "李娜", role: "seller", department, manager: boss.id });
});
afterAll(() => app.close());

const label = { "zh-CN": "首次答复", en: "First reply" };
let made = 0;
const level = (more: Values): Promise<Values & { id: string }> =>
  admin.make("service_level", {
    name: `level_${(made += 1)}`,
    label,
    object: "task",
    start: `subject.contains("L${made}")`,
    stop: 'status == "done"',
    target: { amount: 30, unit: "minutes" },
    active: true,
    ...more,
  });
const clocksOf = async (id: string, who: Client = admin) =>
  (await who.get(`/records/task/${id}/clocks`)).json.data;
const clockOf = async (id: string) => (await clocksOf(id))[0];
/** As if so many minutes had passed for what is due. */
async function pass(minutes: number): Promise<void> {
  const shift = `interval '${minutes} minutes'`;
  const { db } = app.database;
  await db.query({
    text: `update w_main.service_clock set due_at = due_at - ${shift}, warn_at = warn_at - ${shift}, run_from = run_from - ${shift}, started_at = started_at - ${shift} where stopped_at is null and state <> 'paused'`,
  });
  await db.query({
    text: `update w_main.timer set due_at = due_at - ${shift}, run_at = run_at - ${shift} where state = 'waiting' and kind = 'service_level'`,
  });
  await fireDue(await app.context());
  await app.idle();
}
const bell = async (who: Client): Promise<readonly string[]> =>
  (await who.get("/notifications")).json.data.map(({ text }: { text: string }) => text);
const waiting = async (): Promise<number> =>
  (
    await app.database.db.query<{ n: number }>({
      text: `select count(*)::int as n from w_main.timer where kind = 'service_level' and state = 'waiting'`,
    })
  )[0]?.n ?? 0;

test("a clock runs from where its condition holds, and is met or cancelled in the write that ends it", async () => {
  await level({});
  const task = await admin.make("task", { subject: "L1" });
  const clock = await clockOf(task.id);
  expect(clock).toMatchObject({
    state: "running",
    service_level: { name: "level_1", label },
    stopped_at: null,
  });
  expect(clock.remaining_minutes).toBeGreaterThan(29);
  expect(await clocksOf((await admin.make("task", { subject: "Other" })).id)).toEqual([]);
  await admin.patch(`/records/task/${task.id}`, { status: "done" });
  expect(await clockOf(task.id)).toMatchObject({ state: "met", remaining_minutes: null });
  expect((await clockOf(task.id)).stopped_at).not.toBeNull();
  expect(await waiting()).toBe(0);
  const later = await admin.make("task", { subject: "Not yet" });
  await admin.patch(`/records/task/${later.id}`, { subject: "Now L1" });
  expect(await clockOf(later.id)).toMatchObject({ state: "running" });
  await admin.patch(`/records/task/${later.id}`, { subject: "No more" });
  expect(await clockOf(later.id)).toMatchObject({ state: "cancelled" });
  const bulk = await admin.make("task", { subject: "L1 deleted" });
  await admin.delete(`/records/task/${bulk.id}`);
  await admin.post(`/records/task/${bulk.id}/restore`);
  expect(await clockOf(bulk.id)).toMatchObject({ state: "running" });
  await admin.delete(`/records/task/${bulk.id}`);
  expect(await waiting()).toBe(0);
});

test("it rests while it is paused and goes on with what was left; open again it goes on, too", async () => {
  await level({ pause: 'priority == "low"' });
  const task = await admin.make("task", { subject: "L2" });
  await pass(10);
  await admin.patch(`/records/task/${task.id}`, { priority: "low" });
  const rested = await clockOf(task.id);
  expect([rested.state, rested.due_at, Math.round(rested.remaining_minutes)]).toEqual(["paused", null, 20]);
  await pass(60);
  await admin.patch(`/records/task/${task.id}`, { priority: "high" });
  const again = await clockOf(task.id);
  expect([again.state, Math.round(again.remaining_minutes)]).toEqual(["running", 20]);
  await admin.patch(`/records/task/${task.id}`, { status: "done" });
  await admin.patch(`/records/task/${task.id}`, { status: "open" });
  const reopened = await clockOf(task.id);
  expect([reopened.state, Math.round(reopened.remaining_minutes)]).toEqual(["running", 20]);
  await admin.delete(`/records/task/${task.id}`);
});

test("the owner is warned, then told that it is late, then those above; each once; late it stays", async () => {
  await level({
    warn: { amount: 10, unit: "minutes" },
    escalate: [
      { after: { amount: 5, unit: "minutes" }, to: "manager" },
      { after: { amount: 30, unit: "minutes" }, to: { role: "administrator" } },
    ],
  });
  const task = await seller.make("task", { subject: "L3 reply" });
  await pass(21);
  expect(await clockOf(task.id)).toMatchObject({ state: "warned" });
  expect(await bell(seller)).toEqual([expect.stringContaining("“First reply” is nearly due")]);
  await pass(10);
  expect(await clockOf(task.id)).toMatchObject({ state: "breached", stopped_at: null });
  expect((await clockOf(task.id)).remaining_minutes).toBeLessThan(0);
  expect(await bell(seller)).toHaveLength(2);
  expect(await bell(boss)).toEqual([]);
  await pass(5);
  expect(await bell(boss)).toEqual([expect.stringContaining("“First reply” is still open")]);
  await pass(30);
  await pass(30);
  expect((await bell(admin)).filter((text) => text.includes("First reply"))).toHaveLength(1);
  const mine = (await seller.get("/service-levels/mine")).json.data;
  expect(mine).toMatchObject([
    { object: "task", record: task.id, title: "L3 reply", clock: { state: "breached" } },
  ]);
  await seller.patch(`/records/task/${task.id}`, { status: "done" });
  expect(await clockOf(task.id)).toMatchObject({ state: "breached", remaining_minutes: null });
  expect((await seller.get("/service-levels/mine")).json.data).toEqual([]);
});

test("a clock is seen by who sees the record, and so are counts of a level", async () => {
  const own = await level({});
  const task = await seller.make("task", { subject: "L4" });
  const stranger = await app.person({ name: "王伟", role: "seller" });
  expect((await stranger.get(`/records/task/${task.id}/clocks`)).status).toBe(404);
  const many = { object: "task", ids: [task.id] };
  expect((await stranger.post("/service-levels/clocks", many)).json.data).toEqual([]);
  expect((await seller.post("/service-levels/clocks", many)).json.data).toMatchObject([{ record: task.id }]);
  await seller.patch(`/records/task/${task.id}`, { status: "done" });
  const [day] = new Date().toISOString().split("T");
  const [from, to] = ["2020-01-01", `${Number(day?.slice(0, 4)) + 1}-01-01`];
  const groups = async (who: Client, group_by: string) =>
    (await who.post("/service-levels/attainment", { service_level: own["name"], from, to, group_by })).json
      .groups;
  expect(await groups(seller, "person")).toEqual([
    { key: seller.id, label: "李娜", met: 1, breached: 0, open: 0, rate: 1 },
  ]);
  expect(await groups(admin, "department")).toMatchObject([{ label: "North", met: 1 }]);
  expect((await groups(admin, "week"))[0].key).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(await groups(stranger, "person")).toEqual([]);
});

test("an absence moves what is due, and the record says why; an exemption ends it for good", async () => {
  await level({ target: { amount: 8, unit: "working_hours" } });
  const task = await seller.make("task", { subject: "L5" });
  const before = await clockOf(task.id);
  const until = new Date(Date.now() + 20 * 86_400_000).toISOString();
  await seller.make("absence", { from: new Date(Date.now() - 60_000).toISOString(), until });
  const context = () => app.context();
  const { db, hooks, workspace } = await context();
  await runSubscribers(db, workspace, context, hooks.subscribers);
  const moved = await clockOf(task.id);
  expect(moved.due_at > until && moved.due_at > before.due_at).toBe(true);
  const told = (await seller.get(`/records/task/${task.id}/timeline`)).json.data;
  expect(told.filter(({ type }: { type: string }) => type === "clock_event")).toHaveLength(1);
  const path = `/records/task/${task.id}/clocks/${moved.id}/exempt`;
  expect((await seller.post(path, { reason: "x" })).status).toBe(403);
  expect((await admin.post(path, { reason: "The customer asked to wait" })).json.data).toMatchObject({
    state: "cancelled",
    reason: "The customer asked to wait",
  });
  expect((await admin.post(path, { reason: "x" })).json.code).toBe("already_ended");
  await seller.patch(`/records/task/${task.id}`, { status: "done" });
  await seller.patch(`/records/task/${task.id}`, { status: "open" });
  expect(await clockOf(task.id)).toMatchObject({ state: "cancelled" });
});

test("conditions and amounts are checked when a level is kept; examples are there and not in force", async () => {
  const code = async (more: Values): Promise<unknown> => {
    const body = {
      name: "x",
      label,
      object: "task",
      start: "true",
      stop: "true",
      target: { amount: 1, unit: "hours" },
      ...more,
    };
    const { json } = await admin.post("/records/service_level", body);
    return [json.errors?.[0]?.code, json.errors?.[0]?.field];
  };
  expect([
    await code({ start: "nothing == 1" }),
    await code({ object: "nothing" }),
    await code({ target: { amount: 1.5, unit: "working_days" } }),
    await code({ warn: { amount: 1, unit: "years" } }),
    await code({ escalate: [{ after: { amount: 1, unit: "hours" }, to: "nobody" }] }),
  ]).toEqual([
    ["unknown_name", "start"],
    ["unknown_object", "object"],
    ["bad_amount", "target"],
    ["bad_amount", "warn"],
    ["bad_steps", "escalate"],
  ]);
  const { data } = (await admin.get("/records/service_level?sort=name&limit=50")).json;
  expect(data.filter(({ source_system }: Values) => source_system === "sluice")).toMatchObject([
    { name: "consent_in_a_day", active: false },
    { name: "urgent_task", active: false },
  ]);
});
