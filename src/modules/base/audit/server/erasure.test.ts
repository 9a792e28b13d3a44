import { afterAll, beforeAll, expect, test } from "vitest";
import { replayLog } from "../../../../engine/history/replay.ts";
import { modules } from "../../../../apps/server/modules.ts";
import { type Client, type TestApp, testApp } from "../../../../testing/app.ts";
import { checkSeals } from "./check-seals.ts";
import { applyErasures, listErasures } from "./erasure-requests.ts";
import { sealLogs } from "./seal-log.ts";

let app: TestApp;
let other: Client & { id: string };
beforeAll(async () => {
  app = await testApp();
  other = await app.person({ name: "Second administrator", role: "administrator" });
});
afterAll(() => app.close());

const BOUNDARY = "sluice-test-boundary";
const MULTIPART = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
const part = (name: string, value: string, more = ""): string =>
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
const upload = (path: string, content: string, fields: Readonly<Record<string, string>>) =>
  app.admin.post(
    path,
    Buffer.from(
      `${Object.entries(fields)
        .map(([name, value]) => part(name, value))
        .join(
          "",
        )}${part("file", content, `; filename="rows.csv"\r\ncontent-type: text/csv`)}--${BOUNDARY}--\r\n`,
    ),
    MULTIPART,
  );

/** Every row of every table of the workspace and of the queue, as somebody would read it in a dump. */
async function tablesWith(secret: string): Promise<string[]> {
  const { db } = app.database;
  const tables = await db.query<{ name: string }>({
    text: `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'm') and not c.relispartition and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`,
  });
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.query<{ some: boolean }>({
      text: `select exists (select from ${name} t where t::text ilike '%' || $1 || '%' or t::text like '%' || lower($1) || '%') as some`,
      values: [secret],
    });
    if (row?.some) found.push(name);
  }
  return found;
}
const contentOf = async (hash: string): Promise<string> => {
  let text = "";
  for await (const chunk of await (await app.context()).services.files.open(hash)) text += String(chunk);
  return text;
};
const erase = async (object: string, id: string, more: object = {}): Promise<string> => {
  const asked = await app.admin.post("/erasures", {
    object,
    id,
    legal_basis: "asked",
    reason: "Asked by letter, Zyxwvut Qwertz",
    attachments: true,
    ...more,
  });
  expect(asked.status, asked.text).toBe(201);
  expect(
    (await app.admin.post(`/erasures/${asked.json.data.id}/decision`, { approve: true })).json.code,
  ).toBe("own_request");
  const decided = await other.post(`/erasures/${asked.json.data.id}/decision`, { approve: true });
  expect(decided.status, decided.text).toBe(202);
  await app.idle();
  return String(asked.json.data.id);
};
const whole = async (): Promise<void> => {
  const context = await app.context();
  await sealLogs(context, { all: true });
  expect((await checkSeals(context.db, context.workspace)).broken).toEqual([]);
  const report = await replayLog(
    context,
    modules.flatMap((module) => module.ledgers ?? []),
  );
  expect(report.filter(({ differing }) => differing.length > 0)).toEqual([]);
};
// Digits alone, unless they are many, may stand in an id or a digest by chance.
const SECRETS = [
  "Zyxwvut Qwertz",
  "13812345679",
  "qwertz@secret.example",
  "wx_zyxwvut",
  "Hidden remark",
  "passport 19900311",
];

test("after an erasure nothing of the person stands in any table or file; the log still verifies and replays", async () => {
  const values = {
    name: "Zyxwvut Qwertz",
    mobile: "13812345679",
    email: "qwertz@secret.example",
    wechat: "wx_zyxwvut",
    description: "Hidden remark",
    birthday: "1990-03-11",
  };
  const made = await app.admin.post("/records/contact", values, { "idempotency-key": "erase-me-1" });
  expect(made.status, made.text).toBe(201);
  const { id } = made.json.data;
  await app.admin.patch(`/records/contact/${id}`, { mobile: "13812345670", title: "Buyer" });
  await sealLogs(await app.context(), { all: true });
  await app.admin.patch(`/records/contact/${id}`, {
    mobile: "13812345679",
    description: "Hidden remark, longer",
  });
  const regarding = { object: "contact", id };
  await app.admin.make("note", { subject: "Call", content: "Zyxwvut Qwertz said: Hidden remark", regarding });
  await app.admin.make("task", { subject: "Call Zyxwvut Qwertz", regarding, owner: other.id });
  const file = await upload("/files", "Zyxwvut Qwertz passport 19900311", {
    regarding_object: "contact",
    regarding_id: id,
  });
  expect(file.status, file.text).toBe(201);
  const account = await app.admin.make("account", { name: "Their firm" });
  const deal = await app.admin.make("opportunity", { name: "Their deal", account: account.id, contact: id });
  const started = await upload(
    "/imports",
    "name,mobile,mail\nZyxwvut Qwertz,13812345679,qwertz@secret.example\nNobody,1,not a mail\n",
    {
      options: JSON.stringify({
        object: "contact",
        mapping: { name: "name", mobile: "mobile", mail: "email" },
      }),
    },
  );
  expect(started.status, started.text).toBe(202);
  await app.idle();
  const [twin] = (
    await app.admin.get(
      `/records/contact?filter=${encodeURIComponent('name == "Zyxwvut Qwertz"')}&sort=-created_at`,
    )
  ).json.data;
  const hashes = (
    await app.database.db.query<{ hash: string }>({
      text: "select hash from w_main.o_file union select file_hash from w_main.import_run",
    })
  ).map(({ hash }) => hash);
  expect(await Promise.all(hashes.map(contentOf))).toEqual(
    expect.arrayContaining([expect.stringContaining("Zyxwvut Qwertz")]),
  );
  expect(await tablesWith("Zyxwvut Qwertz")).toEqual(
    expect.arrayContaining(["w_main.changes", "w_main.o_contact", "w_main.h_contact"]),
  );

  const told = await app.admin.get(`/personal-data/contact/${id}`);
  for (const secret of ["13812345679", "13812345670", "Hidden remark", "Call Zyxwvut Qwertz"])
    expect(told.text).toContain(secret);
  expect((await app.admin.get(`/personal-data/contact/${id}?format=csv`)).text).toMatch(
    /(Mobile|手机),13812345679/,
  );

  const request = await erase("contact", id);
  if (twin && twin.id !== id) await erase("contact", twin.id);
  for (const secret of SECRETS) expect(await tablesWith(secret), secret).toEqual([]);
  for (const hash of hashes) {
    const content = await contentOf(hash).catch(() => "");
    for (const secret of SECRETS) expect(content).not.toContain(secret);
  }
  const shown = (await app.admin.get(`/records/erasure_request/${request}`)).json.data;
  expect(shown).toMatchObject({
    status: "done",
    reason: null,
    outcome: { kept: { opportunity: 1 }, erased: { contact: 1, note: 1, task: 1, file: 1 } },
  });
  expect((await app.admin.get(`/records/opportunity/${deal.id}`)).status).toBe(200);
  expect((await app.admin.get(`/search?q=${encodeURIComponent("Zyxwvut")}`)).json.data).toEqual([]);
  await whole();

  // The log still says that something stood there, and what was not personal.
  const log = (await app.admin.get(`/audit/changes?record=${id}`)).json.data;
  expect(log.find((one: { kind: string }) => one.kind === "create")).toMatchObject({
    after: { name: null, mobile: null },
    erased: expect.arrayContaining(["name", "mobile"]),
  });
  expect(JSON.stringify(log)).toContain("Buyer");
  // The record's own changes say so too, rather than that it was empty.
  const ownChanges = (await app.admin.get(`/records/contact/${id}/changes`)).json.data.at(-1).changes;
  expect(ownChanges.find((one: { field: string }) => one.field === "mobile")).toMatchObject({
    after: { value: null, erased: true },
  });
  expect(ownChanges.find((one: { field: string }) => one.field === "owner").after.erased).toBeUndefined();
});

test("a value put back, or one more taken away, is not covered by the erasure", async () => {
  const lead = await app.admin.make("lead", {
    company: "Some firm",
    contact_name: "Ypsilon Person",
    mobile: "13987654321",
    source: "website",
  });
  await erase("lead", lead.id);
  await whole();
  const context = await app.context();
  const check = async () => (await checkSeals(context.db, context.workspace)).broken.map(({ what }) => what);
  const force = (text: string) =>
    context.db.transaction(async (tx) => {
      await tx.query({ text: "set local session_replication_role = replica" });
      await tx.query({ text, values: [lead.id] });
    });
  await force(
    `update w_main.changes set after = jsonb_set(after, '{contact_name}', '"Somebody else"') where record = $1`,
  );
  expect(await check()).toContain("changed");
  await force(
    `update w_main.changes set after = jsonb_set(after, '{contact_name}', 'null') where record = $1`,
  );
  expect(await check()).toEqual([]);
  await force(`update w_main.changes set after = jsonb_set(after, '{company}', 'null') where record = $1`);
  expect(await check()).toContain("changed");
  await force(
    `update w_main.changes set after = jsonb_set(after, '{company}', '"Some firm"') where record = $1`,
  );
  await force(
    `update w_main.changes set kept = replace(kept::text, '"erasure": "', '"erasure": "0')::jsonb where record = $1`,
  );
  expect(await check()).toContain("unerased");
  await force(
    `update w_main.changes set kept = replace(kept::text, '"erasure": "0', '"erasure": "')::jsonb where record = $1`,
  );
  expect(await check()).toEqual([]);
});

test("a colleague is erased only when gone; what let them in goes too; an older copy is erased again", async () => {
  const gone = await app.person({ name: "Vanishing Colleague", role: "seller" });
  await gone.patch("/me", { mobile: "13700001234" });
  expect(
    (
      await app.admin.post("/erasures", {
        object: "user",
        id: gone.id,
        legal_basis: "asked",
        attachments: true,
      })
    ).json.code,
  ).toBe("still_active");
  expect((await app.admin.patch(`/records/user/${gone.id}`, { active: false })).status).toBe(200);
  const [{ login }] = (
    await app.admin.get(`/records/user?filter=${encodeURIComponent(`id == "${gone.id}"`)}&fields=login`)
  ).json.data;
  expect(await tablesWith(login)).toContain("w_main.access_log");
  await erase("user", gone.id);
  for (const secret of [login, "Vanishing Colleague", "13700001234"])
    expect(await tablesWith(secret), secret).toEqual([]);
  await whole();

  const context = await app.context();
  const erasures = await listErasures(context.db, context);
  expect(erasures.map(({ record }) => record)).toContain(gone.id);
  const back = await app.admin.patch(`/records/user/${gone.id}`, { name: "Vanishing Colleague" });
  expect(back.status, back.text).toBe(200);
  await applyErasures(context, erasures);
  expect(await tablesWith("Vanishing Colleague")).toEqual([]);
  await whole();
});

test("only those who handle personal data may ask, decide or export", async () => {
  const seller = await app.person({ name: "Curious", role: "seller" });
  const contact = await app.admin.make("contact", { name: "Somebody" });
  expect(
    (
      await seller.post("/erasures", {
        object: "contact",
        id: contact.id,
        legal_basis: "asked",
        attachments: true,
      })
    ).status,
  ).toBe(403);
  expect((await seller.get(`/personal-data/contact/${contact.id}`)).status).toBe(403);
  expect((await seller.get(`/audit/changes`)).status).toBe(403);
  const asked = await app.admin.post("/erasures", {
    object: "contact",
    id: contact.id,
    legal_basis: "asked",
    attachments: false,
  });
  expect(asked.status, asked.text).toBe(201);
  expect((await seller.get("/records/erasure_request")).json.data).toEqual([]);
  expect((await seller.post(`/erasures/${asked.json.data.id}/decision`, { approve: true })).status).toBe(403);
  expect((await app.admin.post("/records/erasure_request", { status: "executing" })).status).toBe(422);
});

test("two clicks at once ask once, and what is handed over to a person is in words", async () => {
  const account = await app.admin.make("account", { name: "Steelworks" });
  const contact = await app.admin.make("contact", { name: "Two Clicks", account: account.id, role: "buyer" });
  const body = { object: "contact", id: contact.id, legal_basis: "asked", attachments: false };
  const asked = await Promise.all([app.admin.post("/erasures", body), app.admin.post("/erasures", body)]);
  expect(asked.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  const { text } = await app.admin.get(`/personal-data/contact/${contact.id}?format=csv`);
  expect(text).toMatch(/^\ufeff?(Object,ID,Field,Content|对象,编号,字段,内容)\r\n/);
  expect(text).toMatch(/,(Account|客户),Steelworks\r\n/);
  expect(text).toMatch(/,(Buying role,Buyer|决策角色,采购)\r\n/);
  expect(text).not.toMatch(/source_system|created_by/);
});
