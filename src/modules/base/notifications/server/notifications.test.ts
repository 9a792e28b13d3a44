import { afterAll, beforeAll, expect, it } from "vitest";
import { runSubscribers } from "../../../../engine/changes/run-subscribers.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { notifyPeople } from "./notify-people.react.ts";

let world: TestApp;
let wang: Client & { id: string };
let li: Client & { id: string };
let zhao: Client & { id: string };
beforeAll(async () => {
  world = await testApp();
  wang = await world.person({ name: "王芳芳", role: "seller" });
  li = await world.person({ name: "王芳", role: "sales_director" });
  zhao = await world.person({ name: "赵敏", role: "seller" });
});
afterAll(() => world.close());

/** Lets the reader catch up; from the start when told, as after a crash that lost its position. */
async function settle(again = false): Promise<void> {
  const { db } = world.database;
  if (again)
    await db.query({ text: "update w_main.reader set position = 0 where name = 'notifications.people'" });
  while (
    (await runSubscribers(db, (await world.context()).workspace, world.context, [notifyPeople])).read > 0
  );
  expect(
    await db.query({ text: "select error from w_main.reader_failure where reader = 'notifications.people'" }),
  ).toEqual([]);
}
const inbox = async (who: Client, language = "en") =>
  (await who.send("GET", "/notifications", undefined, { "accept-language": language })).json;
const messages = async (who: Client, language?: string) =>
  (await inbox(who, language)).data.map((one: { text: string }) => one.text);

it("tells of tasks, hand-overs and mentions by others, once each, in the reader's language, never of one's own doing", async () => {
  const account = await li.make("account", { name: "恒润精密" });
  await li.make("task", { subject: "自己的任务" });
  await li.make("task", {
    subject: "寄样品",
    owner: wang.id,
    regarding: { object: "account", id: account.id },
  });
  await li.patch(`/records/account/${account.id}`, { owner: wang.id });
  const note = await li.make("note", {
    content: "<p>@王芳芳请跟进 @nobody</p>",
    regarding: { object: "account", id: account.id },
  });
  await wang.make("note", { content: "给 @王芳 看", regarding: { object: "account", id: account.id } });
  await settle();
  await settle(true);
  expect(await messages(wang)).toEqual([
    "王芳 mentioned you in Account “恒润精密”",
    "王芳 handed Account “恒润精密” over to you",
    "王芳 assigned you Task “寄样品”",
  ]);
  expect(await messages(wang, "zh-CN")).toContain("王芳将客户“恒润精密”交给你负责");
  expect(await messages(li)).toEqual(["王芳芳 mentioned you in Account “恒润精密”"]);
  await li.patch(`/records/note/${note.id}`, { content: "<p>@王芳芳 请本周跟进</p>" });
  await li.make("activity", {
    type: "call",
    content: "已联系",
    mentions: [zhao.id],
    regarding: { object: "account", id: account.id },
  });
  await settle();
  expect(await messages(wang)).toHaveLength(3);
  const [unseen] = (await inbox(zhao)).data;
  expect(unseen).toMatchObject({ text: "王芳 mentioned you in a record (Account)", regarding: null });
});

it("tells whom a text names by id, of several with the same name the one who was chosen, once", async () => {
  const [one, other] = [
    await world.person({ name: "陈晨", role: "seller" }),
    await world.person({ name: "陈晨", role: "seller" }),
  ];
  const named = (rest: string) => `<p><span data-mention="${one.id}">@陈晨</span> ${rest}</p>`;
  const written = await li.make("note", { content: named("请跟进") });
  expect(written["content"]).toBe(named("请跟进"));
  await settle();
  await li.patch(`/records/note/${written.id}`, { content: named("请本周跟进") });
  await settle();
  expect([(await messages(one)).length, (await messages(other)).length]).toEqual([1, 0]);
});

it("is not given of what was deleted before it could be told, and does not fail for it again and again", async () => {
  const before = await messages(zhao);
  const kept = await li.make("account", { name: "留下的", owner: zhao.id });
  const gone = await li.make("account", { name: "误建的", owner: zhao.id });
  const task = await li.make("task", {
    subject: "误派的任务",
    owner: zhao.id,
    regarding: { object: "account", id: kept.id },
  });
  expect((await li.delete(`/records/account/${gone.id}`)).status).toBe(204);
  expect((await li.delete(`/records/task/${task.id}`)).status).toBe(204);
  await settle();
  expect(await messages(zhao)).toEqual(["王芳 handed Account “留下的” over to you", ...before]);
});

it("is read one by one or all at once, and counted", async () => {
  const before = await inbox(wang);
  expect(before).toMatchObject({ unread: 3, page: { next: null } });
  const [first] = before.data;
  expect((await wang.post("/notifications/read", { ids: [first.id] })).json).toEqual({
    marked: 1,
    unread: 2,
  });
  expect((await wang.get("/notifications?unread=1")).json.data).toHaveLength(2);
  expect(
    (await li.post("/notifications/read", { ids: before.data.map((one: { id: string }) => one.id) })).json
      .marked,
  ).toBe(0);
  expect((await wang.post("/notifications/read", { all: true })).json).toEqual({ marked: 2, unread: 0 });
  expect((await wang.post("/notifications/read", {})).status).toBe(400);
});

it("belongs to its recipient alone, on every road and whatever roles grant", async () => {
  const [{ id }] = (await inbox(wang)).data;
  for (const other of [li, world.admin]) {
    expect((await other.get(`/records/notification/${id}`)).status).toBe(404);
    expect(
      (await other.get("/records/notification?limit=200")).json.data.map((one: { id: string }) => one.id),
    ).not.toContain(id);
    expect((await other.delete(`/records/notification/${id}`)).status).toBe(404);
    const counted = await other.post("/records/notification/aggregate", {
      group_by: [{ field: "owner" }],
      measures: [{ fn: "count" }],
    });
    expect(JSON.stringify(counted.json)).not.toContain(wang.id);
  }
  expect((await world.admin.post("/records/notification", { kind: "mention", owner: wang.id })).status).toBe(
    403,
  );
  expect((await wang.patch(`/records/notification/${id}`, { owner: li.id })).status).toBe(403);
});

it("tells who started an import how it ended", async () => {
  const form = new FormData();
  form.set("options", JSON.stringify({ object: "account", mapping: { 名称: "name" } }));
  form.set("file", new Blob(["名称\n导入客户\n"]), "客户.csv");
  const encoded = new Response(form);
  const headers = {
    ...li.headers,
    origin: "http://localhost",
    host: "localhost",
    "content-type": encoded.headers.get("content-type") ?? "",
  };
  const sent = await world.app.inject({
    method: "POST",
    url: "/api/v1/imports",
    headers,
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  expect(sent.statusCode, sent.body).toBe(202);
  await world.idle();
  await settle();
  expect((await messages(li, "zh-CN"))[0]).toBe("导入“客户.csv”已完成：新建 1，更新 0，失败 0");
});
