import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { runSubscribers } from "../../../../engine/changes/run-subscribers.ts";
import { closeMail } from "../../../../platform/mail/send-mail.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { readMail, testMailServer, type TestMailServer } from "../../../../testing/mail-server.ts";
import { wallTime } from "../../../../shared/time/zone.ts";
import { notifyPeople } from "../../notifications/server/notify-people.react.ts";
import { sendDue } from "./send-due.ts";
import { spreadNotices } from "./spread-notices.react.ts";

let app: TestApp;
let wang: Client & { id: string };
let li: Client & { id: string };
let mail: TestMailServer;
beforeAll(async () => {
  app = await testApp();
  wang = await app.person({ name: "王芳芳", role: "seller" });
  li = await app.person({ name: "李静", role: "sales_director" });
  await app.admin.patch(`/records/user/${wang.id}`, { email: "wang@example.com", language: "zh-CN" });
  mail = await testMailServer();
});
afterAll(async () => {
  closeMail();
  await mail.close();
  await app.close();
});
afterEach(() => {
  mail.refuses = () => null;
  mail.slow = 0;
  mail.mails.length = 0;
});

/** What has happened becomes messages; from the start when told, as after a crash that lost the position. */
async function spread(again = false): Promise<void> {
  const { db } = app.database;
  if (again) await db.query({ text: "update w_main.reader set position = 0" });
  const subscribers = [notifyPeople, spreadNotices];
  while ((await runSubscribers(db, (await app.context()).workspace, app.context, subscribers)).read > 0);
  expect(await db.query({ text: "select reader, error from w_main.reader_failure" })).toEqual([]);
}
/** Sends what is due so many minutes from now. */
const send = async (minutes = 2): Promise<void> =>
  sendDue(await app.context(), () => new Date(Date.now() + minutes * 60_000).toISOString());
const useServer = (more: object = {}) =>
  app.admin.patch("/settings/mail", {
    host: "127.0.0.1",
    port: mail.port,
    security: "none",
    from: "渠成 <crm@example.com>",
    ...more,
  });
const messages = async (query = "") =>
  (await app.admin.get(`/messages?channel=mail${query}`)).json.data as Record<string, never>[];
const latest = async () => (await messages("&limit=1"))[0];

it("without a mail server nothing breaks: what would be sent says why it is not", async () => {
  await li.make("task", { subject: "寄样品", owner: wang.id });
  await spread();
  expect(await latest()).toMatchObject({
    event: "task",
    event_label: { en: "Task assigned" },
    person: { id: wang.id, name: "王芳芳" },
    status: "suppressed",
    why: { name: "no_server" },
    can_retry: true,
  });
  expect((await app.admin.post("/settings/mail/test", { to: "a@example.com" })).json.code).toBe(
    "no_mail_server",
  );
});

it("settings keep the password to themselves and send a test with the server's own words", async () => {
  mail.signIn = { user: "crm", password: "s3cret-of-mail" };
  const kept = await useServer({ user: "crm", password: "s3cret-of-mail" });
  expect(kept.json.data).toMatchObject({ user: "crm", password_kept: true, site: "http://localhost" });
  for (const answer of [kept, await app.admin.get("/settings/mail"), await app.admin.get("/access-log")])
    expect(answer.text).not.toContain("s3cret-of-mail");
  const sent = await app.admin.post("/settings/mail/test", { to: "a@example.com" });
  expect([sent.status, sent.json]).toEqual([200, { answer: "250 queued as 1" }]);
  expect(readMail(mail.mails[0]!).text).toContain("Sluice can send mails");
  await useServer({ password: "wrong" });
  const refused = await app.admin.post("/settings/mail/test", { to: "a@example.com" });
  expect([refused.status, refused.json.detail]).toEqual([502, expect.stringContaining("535 5.7.8 wrong")]);
  await useServer({ user: null, password: null });
  mail.signIn = null;
  expect((await useServer({ from: "nobody" })).json.errors).toEqual([
    expect.objectContaining({ field: "from", code: "bad_from" }),
  ]);
  expect((await li.get("/settings/mail")).status).toBe(403);
});

it("what was not sent goes out when it is asked for again, in the reader's language, with a way to the record", async () => {
  const { id } = (await latest()) as never as { id: string };
  expect((await app.admin.post(`/messages/${id}/retry`)).json.data.status).toBe("queued");
  await app.idle();
  await send();
  expect(mail.mails).toHaveLength(1);
  const { headers, text, html } = readMail(mail.mails[0]!);
  expect(headers["subject"]).toBe("李静给你分配了任务“寄样品”");
  expect(headers["message-id"]).toBe(`<${id}@example.com>`);
  expect(headers["list-unsubscribe"]).toBe("<http://localhost/settings/notifications>");
  for (const part of [text, html]) expect(part).toMatch(/http:\/\/localhost\/records\/task\/[0-9a-f-]{36}/);
  expect(text).toContain("收到这封邮件的原因：任务由你完成");
  expect(await latest()).toMatchObject({ status: "sent", tries: 1, error: null, can_retry: false });
  expect((await app.admin.post(`/messages/${id}/retry`)).json.code).toBe("not_repeatable");
});

it("fifty assignments are one mail with fifty lines, once, however often the log is read", async () => {
  for (let at = 0; at < 25; at += 1) await li.make("task", { subject: `任务<b>${at}</b>`, owner: wang.id });
  await spread();
  for (let at = 25; at < 50; at += 1) await li.make("task", { subject: `任务${at}`, owner: wang.id });
  await li.make("task", { subject: "自己的", owner: li.id });
  await spread();
  await spread(true);
  await send();
  await spread(true);
  await send();
  expect(mail.mails).toHaveLength(1);
  const { headers, text, html } = readMail(mail.mails[0]!);
  expect(headers["subject"]).toBe("分配任务：50 条");
  expect(text.match(/给你分配了任务/g)).toHaveLength(50);
  expect(html).not.toContain("<b>0</b>");
  expect(await latest()).toMatchObject({ status: "sent", lines: 50, regarding: null });
});

it("of a record that the reader may not see any more nothing is sent", async () => {
  const account = await li.make("account", { name: "绝密客户", owner: wang.id });
  await spread();
  await li.patch(`/records/account/${account.id}`, { owner: li.id });
  await send();
  expect(mail.mails).toEqual([]);
  expect(await latest()).toMatchObject({ status: "suppressed", why: { name: "no_sight" } });
});

it("an address that the server refuses for good is marked and spared until somebody clears it", async () => {
  mail.refuses = () => ({ code: 550, words: "5.1.1 no such user here" });
  await li.make("task", { subject: "一", owner: wang.id });
  await spread();
  await send();
  expect(await latest()).toMatchObject({ status: "failed", why: { name: "refused" } });
  expect((await app.admin.get("/mail-refusals")).json.data).toEqual([
    expect.objectContaining({ address: "wang@example.com", words: expect.stringContaining("no such user") }),
  ]);
  mail.refuses = () => null;
  await li.make("task", { subject: "二", owner: wang.id });
  await spread();
  await send();
  expect(mail.mails).toEqual([]);
  expect(await latest()).toMatchObject({ status: "suppressed", why: { name: "address_refused" } });
  expect((await li.get("/mail-refusals")).status).toBe(403);
  expect((await app.admin.delete("/mail-refusals/wang@example.com")).status).toBe(204);
  expect((await app.admin.get("/mail-refusals")).json.data).toEqual([]);
});

it("a server that is gone or busy is tried again, ever later; a slow one gets each mail once", async () => {
  mail.refuses = () => ({ code: 451, words: "4.7.1 greylisted, try later" });
  await li.make("task", { subject: "三", owner: wang.id });
  await spread();
  await send(2);
  expect(await latest()).toMatchObject({ status: "queued", tries: 1 });
  expect((await latest())!["error"]).toContain("greylisted");
  await useServer({ port: 1 });
  await send(10);
  expect(await latest()).toMatchObject({ status: "queued", tries: 2 });
  await useServer();
  mail.refuses = () => null;
  mail.slow = 300;
  await send(11);
  expect(mail.mails).toEqual([]);
  await Promise.all([send(30), send(30)]);
  expect(mail.mails).toHaveLength(1);
  expect(await latest()).toMatchObject({ status: "sent", tries: 3, error: null });
});

it("a process that dies between the server's answer and its record sends nothing twice", async () => {
  await li.make("task", { subject: "四", owner: wang.id });
  await spread();
  const [row] = await app.database.db.query<{ id: string }>({
    text: "update w_main.message_queue set claimed_until = now(), tries = 1, answer = '250 ok' returning id",
  });
  await send(30);
  expect(mail.mails).toEqual([]);
  expect(await latest()).toMatchObject({ id: row?.id, status: "sent" });
});

const preferences = (who: Client) => who.get("/me/notification-preferences");
const choose = async (who: Client, event: string, way: object, more: object = {}) => {
  const { json } = await preferences(who);
  return who.send("PUT", "/me/notification-preferences", {
    ...json.data,
    events: json.data.events.map((one: { event: string }) =>
      one.event === event ? { ...one, ...way } : one,
    ),
    ...more,
  });
};
const bell = async (who: Client) =>
  (await who.get("/notifications?limit=100")).json.data.map((one: { kind: string }) => one.kind) as string[];

it("each person chooses by event and channel; a digest is one mail, and quiet hours hold mails back", async () => {
  expect((await choose(wang, "task", { bell: "never", mail: "digest" })).status).toBe(200);
  await choose(wang, "mention", { mail: "digest" });
  const before = (await bell(wang)).length;
  await li.make("task", { subject: "汇总一", owner: wang.id });
  const about = { object: "account", id: (await wang.make("account", { name: "自己的客户" })).id };
  await li.make("note", { content: "<p>@王芳芳 看看</p>", regarding: about });
  await li.make("task", { subject: "汇总二", owner: wang.id });
  await spread();
  expect((await bell(wang)).slice(0, -before)).toEqual(["mention"]);
  expect(await latest()).toMatchObject({ event: "digest", status: "queued", why: { name: "digest" } });
  await send(2);
  expect(mail.mails).toEqual([]);
  await send(8 * 24 * 60);
  expect(mail.mails).toHaveLength(1);
  const { headers, text } = readMail(mail.mails[0]!);
  expect(headers["subject"]).toBe("汇总：3 条消息");
  expect(text).toMatch(/提到了你[^]*汇总一[^]*汇总二/);
  await choose(wang, "task", { bell: "at_once", mail: "never" });
  await li.make("task", { subject: "不发邮件", owner: wang.id });
  await spread();
  expect(await latest()).toMatchObject({ event: "task", status: "suppressed", why: { name: "preference" } });
  expect((await bell(wang))[0]).toBe("task");
  const [from, until] = [-1, 2].map((hours) =>
    wallTime("Asia/Shanghai", new Date(Date.now() + hours * 3_600_000).toISOString()).slice(11, 16),
  );
  await choose(wang, "task", { mail: "at_once" }, { quiet_hours: { from, until } });
  await li.make("task", { subject: "夜里", owner: wang.id });
  await spread();
  await send(30);
  expect(await latest()).toMatchObject({ status: "queued", why: { name: "quiet_hours" } });
  await send(130);
  expect(await latest()).toMatchObject({ status: "sent", why: null });
  await choose(wang, "task", { mail: "at_once" }, { quiet_hours: null });
  expect((await choose(li, "task", {}, { events: [{ event: "nothing" }] })).json.code).toBe("unknown_event");
});

it("messages are the administrator's to read, nobody's to write", async () => {
  expect((await li.get("/messages")).status).toBe(403);
  expect((await li.get("/records/message")).json.data).toEqual([]);
  const seen = await app.admin.get("/records/message?limit=1");
  expect(seen.status).toBe(200);
  expect((await app.admin.post("/records/message", { event: "task" })).status).not.toBe(201);
  expect((await app.admin.post("/records/message", {})).status).toBe(422);
});
