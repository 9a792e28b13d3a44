import { Registry } from "prom-client";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addHealthMetrics } from "../../../../apps/server/health-metrics.ts";
import { newestNumber } from "../../../../engine/changes/read-changes.ts";
import { runSubscribers } from "../../../../engine/changes/run-subscribers.ts";
import { SubscriberError } from "../../../../engine/changes/subscriber-error.ts";
import type { SetWise } from "../../../../engine/kernel/hooks.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
  ({ admin } = app);
});
afterAll(() => app.close());

/** What it throws for an account; nothing where it can deal with it. */
let whyNot: (account: string) => Error | null;
beforeEach(() => {
  whyNot = () => null;
});
const heard: string[] = [];
const subscriber: SetWise = {
  word: "react",
  name: "notifications.people",
  label: label("听", "Listens"),
  applies: ({ name }) => name === "account",
  runAll: async (_, changes) => {
    const accounts = changes.map(({ after }) => String(after["name"]));
    for (const account of accounts) {
      const error = whyNot(account);
      if (error) throw error;
    }
    heard.push(...accounts);
  },
};
const settle = async () =>
  runSubscribers(app.database.db, (await app.context()).workspace, app.context, [subscriber]);
const sql = (text: string) => app.database.db.query({ text });
const giveUp = () =>
  sql("update w_main.reader_failure set attempts = 12, due_at = now() - interval '1 minute'");
const stateOf = async (who = admin, language = "en") =>
  (await who.send("GET", "/system/subscribers", undefined, { "accept-language": language })).json.data.find(
    ({ name }: { name: string }) => name === subscriber.name,
  );
const post = (path: string, body: object = {}, who = admin) =>
  who.post(`/system/subscribers/${subscriber.name}/${path}`, body);

test("an administrator sees what a subscriber could not deal with, never a value of the record", async () => {
  await settle();
  whyNot = (account) =>
    account === "机密客户"
      ? Object.assign(new Error(`duplicate key (name)=(${account})`), { code: "23505" })
      : new SubscriberError("too_late", label("太晚了", "Too late"), `about ${account}`);
  const secret = await admin.make("account", { name: "机密客户" });
  const known = await admin.make("account", { name: "已知客户" });
  await settle();
  const state = await stateOf();
  expect(state).toMatchObject({
    label: { en: "Notifies the people concerned" },
    set_wise: true,
    behind: 0,
    failed: 2,
    given_up: 0,
    failures: [
      { object: "account", record: secret.id, title: "机密客户", attempts: 1, code: "23505" },
      { object: "account", record: known.id, attempts: 1, code: "too_late", text: "Too late" },
    ],
  });
  const [first] = state.failures;
  expect(first.text).toContain(`Search the program log for change ${first.change}`);
  expect((await stateOf(admin, "zh-CN")).failures[1].text).toBe("太晚了");
  expect(JSON.stringify(await sql("select * from w_main.reader_failure"))).not.toMatch(/机密|已知/);

  const [reader] = await sql("select position from w_main.reader where name = 'notifications.people'");
  expect(state.position).toBe(reader?.["position"]);
});

test("one that gives up is ill on the health page and in the metrics, and goes on once it is told to try again", async () => {
  await giveUp();
  await settle();
  expect(await stateOf()).toMatchObject({
    failed: 2,
    given_up: 2,
    failures: [{ next_at: null }, { next_at: null }],
  });
  const points = (await admin.get("/system/health")).json.data;
  expect(points.find(({ name }: { name: string }) => name === "given_up")).toMatchObject({
    state: "ill",
    value: 2,
  });
  const registry = new Registry();
  await addHealthMetrics(app.engine)(registry)();
  expect(await registry.metrics()).toContain(
    'sluice_subscriber_given_up{workspace="main",subscriber="notifications.people"} 2',
  );
  const { workspace } = await app.context();
  const before = await newestNumber(app.database.db, workspace);
  expect((await post("retry")).json).toEqual({ retried: 2 });
  // Who waits for the newest number to change looks at once.
  expect(await newestNumber(app.database.db, workspace)).toBeGreaterThan(before);
  await settle();
  expect(heard.slice(-2)).toEqual(["机密客户", "已知客户"]);
  expect(await stateOf()).toMatchObject({ failed: 0, given_up: 0, last_failed: null, failures: [] });
});

test("go on from here passes over what was seen to fail and nothing else, and stands in the logs: who, when and which", async () => {
  whyNot = () => new Error("ill");
  for (const name of ["一", "二"]) await admin.make("account", { name });
  await settle();
  const { last_failed, failures } = await stateOf();
  await admin.make("account", { name: "三" });
  await settle();
  await giveUp();
  const seen = failures.map(({ change }: { change: number }) => change);
  expect((await post("skip", { through: last_failed })).json).toEqual({ skipped: seen });
  const state = await stateOf();
  expect(state.failures.map(({ title }: { title: string }) => title)).toEqual(["三"]);
  const me = (await admin.get("/me")).json.data.user;
  expect(state.passed).toMatchObject({ by: me.name, changes: seen, at: expect.any(String) });
  const [line] = (await admin.get("/access-log?kind=subscriber_skipped")).json.data;
  expect(line).toMatchObject({
    user: me.id,
    detail: { subscriber: subscriber.name, changes: seen.join(", ") },
  });
  whyNot = () => null;
  await post("retry");
  await settle();
  expect(heard.at(-1)).toBe("三");
  expect(heard).not.toContain("一");
});

test("what runs on an object says of its subscribers whether they are set-wise and where they stand", async () => {
  const { data } = (await admin.get("/objects/account/behaviour")).json;
  const found = data.find(({ name }: { name: string }) => name === subscriber.name);
  expect(found.subscriber).toMatchObject({
    set_wise: true,
    behind: 0,
    failed: 0,
    position: expect.any(Number),
  });
  expect(
    data.filter((one: { kind: string; subscriber?: object }) => one.kind !== "react" && one.subscriber),
  ).toEqual([]);
});

test("what an earlier version of the program left behind is behind nothing and alarms nobody", async () => {
  await sql("insert into w_main.reader (name, position) values ('test.left', 0)");
  const { data } = (await admin.get("/system/subscribers")).json;
  expect(data.find(({ name }: { name: string }) => name === "test.left")).toMatchObject({
    set_wise: null,
    position: 0,
    behind: 0,
    waiting_since: null,
  });
});

test("it is for those who may manage the company's settings, and for subscribers that there are", async () => {
  const seller = await app.person({ name: "Seller", role: "seller" });
  expect((await seller.get("/system/subscribers")).status).toBe(403);
  expect((await post("retry", {}, seller)).status).toBe(403);
  expect((await post("skip", { through: 1 }, seller)).status).toBe(403);
  expect((await admin.post("/system/subscribers/nobody/skip", { through: 1 })).json.code).toBe(
    "unknown_subscriber",
  );
});
