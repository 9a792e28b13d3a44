import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runSubscribers } from "../../../../engine/changes/run-subscribers.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { notifyPeople } from "./notify-people.react.ts";

let app: TestApp;
type Person = Client & { id: string };
let wang: Person;
let li: Person;
let manager: Person;
let east: string;
let deal: string;
let call: string;
/** A task of Li's on the deal of Wang, which Li does not see. */
let task: string;

const on = (object: string, id: string) => ({ regarding: { object, id } });
const say = (who: Client, object: string, id: string, content: string, more: Record<string, unknown> = {}) =>
  who.post("/records/comment", { content, ...on(object, id), ...more });
const titles = async (who: Client, filter = "true") =>
  (await who.get(`/records/comment?filter=${encodeURIComponent(filter)}&sort=created_at`)).json.data.map(
    (row: { subject: string }) => row.subject,
  );
const named = (person: { id: string }, name: string) => `<span data-mention="${person.id}">@${name}</span>`;
const notices = async (who: Client) => {
  const { db } = app.database;
  while ((await runSubscribers(db, (await app.context()).workspace, app.context, [notifyPeople])).read > 0);
  return (await who.get("/notifications")).json.data as {
    kind: string;
    text: string;
    regarding: { object: string; id: string; title: string } | null;
  }[];
};

beforeAll(async () => {
  app = await testApp();
  east = (await app.admin.make("department", { name: "华东" })).id;
  wang = await app.person({ name: "王芳", role: "seller", department: east });
  li = await app.person({ name: "李明", role: "seller" });
  manager = await app.person({ name: "张伟", role: "sales_manager", department: east });
  const account = await app.admin.make("account", { name: "远景水务", owner: wang.id });
  deal = (await wang.make("opportunity", { name: "二期改造", account: account.id })).id;
  call = (await wang.make("activity", { type: "call", content: "谈了付款", ...on("opportunity", deal) })).id;
  task = (await app.admin.make("task", { subject: "核对选型", owner: li.id, ...on("opportunity", deal) })).id;
});
afterAll(() => app.close());

describe("a comment is seen by who sees what it hangs on", () => {
  test("on a record, on what was logged, on a task of one's own", async () => {
    expect((await say(manager, "opportunity", deal, "价格谈到哪里了")).status).toBe(201);
    expect((await say(manager, "activity", call, "付款条件请确认")).status).toBe(201);
    expect((await say(manager, "task", task, "周五前要")).status).toBe(201);
    expect(await titles(wang)).toEqual(["价格谈到哪里了", "付款条件请确认", "周五前要"]);
    // Li sees the task that was given to him, and neither the deal nor the call.
    expect(await titles(li)).toEqual(["周五前要"]);
    expect((await say(li, "opportunity", deal, "我也看看")).status).toBe(422);
    expect((await say(li, "activity", call, "我也看看")).status).toBe(422);
    expect((await say(li, "task", task, "已完成一半")).status).toBe(201);
    expect(await titles(wang, `regarding == "${task}"`)).toEqual(["周五前要", "已完成一半"]);
  });

  test("each road counts and lists the same ones", async () => {
    const body = { object: "comment", measures: [{ fn: "count" }] };
    for (const who of [wang, li, manager]) {
      const { length } = await titles(who);
      const counted = await who.post("/records/comment/aggregate", body);
      expect(counted.json.groups[0].values[0]).toBe(length);
    }
    const hidden = (
      await app.admin.get(`/records/comment?filter=${encodeURIComponent(`regarding == "${call}"`)}`)
    ).json.data[0];
    expect((await li.get(`/records/comment/${hidden.id}`)).status).toBe(404);
    expect((await li.get(`/search?q=${encodeURIComponent("付款条件")}`)).text).not.toContain(
      "付款条件请确认",
    );
    expect((await li.get("/changes?limit=500")).text).not.toContain("付款条件请确认");
  });
});

describe("the words of a comment are its author's", () => {
  test("nobody changes them or writes in another's name; who may change the record deletes them", async () => {
    const made = (await say(wang, "opportunity", deal, "我去谈")).json.data;
    const path = `/records/comment/${made.id}`;
    expect((await manager.patch(path, { content: "我不去谈" })).status).toBe(422);
    expect((await manager.patch(path, { owner: manager.id })).status).toBe(422);
    expect((await say(manager, "opportunity", deal, "冒名", { owner: wang.id })).status).toBe(422);
    const corrected = await wang.patch(path, { content: "我周四去谈" });
    expect(corrected.json.data).toMatchObject({ subject: "我周四去谈", owner: wang.id });
    expect((await wang.patch(path, on("activity", call))).status).toBe(422);
    expect((await li.delete(path)).status).toBe(404);
    expect((await manager.delete(path)).status).toBe(204);
  });
});

describe("in the timeline", () => {
  interface Entry {
    type: string;
    data: { id?: string; seq?: number; subject?: string };
    comments?: number;
  }
  const timeline = async (who: Client, object = "opportunity", id = deal, more = ""): Promise<Entry[]> =>
    (await who.get(`/records/${object}/${id}/timeline?limit=100${more}`)).json.data;

  test("comments on the record are entries, those on an entry are counted beside it", async () => {
    const entries = await timeline(wang);
    expect(entries.filter(({ type }) => type === "comment").map(({ data }) => data.subject)).toEqual([
      "价格谈到哪里了",
    ]);
    expect(entries.find(({ data }) => data.id === call)?.comments).toBe(1);
    expect(entries.find(({ data }) => data.id === task)?.comments).toBe(2);
    expect((await timeline(wang, "activity", call)).map(({ type }) => type)).toEqual(["comment", "change"]);
  });

  test("answers to a comment on the record stand below it and are counted there", async () => {
    const first = (await timeline(wang)).find(({ type }) => type === "comment")?.data.id;
    await say(wang, "opportunity", deal, "还没有", { reply_to: first });
    const entries = (await timeline(wang)).filter(({ type }) => type === "comment");
    expect(entries.map(({ data, comments }) => [data.id, comments])).toEqual([[first, 1]]);
  });

  test("a comment on a change stands with the change, and not by itself", async () => {
    const change = (await timeline(wang)).find(({ type }) => type === "change");
    const sent = await say(manager, "opportunity", deal, "为什么改", { about_change: change?.data.seq });
    expect(sent.status, sent.text).toBe(201);
    const entries = await timeline(wang);
    expect(entries.find(({ data }) => data.seq === change?.data.seq)?.comments).toBe(1);
    expect(entries.filter(({ type }) => type === "comment")).toHaveLength(1);
  });

  test("of the past only what had been said is counted", async () => {
    const before = await timeline(wang, "opportunity", deal, "&as_of=2020-01-01T00:00:00Z");
    expect(before).toEqual([]);
    const now = await timeline(wang, "opportunity", deal, `&as_of=${new Date().toISOString()}`);
    expect(now.find(({ data }) => data.id === call)?.comments).toBe(1);
  });

  test("what is deleted takes its comments along", async () => {
    const other = (
      await wang.make("activity", { type: "call", content: "打错了", ...on("opportunity", deal) })
    ).id;
    const said = (await say(wang, "activity", other, "可以删")).json.data;
    expect((await wang.delete(`/records/activity/${other}`)).status).toBe(204);
    expect((await app.admin.get(`/records/comment/${said.id}`)).status).toBe(404);
  });
});

describe("who is named", () => {
  test("is told once, and it leads to what is commented on; whose it is and who spoke before are told, too", async () => {
    await say(manager, "activity", call, `${named(li, "李明")} 帮忙看一下条款`);
    const [first] = await notices(li);
    // Li does not see the call: the notice says of which kind it is and leads nowhere.
    expect(first).toMatchObject({ kind: "mention", regarding: null });
    expect(first?.text).not.toContain("付款");
    const [owner] = await notices(wang);
    expect(owner).toMatchObject({ kind: "commented", regarding: { object: "activity", id: call } });
    await say(wang, "activity", call, "好的");
    const [spoke] = await notices(manager);
    expect(spoke).toMatchObject({ kind: "commented", regarding: { object: "activity", id: call } });
    expect((await notices(li)).filter(({ kind }) => kind === "mention")).toHaveLength(1);
  });

  test("and could not read on is said beforehand, to who sees the record alone", async () => {
    const ask = (who: Client, object = "activity", id = call) =>
      who.get(`/records/${object}/${id}/who-sees?people=${li.id},${manager.id},${wang.id},nobody`);
    expect((await ask(wang)).json.data).toEqual([
      { id: li.id, sees: false },
      { id: manager.id, sees: true },
      { id: wang.id, sees: true },
    ]);
    expect((await ask(wang, "task", task)).json.data[0]).toEqual({ id: li.id, sees: true });
    expect((await ask(li)).status).toBe(404);
  });

  test("a role that reads no comments reads none, whatever it sees else", async () => {
    const rights = {
      objects: { opportunity: { create: false, read: "all", update: "none", delete: "none" } },
      fields: {},
      abilities: [],
    };
    await app.admin.make("role", {
      name: "deaf",
      label: { "zh-CN": "只看", en: "Deaf" },
      rights: rights as never,
    });
    const deaf = await app.person({ name: "赵看", role: "deaf" });
    const asked = await wang.get(`/records/opportunity/${deal}/who-sees?people=${deaf.id}`);
    expect(asked.json.data).toEqual([{ id: deaf.id, sees: false }]);
    expect((await deaf.get(`/records/opportunity/${deal}/timeline`)).text).not.toContain('"comments"');
  });
});

describe("a comment is answered below it", () => {
  const answer = (who: Client, thread: string, more: Record<string, unknown> = {}) =>
    say(who, "activity", call, "回复", { reply_to: thread, ...more });

  test("in the same place and one level deep; the thread’s speakers are told, others are not", async () => {
    const first = (await say(wang, "activity", call, "谁去签")).json.data.id;
    const notOwner = await app.person({ name: "孙丽", role: "sales_manager", department: east });
    const told = async (who: Client) =>
      (await notices(who)).filter(({ kind, regarding }) => kind === "replied" && regarding?.id === call)
        .length;
    expect((await answer(notOwner, first)).status).toBe(201);
    expect([await told(wang), await told(manager), await told(notOwner)]).toEqual([1, 0, 0]);
    const second = (await answer(wang, first)).json.data;
    expect(second.reply_to).toBe(first);
    expect([await told(wang), await told(manager), await told(notOwner)]).toEqual([1, 0, 1]);
    expect((await answer(wang, second.id)).json.errors[0].code).toBe("not_of_this_thread");
    const elsewhere = await say(wang, "opportunity", deal, "在别处", { reply_to: first });
    expect(elsewhere.json.errors[0].code).toBe("not_of_this_thread");
    expect((await answer(li, first)).status).toBe(422);
    const path = `/records/comment/${first}`;
    expect((await wang.patch(`/records/comment/${second.id}`, { reply_to: null })).status).toBe(422);
    // The answers are the words of others: they stay where the first comment goes.
    expect((await wang.delete(path)).status).toBe(204);
    expect((await wang.get(`/records/comment/${second.id}`)).json.data.reply_to).toBeNull();
  });

  test("who is named and who speaks in the thread has read it, once it was on the screen", async () => {
    const first = (await say(wang, "activity", call, `${named(manager, "张伟")} 请看`)).json.data.id;
    const reply = (await answer(manager, first)).json.data.id;
    const ask = async (who: Client) => (await who.get(`/comments/readers?ids=${first},${reply},x`)).json.data;
    const mark = async (who: Client) =>
      (await who.post("/comments/read", { ids: [first, reply] })).json.marked;
    expect(await ask(wang)).toMatchObject([
      { id: first, read: true, people: [{ name: "张伟", read_at: null }] },
      { id: reply, read: false, people: [{ name: "王芳", read_at: null }] },
    ]);
    // Their own words count for nobody, what they have read counts once.
    expect([await mark(manager), await mark(manager)]).toEqual([1, 0]);
    expect(await ask(wang)).toMatchObject([{ people: [{ read_at: expect.any(String) }] }, { read: false }]);
    expect(await ask(manager)).toMatchObject([{ read: true }, { read: true }]);
    // Li does not see the call: he learns nothing of what is said there and leaves no mark.
    expect(await ask(li)).toEqual([]);
    expect(await mark(li)).toBe(0);
  });
});
