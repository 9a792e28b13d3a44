import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "../../../../engine/record/ids.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
type Person = Client & { id: string };
let leaver: Person;
let heir: Person;
let asker: Person;
let colleague: Person;
const both = (text: string) => ({ "zh-CN": text, en: text });
const stage = (name: string, type: string, more: object = {}) => ({ name, label: both(name), type, ...more });

beforeAll(async () => {
  app = await testApp();
  const east = (await app.admin.make("department", { name: "East" })).id;
  leaver = await app.person({ name: "Leaver", role: "sales_manager", department: east });
  heir = await app.person({ name: "Heir", role: "sales_manager", department: east });
  asker = await app.person({ name: "Asker", role: "seller", department: east, manager: leaver.id });
  colleague = await app.person({ name: "Colleague", role: "seller", department: east });
});
afterAll(() => app.close());

/** A deal of `who` whose next stage needs a consent of the owner's manager. */
async function asks(who: Person, pipeline: string, name: string): Promise<string> {
  const deal = await who.make("opportunity", { name, pipeline });
  const asked = await who.post(`/records/opportunity/${deal.id}/transitions`, {
    to: "b",
    override: { reason: "urgent" },
  });
  expect(asked.status, asked.text).toBe(202);
  return deal.id;
}
const share = (by: Person, record: string, to: Person, more: object = {}) =>
  by.post("/records/share", {
    regarding: { object: "account", id: record },
    to: { object: "user", id: to.id },
    level: "edit",
    ...more,
  });

it("hands over consents, places in record teams, rules, public views and jobs, ends shares if wanted, and is told in the preview and the log", async () => {
  const made = await app.admin.post("/pipelines", {
    object: "opportunity",
    name: "consent",
    label: both("consent"),
    stages: [
      stage("a", "open"),
      stage("b", "open", { entry: [{ id: "c_amount", kind: "fields", fields: ["amount"] }] }),
      stage("won", "won"),
    ],
    rules: { override_approval: "manager" },
  });
  const pipeline: string = made.json.data.id;
  expect((await app.admin.post(`/pipelines/${pipeline}/publish`, {})).status).toBe(200);
  await app.admin.patch(`/records/user/${heir.id}`, { manager: leaver.id });
  const overriding = await app.admin.make("role", {
    name: "overrider",
    label: both("overrider"),
    rights: { objects: {}, fields: {}, abilities: ["pipeline.override"] },
  });
  for (const one of [asker, heir, leaver])
    await app.admin.make("user_role", { user: one.id, role: overriding.id });
  await app.admin.patch(`/records/user/${leaver.id}`, { manager: colleague.id });
  const deal = await asks(asker, pipeline, "asked by Asker");
  await asks(heir, pipeline, "asked by Heir");
  await asks(leaver, pipeline, "asked by Leaver");

  const [foreign, mine, known] = [
    await colleague.make("account", { name: "Foreign" }),
    await leaver.make("account", { name: "Mine" }),
    await colleague.make("account", { name: "Known" }),
  ];
  expect((await share(colleague, foreign.id, leaver, { duty: "presales" })).status).toBe(201);
  expect((await share(colleague, known.id, leaver)).status).toBe(201);
  expect((await share(colleague, known.id, heir, { level: "read" })).status).toBe(201);
  expect((await share(leaver, mine.id, colleague)).status).toBe(201);
  const rule = await app.admin.make("sharing_rule", {
    name: "large",
    object: "account",
    criteria: `name == "x"`,
    to: { object: "user", id: leaver.id },
    level: "read",
  });
  const open = await leaver.make("view", { name: "for all", object: "account", visibility: "private" });
  await app.database.db.query({
    text: "update w_main.o_view set visibility = 'everyone' where id = $1",
    values: [open.id],
  });
  await leaver.make("view", { name: "own", object: "account", visibility: "private" });
  const job = newId();
  await app.database.db.query({
    text: `insert into w_main.job_run (id, kind, actor, language, payload, status, phase, made_at) values ($1, 'bulk', $2, 'en', '{"object":"account"}', 'queued', 'work', now())`,
    values: [job, leaver.id],
  });

  const { beside } = (await app.admin.get(`/handovers/${leaver.id}`)).json.data;
  expect(beside).toEqual({ approvals: 2, requests: 1, roles: 2, rules: 1, views: 1, shares: 1, jobs: 1 });
  const started = await app.admin.post(`/handovers/${leaver.id}`, { to: heir.id, end_shares: true });
  expect(started.status, started.text).toBe(202);
  await app.idle();
  const done = (await app.admin.get(`/jobs/${started.json.id}`)).json.data;
  expect([done.status, done.result?.refused, done.done === done.total], JSON.stringify(done)).toEqual([
    "done",
    0,
    true,
  ]);
  expect((await app.admin.get(`/handovers/${leaver.id}`)).json.data.beside).toEqual({
    approvals: 0,
    requests: 0,
    roles: 0,
    rules: 0,
    views: 0,
    shares: 0,
    jobs: 0,
  });

  const requests = await app.database.db.query<{
    id: string;
    subject: string;
    status: string;
    approver: string | null;
    approver_role: string | null;
  }>({
    text: "select id, subject, status, approver, approver_role from w_main.o_approval_request order by subject",
  });
  expect(requests.map(({ id: _id, ...one }) => one)).toEqual([
    { subject: "asked by Asker", status: "waiting", approver: heir.id, approver_role: null },
    { subject: "asked by Heir", status: "waiting", approver: null, approver_role: "administrator" },
    { subject: "asked by Leaver", status: "withdrawn", approver: colleague.id, approver_role: null },
  ]);
  const waiting = (await heir.get("/approvals?box=decide")).json.data;
  expect(waiting.map((one: { subject: string }) => one.subject)).toEqual(["asked by Asker"]);
  expect(
    (await heir.post(`/approvals/${waiting[0].id}/approve`, { seen: waiting[0].card?.seen ?? "" })).json.data
      .status,
  ).toBe("approved");
  expect((await app.admin.get(`/records/opportunity/${deal}`)).json.data.stage).toBe("b");
  const [change] = await app.database.db.query<{ road: string; cause: string; actor: string }>({
    text: "select road, note -> 'cause' ->> 'id' as cause, actor from w_main.changes where record = $1 and kind = 'update' and after ? 'approver' order by seq desc limit 1",
    values: [requests[0]?.id],
  });
  const admin = (await app.admin.get("/me")).json.data.user.id;
  expect(change).toEqual({ road: "bulk", cause: started.json.id, actor: admin });

  const shares = (await app.admin.get("/records/share?limit=100")).json.data as {
    regarding: { id: string };
    to: { id: string };
    level: string;
    duty: string | null;
  }[];
  expect(
    shares.map(({ regarding, to, level, duty }) => [regarding.id, to.id, level, duty]).toSorted(),
  ).toEqual(
    [
      [foreign.id, heir.id, "edit", "presales"],
      [known.id, heir.id, "read", null],
    ].toSorted(),
  );
  expect((await app.admin.get(`/records/sharing_rule/${rule.id}`)).json.data.to).toMatchObject({
    id: heir.id,
  });
  const views = await app.database.db.query<{ name: string; owner: string }>({
    text: "select name, owner from w_main.o_view where name in ('for all', 'own') order by name",
  });
  expect(views).toEqual([
    { name: "for all", owner: heir.id },
    { name: "own", owner: leaver.id },
  ]);
  expect(
    await app.database.db.query({ text: "select wanted from w_main.job_run where id = $1", values: [job] }),
  ).toEqual([{ wanted: "cancel" }]);
});

it("keeps what a person who only changes place asked for, has under way and gave", async () => {
  const mover = await app.person({ name: "Mover", role: "sales_manager" });
  const own = await mover.make("account", { name: "Moved" });
  expect((await share(mover, own.id, colleague)).status).toBe(201);
  const started = await app.admin.post(`/handovers/${mover.id}`, { to: heir.id, deactivate: false });
  expect(started.status).toBe(202);
  await app.idle();
  expect((await app.admin.get(`/handovers/${mover.id}`)).json.data.beside.shares).toBe(1);
  expect((await mover.get("/me")).status).toBe(200);
});
