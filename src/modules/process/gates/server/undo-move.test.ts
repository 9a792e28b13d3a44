import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { modules } from "../../../../apps/server/modules.ts";
import { replayLog } from "../../../../engine/history/replay.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
let seller: Client & { id: string };
let other: Client & { id: string };
let boss: Client & { id: string };
let pipeline: string;
const both = (text: string) => ({ "zh-CN": text, en: text });
const stage = (name: string, type: string, more: object = {}) => ({ name, label: both(name), type, ...more });

beforeAll(async () => {
  app = await testApp();
  boss = await app.person({ name: "Boss", role: "sales_manager" });
  seller = await app.person({ name: "Seller", role: "sales_director", manager: boss.id });
  other = await app.person({ name: "Other", role: "sales_director" });
  const list = { id: "k_list", kind: "checklist", items: [{ id: "x", label: both("x") }] };
  const call = { id: "t_call", kind: "task", title: both("call them") };
  const stages = [
    stage("a", "open", { probability: 10 }),
    stage("b", "open", {
      probability: 60,
      entry: [list, { id: "k_step", kind: "fields", fields: ["next_step"] }],
      exit: [{ id: "k_need", kind: "fields", fields: ["requirement"] }],
      on_enter: [call, { id: "s_type", kind: "set", field: "type", value: "renewal" }],
    }),
    stage("won", "won"),
    stage("lost", "lost", {
      entry: [{ id: "k_why", kind: "fields", fields: ["lost_reason"] }],
      // Only others may write there: whoever has just come in may still go back.
      editors: ["finance"],
    }),
  ];
  pipeline = await publish("undoing", stages);
});
afterAll(() => app.close());

async function publish(name: string, stages: readonly object[]): Promise<string> {
  const about = { object: "opportunity", name, label: both(name), stages, rules: {} };
  const { id } = (await app.admin.post("/pipelines", about)).json.data;
  const published = await app.admin.post(`/pipelines/${id}/publish`, {});
  expect(published.status, published.text).toBe(200);
  return id;
}

const deal = async (more: object = {}): Promise<string> =>
  (
    await app.admin.make("opportunity", {
      name: "deal",
      pipeline,
      owner: seller.id,
      close_date: "2099-12-18",
      amount: "10",
      type: "expansion",
      ...more,
    })
  ).id;
const read = async (id: string) => (await app.admin.get(`/records/opportunity/${id}`)).json.data;
/** Moves it and gives the version that came of it. */
async function move(id: string, to: string, more: object = {}, who: Client = seller): Promise<number> {
  const moved = await who.post(`/records/opportunity/${id}/transitions`, { to, ...more });
  expect(moved.status, moved.text).toBe(200);
  return moved.json.data.version;
}
const INTO_B = { values: { next_step: "visit" }, meet: [{ criterion: "k_list", value: { x: true } }] };
const undo = (id: string, version: number, who: Client = seller) =>
  who.post(`/records/opportunity/${id}/transitions/undo`, { version });
/** What the record says of itself, without what every write raises. */
const said = async (id: string) => {
  const { version: _version, updated_at: _at, updated_by: _by, ...values } = await read(id);
  return values;
};
const visits = async (id: string) =>
  (await app.admin.get(`/records/opportunity/${id}/visits`)).json.data.map(
    // An open stay lasts until now.
    ({ calendar_seconds: _lasting, ...visit }: { calendar_seconds: number }) => visit,
  );
const tasks = async (id: string): Promise<string[]> =>
  (
    await app.admin.get(`/records/task?filter=${encodeURIComponent(`regarding == "${id}"`)}&sort=subject`)
  ).json.data.map(({ subject, status }: { subject: string; status: string }) => `${subject} ${status}`);
const funnel = async () => {
  const asked = await app.admin.post("/insight/funnel", {
    object: "opportunity",
    pipeline,
    mode: "flow",
    from: "2026-01-01",
    to: "2027-12-31",
  });
  expect(asked.status, asked.text).toBe(200);
  return asked.json.stages;
};
const wrong = async () =>
  (
    await replayLog(
      await app.context(),
      modules.flatMap((module) => module.ledgers ?? []),
    )
  ).flatMap(({ what, differing }) => (differing.length > 0 ? [{ what, differing }] : []));

test("a move never was: record, visits, funnel, past and tasks are as before it; what was filled in stays", async () => {
  const id = await deal();
  const [before, stays, counted, moment] = [await said(id), await visits(id), await funnel(), new Date()];
  const version = await move(id, "b", INTO_B);
  const between = new Date().toISOString();
  expect(await said(id)).toMatchObject({ stage: "b", probability: "60", type: "renewal" });
  expect(await tasks(id)).toEqual(["call them open"]);
  expect(await visits(id)).toHaveLength(2);
  expect(await funnel()).not.toEqual(counted);

  const undone = await undo(id, version);
  expect(undone.status, undone.text).toBe(200);
  expect(undone.json.data).toMatchObject({ id, stage: "a", version: version + 1 });
  const kept = { next_step: "visit", gate_state: { k_list: { x: true } } };
  expect(await said(id)).toEqual({ ...before, ...kept });
  expect(await visits(id)).toEqual(stays);
  expect(await funnel()).toEqual(counted);
  expect(await tasks(id)).toEqual([]);
  const then = (await app.admin.get(`/records/opportunity/${id}?as_of=${encodeURIComponent(between)}`)).json;
  expect(then.data).toMatchObject({ stage: "a", type: "expansion", next_step: "visit" });
  expect(moment.toISOString() < between).toBe(true);
  // Twice is once, and it can be moved again.
  expect((await undo(id, version)).status).toBe(200);
  await move(id, "b");
  expect((await visits(id)).map((visit: { stage: string }) => visit.stage)).toEqual(["a", "b"]);
  expect(await wrong()).toEqual([]);
});

test("a win goes back with its day, its amount, its note and the tasks that it finished", async () => {
  const id = await deal();
  const regarding = { object: "opportunity", id };
  await app.admin.make("task", { subject: "send the offer", owner: seller.id, regarding });
  const [before, stays] = [await said(id), await visits(id)];
  const version = await move(id, "won", {
    values: { close_date: "2026-11-28", amount: "12.50", requirement: "two meters", next_step: "none" },
    meet: [{ criterion: "k_list", value: { x: true } }],
    note: "signed at their office",
    open_tasks: "finish",
  });
  expect(await tasks(id)).toEqual(["send the offer done"]);
  expect((await undo(id, version)).status).toBe(200);
  const kept = { requirement: "two meters", next_step: "none", gate_state: { k_list: { x: true } } };
  expect(await said(id)).toEqual({ ...before, ...kept });
  expect(await visits(id)).toEqual(stays);
  expect(await tasks(id)).toEqual(["send the offer open"]);
  const notes = await app.admin.get(`/records/note?filter=${encodeURIComponent(`regarding == "${id}"`)}`);
  expect(notes.json.data).toEqual([]);
  expect(await wrong()).toEqual([]);
});

test("a loss goes back with its reason", async () => {
  const id = await deal();
  const before = await said(id);
  const version = await move(id, "lost", { values: { lost_reason: "price_terms", lost_detail: "too dear" } });
  expect(await said(id)).toMatchObject({ stage: "lost", lost_reason: "price_terms" });
  expect((await undo(id, version)).status).toBe(200);
  expect(await said(id)).toEqual(before);
  expect(await wrong()).toEqual([]);
});

test("what was changed since in what the move wrote stands against it, in words; all else does not", async () => {
  const id = await deal();
  const version = await move(id, "b", INTO_B);
  const again = await move(id, "a");
  const since = await undo(id, version);
  expect([since.status, since.json.code]).toEqual([409, "changed_since"]);
  expect(since.json.detail).toContain("Stage");
  expect((await read(id)).stage).toBe("a");
  // A field that the move did not write does not matter, a task that somebody has begun stays.
  expect((await undo(id, again)).status).toBe(200);
  const won = await deal();
  const win = await move(won, "won", {
    values: { requirement: "r", next_step: "s" },
    meet: [{ criterion: "k_list", value: { x: true } }],
  });
  expect((await app.admin.patch(`/records/opportunity/${won}`, { source: "referral" })).status).toBe(200);
  expect((await undo(won, win)).status).toBe(200);
  expect(await read(won)).toMatchObject({ stage: "a", source: "referral" });
  const late = await move(won, "won");
  expect((await app.admin.patch(`/records/opportunity/${won}`, { close_date: "2026-01-05" })).status).toBe(
    200,
  );
  const told = await undo(won, late);
  expect([told.status, told.json.detail]).toEqual([
    409,
    "Changed since the move (Close date), so it can’t be undone.",
  ]);
  expect(await read(won)).toMatchObject({ stage: "won", close_date: "2026-01-05" });
  expect(await wrong()).toEqual([]);
});

test("only who made the move, in time, with the right to write, and nothing that others decided", async () => {
  const id = await deal();
  const version = await move(id, "b", INTO_B);
  const codes = async (who: Client, at = version) => {
    const { status, json } = await undo(id, at, who);
    return [status, json.code];
  };
  expect(await codes(other)).toEqual([403, "not_your_move"]);
  expect(await codes(app.admin)).toEqual([403, "not_your_move"]);
  expect(await codes(seller, 1)).toEqual([409, "no_such_move"]);
  expect(await codes(seller, 99)).toEqual([409, "no_such_move"]);
  const stranger = await app.person({ name: "Stranger", role: "seller" });
  expect((await codes(stranger))[0]).toBe(404);
  expect((await codes(app.anonymous))[0]).toBe(401);

  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
  expect(await codes(seller)).toEqual([409, "too_late"]);
  vi.useRealTimers();
  expect((await read(id)).stage).toBe("b");

  const pushed = await deal();
  const exception = await move(pushed, "b", { override: { reason: "in a hurry" } });
  expect((await undo(pushed, exception)).json.code).toBe("exception");
  expect((await read(pushed)).stage).toBe("b");
});

test("a move that somebody signed off is not undone by who asked for it", async () => {
  const sign = { id: "k_sign", kind: "approval", approval: "sales_manager" };
  const signed = await publish("signed", [
    stage("a", "open"),
    stage("b", "open", { entry: [sign] }),
    stage("won", "won"),
  ]);
  const id = await deal({ pipeline: signed });
  const asked = await seller.post(`/records/opportunity/${id}/transitions`, { to: "b" });
  expect(asked.status, asked.text).toBe(202);
  const [request] = asked.json.approvals;
  const { seen } = (await boss.get(`/approvals/${request}`)).json.data.card;
  const approved = await boss.post(`/approvals/${request}/approve`, { seen });
  expect(approved.status, approved.text).toBe(200);
  const { stage: at, version } = await read(id);
  expect(at).toBe("b");
  expect((await undo(id, version)).json.code).toBe("signed");
});
