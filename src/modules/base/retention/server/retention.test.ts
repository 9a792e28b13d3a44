import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { runSubscribers } from "../../../../engine/changes/run-subscribers.ts";
import { replayLog } from "../../../../engine/history/replay.ts";
import { modules } from "../../../../apps/server/modules.ts";
import { checkSeals, sealLogs } from "../../audit/public.ts";
import { stepRetention } from "./run-retention.ts";

let app: TestApp;
let admin: Client;
let seller: Client & { id: string };
beforeAll(async () => {
  app = await testApp();
  admin = app.admin;
  seller = await app.person({ name: "李娜", role: "seller" });
});
afterAll(() => app.close());

const DAY = 86_400_000;
const count = async (text: string): Promise<number> =>
  (await app.database.db.query<{ n: number }>({ text: `select count(*)::int as n from ${text}` }))[0]?.n ?? 0;
const preview = async (days: object) => (await admin.post("/settings/retention/preview", { days })).json.data;
const keep = (days: object) => admin.patch("/settings/retention", { days });
/** As the program sees itself so many days later. */
const later = async (days: number) => ({
  ...(await app.context()),
  now: new Date(Date.now() + days * DAY).toISOString(),
});
async function runIn(days: number): Promise<number> {
  let steps = 0;
  while (await stepRetention(await later(days))) steps += 1;
  return steps;
}

const BOUNDARY = "sluice-retention-boundary";
async function importRows(csv: string): Promise<string> {
  const part = (head: string, content: string) =>
    `--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
  const body = `${part('name="file"; filename="x.csv"', csv)}${part('name="options"', '{"object":"account"}')}--${BOUNDARY}--\r\n`;
  const started = await admin.post("/imports", Buffer.from(body), {
    "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
  });
  await app.idle();
  return started.json.id;
}

test("periods are set by who manages security, none shorter than what is needed, and the change is recorded", async () => {
  const { kinds, last } = (await admin.get("/settings/retention")).json.data;
  expect(last).toBeNull();
  expect(
    Object.fromEntries(kinds.map(({ name, days }: { name: string; days: number | null }) => [name, days])),
  ).toMatchObject({
    access_log: null,
    sessions: null,
    notifications: null,
    import_files: null,
    jobs: null,
    answers: 7,
  });
  expect((await keep({ access_log: 29 })).json.errors).toMatchObject([
    { code: "too_short", field: "access_log", message: "At least 30 days." },
  ]);
  expect((await keep({ nothing: 30 })).json.errors[0].code).toBe("unknown_retention");
  expect((await keep({ access_log: 0 })).status).toBe(400);
  expect([
    (await seller.get("/settings/retention")).status,
    (await seller.patch("/settings/retention", { days: {} })).status,
  ]).toEqual([403, 403]);
  expect(
    (await keep({ access_log: 365 })).json.data.kinds.find(
      (kind: { name: string }) => kind.name === "access_log",
    ).days,
  ).toBe(365);
  expect((await admin.get("/access-log?kind=security_changed")).json.data[0].detail.after).toContain(
    "access_log",
  );
});

test("a year later the access log has no more contents, says that it was so, and every seal still verifies", async () => {
  await sealLogs(await app.context(), { all: true });
  const { workspace } = await app.context();
  const filled = "w_main.access_log where ip is not null";
  const before = await count(filled);
  expect(before).toBeGreaterThan(0);
  expect((await preview({ access_log: 365 })).access_log, "nothing is old yet").toBe(0);
  await runIn(300);
  expect(await count(filled)).toBe(before);
  const lines = await count("w_main.access_log");
  expect(await runIn(366)).toBeGreaterThan(0);
  expect(await count(filled)).toBe(0);
  expect(await count("w_main.access_log"), "no line is gone; the run has two").toBe(lines + 2);
  expect(await count("w_main.access_log where kind = 'sign_in' and user_id is not null")).toBeGreaterThan(0);
  await sealLogs(await app.context(), { all: true });
  expect((await checkSeals(app.database.db, workspace)).broken).toEqual([]);
  const [done] = (await admin.get("/access-log?kind=retention_done")).json.data;
  expect(done.detail.access_log).toBeGreaterThan(0);
  expect((await admin.get("/settings/retention")).json.data.last.removed.access_log).toBe(
    done.detail.access_log,
  );
});

test("values that are emptied without a run of the log are found", async () => {
  await admin.get("/me");
  await app.admin.post("/session", { login: "nobody", password: "x" });
  await sealLogs(await app.context(), { all: true });
  const { workspace } = await app.context();
  await app.database.db.transaction(async (tx) => {
    await tx.query({ text: "set local sluice.erasing = 'on'" });
    await tx.query({
      text: "update w_main.access_log set ip = null where id = (select max(id) from w_main.access_log where ip is not null)",
    });
  });
  expect((await checkSeals(app.database.db, workspace)).broken).toMatchObject([
    { what: "changed", log: "access_log" },
  ]);
});

test("ended sessions, notifications, files of imports, details of jobs and old answers go; what matters of them stays", async () => {
  const { db } = app.database;
  const id = await importRows("name,employees\n保留期公司,12\n坏行,abc\n");
  const [file] = await db.query<{ hash: string }>({
    text: "select file_hash as hash from w_main.import_run",
  });
  const { services } = await app.context();
  const isThere = async (): Promise<boolean> => {
    try {
      for await (const _ of await services.files.open(file?.hash ?? ""));
      return true;
    } catch {
      return false;
    }
  };
  expect(await isThere()).toBe(true);
  expect((await admin.get(`/imports/${id}/errors.csv`)).text).toContain("abc");
  await admin.post("/records/account", { name: "幂等公司" }, { "idempotency-key": "retention-1" });
  await db.query({
    text: "update w_main.session set ended_at = now() where user_id = $1",
    values: [seller.id],
  });
  await db.query({
    text: "insert into w_main.job_run (id, kind, actor, language, payload, status, phase, finished_at) values (gen_random_uuid(), 'bulk', $1, 'en', '{}', 'done', 'work', now())",
    values: [seller.id],
  });
  await db.query({
    text: "insert into w_main.job_item (job, number, record) select id, 1, 'x' from w_main.job_run where kind = 'bulk'",
  });
  await admin.make("task", { subject: "请回电", owner: seller.id });
  const bell = (await app.context()).hooks.subscribers.find(({ name }) => name === "notifications.people");
  if (!bell) throw new Error("nothing rings the bell");
  while ((await runSubscribers(db, (await app.context()).workspace, app.context, [bell])).read > 0);
  const rings = "w_main.o_notification where deleted_at is null";
  expect(await count(rings)).toBeGreaterThan(0);
  const days = { sessions: 30, notifications: 30, import_files: 30, jobs: 30, answers: 30, access_log: null };
  expect((await keep(days)).status).toBe(200);
  await runIn(1);
  expect([await count("w_main.job_item"), await isThere()]).toEqual([1, true]);
  await runIn(40);
  expect(await count("w_main.job_item")).toBe(0);
  expect(await count(rings)).toBe(0);
  expect(await count("w_main.job_run where kind = 'bulk'")).toBe(1);
  expect(await count(`w_main.session where user_id = '${seller.id}'`)).toBe(0);
  expect(await count("w_main.idempotency where key = 'retention-1'")).toBe(0);
  expect(await isThere()).toBe(false);
  expect(await count("w_main.import_row where cells is not null or reasons is not null")).toBe(0);
  expect((await admin.get(`/imports/${id}/errors.csv`)).json.code).toBe("file_gone");
  expect((await admin.get(`/imports/${id}`)).json.data).toMatchObject({ created: 1, failed: 1 });
  expect((await admin.post(`/imports/${id}/undo`)).status).toBe(202);
  await app.idle();
  expect(
    (await admin.get(`/records/account?filter=${encodeURIComponent('name == "保留期公司"')}`)).json.data,
    "it can still be undone",
  ).toEqual([]);
});

test("a run that was cut short goes on under its name", async () => {
  const { db } = app.database;
  for (let at = 0; at < 3; at += 1)
    await admin.post("/records/account", { name: `再来${at}` }, { "idempotency-key": `again-${at}` });
  const runs = await count("w_main.access_log where kind = 'retention'");
  expect(await stepRetention(await later(60))).toBe(true);
  const [state] = await db.query<{ run: string | null }>({ text: "select run from w_main.retention" });
  expect(state?.run).not.toBeNull();
  await runIn(60);
  expect(await count("w_main.access_log where kind = 'retention'")).toBe(runs + 1);
  expect(await count("w_main.retention where run is null and done_at is not null")).toBe(1);
});

test("records of the bin are emptied everywhere, out of the bin and beyond restoring; seals and replay hold", async () => {
  const { db } = app.database;
  const account = await admin.make("account", {
    name: "必须消失的公司",
    phone: "0512-66668888",
    external_id: "GONE-4711",
  });
  const contact = await admin.make("contact", {
    name: "必须消失的人",
    account: account.id,
    mobile: "13812340000",
  });
  const deal = await admin.make("opportunity", {
    name: "必须消失的商机",
    account: account.id,
    amount: "47110815",
    close_date: "2031-01-01",
  });
  await admin.patch(`/records/opportunity/${deal.id}`, { amount: "47110816", next_step: "必须消失的步骤" });
  for (const [object, { id }] of [
    ["opportunity", deal],
    ["contact", contact],
    ["account", account],
  ] as const)
    expect((await admin.delete(`/records/${object}/${id}`)).status, object).toBe(204);
  const binned = async (object: string) =>
    (await admin.get(`/records/${object}?deleted=1`)).json.data.map((row: { id: string }) => row.id);
  expect(await binned("account")).toContain(account.id);
  await sealLogs(await app.context(), { all: true });
  const nothing = { sessions: null, notifications: null, import_files: null, jobs: null, answers: 7 };
  expect((await keep({ ...nothing, bin: 90 })).status).toBe(200);
  expect((await preview({ bin: 90 })).bin).toBe(0);
  await runIn(80);
  expect(await binned("contact")).toEqual([contact.id]);
  await runIn(100);
  expect([await binned("opportunity"), await binned("contact"), await binned("account")]).toEqual([
    [],
    [],
    [],
  ]);
  const restored = await admin.post(`/records/account/${account.id}/restore`);
  expect([restored.status, restored.json.errors?.[0]?.code]).toEqual([422, "removed"]);
  // What was added to kept totals since says of no record whose it was, and is folded into sums by a reader.
  const tables = await db.query<{ name: string }>({
    text: `select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'w_main'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname !~ '^d_'`,
  });
  const found: string[] = [];
  // Digits within an id or a digest are none of theirs.
  const theirs =
    "必须消失|(?<![0-9a-f])(4711081[56]|66668888)(?![0-9a-f])|0512-?66668888|13812340000|GONE-4711";
  for (const { name } of tables)
    if ((await count(`${name} t where t::text ~ '${theirs}'`)) > 0) found.push(name);
  expect(found, "no word of them is left in any table").toEqual([]);
  await sealLogs(await app.context(), { all: true });
  const context = await app.context();
  // The line that an earlier test has tampered with is found; nothing else is.
  const { broken } = await checkSeals(db, context.workspace);
  expect(broken.filter(({ what, log }) => what !== "changed" || log === "changes")).toEqual([]);
  const report = await replayLog(
    context,
    modules.flatMap((module) => module.ledgers ?? []),
  );
  expect(report.filter(({ differing }) => differing.length > 0)).toEqual([]);
});

test("a file that belongs to nothing goes after a day with its content; one that a record or a field names stays", async () => {
  const send = async (content: string, fields: Readonly<Record<string, string>> = {}): Promise<string> => {
    const part = (head: string, text: string) =>
      `--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${text}\r\n`;
    const given = Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value));
    const body = `${given.join("")}${part(`name="file"; filename="${content}.txt"`, content)}--${BOUNDARY}--\r\n`;
    return (
      await admin.post("/files", Buffer.from(body), {
        "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
      })
    ).json.data.id;
  };
  const account = await admin.make("account", { name: "有附件的公司" });
  const loose = await send("loose file 1");
  const tied = await send("tied file 2", { regarding_object: "account", regarding_id: account.id });
  const photo = await send("photo file 3");
  const earlier = await send("earlier photo 4");
  const visit = await admin.make("activity", {
    type: "visit",
    content: "现场",
    regarding: { object: "account", id: account.id },
    photos: [earlier],
  });
  await admin.patch(`/records/activity/${visit.id}`, { photos: [photo] });
  const there = async () =>
    (await Promise.all([loose, tied, photo, earlier].map((id) => admin.get(`/files/${id}/content`)))).map(
      (one) => one.status,
    );
  await runIn(0);
  expect(await there()).toEqual([200, 200, 200, 200]);
  await runIn(2);
  expect(await there()).toEqual([404, 200, 200, 200]);
  expect((await admin.post(`/records/file/${loose}/restore`)).status).toBe(422);
  expect(await count("w_main.h_file where name = 'loose file 1.txt'")).toBe(0);
});
