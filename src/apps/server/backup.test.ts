import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { save } from "../../engine/record/save.ts";
import { applyErasures, sealLogs } from "../../modules/base/audit/public.ts";
import { checkBackup } from "../../platform/backup/check-backup.ts";
import { restoreBackup, isEmptyFor } from "../../platform/backup/restore-backup.ts";
import { writeBackup } from "../../platform/backup/write-backup.ts";
import { connectDatabase } from "../../platform/db/connect.ts";
import type { Database } from "../../platform/db/database.ts";
import { createLog } from "../../platform/log/log.ts";
import { openQueue } from "../../platform/queue/open-queue.ts";
import { openFileStore } from "../../platform/storage/file-store.ts";
import { openFiles } from "../../platform/storage/open-files.ts";
import { ADMIN, clientOf, signIn, testApp, type TestApp } from "../../testing/app.ts";
import { brokenInside } from "../../testing/kept-promises.ts";
import { serverUrl } from "../../testing/database.ts";
import { testObjectStorage, type TestObjectStorage } from "../../testing/object-storage.ts";
import { startTestServer } from "../../testing/postgres-server.ts";
import { openProgram, serveProgram } from "../../testing/program.ts";
import { parseErasures, readNotes, spellErasures, takeNotes } from "./backup-facts.ts";
import { checkRestored } from "./check-restored.ts";

const folder = mkdtempSync(join(tmpdir(), "sluice-backup-"));
const files = openFileStore(join(folder, "files"));
const log = createLog("silent");
let world: TestApp;
let storage: TestObjectStorage;
let other: Awaited<ReturnType<typeof startTestServer>>;
const opened: Database[] = [];
beforeAll(async () => {
  [storage, world, other] = [
    await testObjectStorage(),
    await testApp(),
    await startTestServer(process.env["SLUICE_TEST_POSTGRES"] === "18" ? "15" : "18"),
  ];
});
afterAll(async () => {
  await world.close();
  for (const db of opened) await db.close();
  await other.stop();
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});

let made = 0;
async function emptyDatabase(server: string): Promise<{ url: string; db: Database }> {
  const name = `sluice_restore_${process.pid}_${++made}`;
  const admin = connectDatabase(server, { max: 1 });
  await admin.query({ text: `create database ${name}` });
  await admin.close();
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const db = connectDatabase(url, { max: 4 });
  opened.push(db);
  return { url, db };
}
const backUp = (url: string, name: string, of = files) =>
  writeBackup({ url, files: of, path: join(folder, name), version: "test", notes: takeNotes });
async function restoreTo(url: string, name: string, store = openFileStore(join(folder, `of-${name}`))) {
  const path = join(folder, name);
  const checked = await checkBackup(path);
  await (await openQueue(url, { log })).stop();
  await restoreBackup({
    url,
    path,
    ...checked,
    put: (workspace, content) => store.of(workspace).put(content),
  });
  return { ...checked, store };
}
/**
 * Each table's rows as one digest in the order of their text, and how everything is made: not by the way of
 * the backup.
 */
async function pictureOf(db: Database): Promise<Record<string, unknown>> {
  const tables = await db.query<{ name: string }>({
    text: "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('sluice', 'w_main') order by 1",
  });
  const picture: Record<string, unknown> = {};
  for (const { name } of tables) {
    const [row] = await db.query({
      text: `select count(*) as rows, md5(coalesce(string_agg(t::text, e'\\n' order by t::text collate "C"), '')) as md5 from ${name} t`,
    });
    picture[name] = row;
  }
  const made = (text: string) => db.query({ text });
  picture["columns"] =
    await made(`select table_schema, table_name, column_name, data_type, collation_name, column_default, is_nullable, identity_generation from information_schema.columns
    where table_schema in ('sluice', 'w_main') order by 1, 2, 3`);
  picture["indexes"] = await made(
    "select indexname, indexdef from pg_indexes where schemaname in ('sluice', 'w_main') order by 1, 2",
  );
  picture["triggers"] = await made(
    "select distinct tgrelid::regclass::text as on, tgname from pg_trigger where not tgisinternal order by 1, 2",
  );
  picture["constraints"] = await made(
    "select conrelid::regclass::text as on, conname, pg_get_constraintdef(oid) as def from pg_constraint where contype <> 'n' and connamespace = 'w_main'::regnamespace order by 1, 2",
  );
  picture["options"] = await made(
    "select relname, reloptions from pg_class where relnamespace = 'w_main'::regnamespace and reloptions is not null order by 1",
  );
  picture["sequences"] = await made(
    "select sequencename, last_value from pg_sequences where schemaname = 'w_main' order by 1",
  );
  return picture;
}

/**
 * A company with something of everything: own objects and fields, texts that are hard to carry, versions, a
 * move, a job that waits, a content.
 */
async function company(): Promise<{ hash: string }> {
  const { admin } = world;
  const label = (text: string) => ({ "zh-CN": text, en: text });
  expect((await admin.post("/objects", { name: "machine", label: label("设备") })).status).toBe(201);
  expect(
    (await admin.post("/objects/machine_c/fields", { name: "price", kind: "money", label: label("价格") }))
      .status,
  ).toBe(201);
  await admin.make("machine_c", {
    name: '数控\t机床\\N "一号"\n二行',
    price_c: { amount: "12345678901234567.89", currency: "CNY" },
  });
  await admin.make("contact", { name: "李雷", mobile: "13812345678" });
  const account = await admin.make("account", { name: "恒润精密 𠮷 \\. end" });
  const deal = await admin.make("opportunity", {
    name: "年度框架",
    account: account.id,
    amount: { amount: "10.10", currency: "CNY" },
  });
  expect(
    (
      await admin.patch(
        `/records/opportunity/${deal.id}`,
        { amount: { amount: "20.20", currency: "CNY" } },
        { "if-match": '"1"' },
      )
    ).status,
  ).toBe(200);
  const queue = await openQueue(world.database.url, { log });
  await queue.enqueue(
    "later",
    { some: ["值", 1] },
    { workspace: "main", key: "k", runAt: new Date("2031-01-02T03:04:05Z") },
  );
  await queue.stop();
  await sealLogs(await world.context());
  return files.of("main").put(Readable.from([Buffer.alloc(3_000_000, "内容"), Buffer.from("end")]));
}

test("what is restored on the other PostgreSQL and back again is the same, row by row and made the same way, and serves people", async () => {
  const { hash } = await company();
  const before = await pictureOf(world.database.db);
  await backUp(world.database.url, "one.tar");
  const there = await emptyDatabase(other.url);
  // From a directory into an object storage, and from there into a directory again.
  const { endpoint, keys } = storage;
  const place = { bucket: "files", prefix: "", endpoint, region: "cn-test-1", style: "path", keys } as const;
  const inStorage = await openFiles(join(folder, "beside"), place);
  const { manifest, store } = await restoreTo(there.url, "one.tar", inStorage);
  expect(manifest.files.count).toBe(1);
  expect(
    (await Readable.from(await store.of("main").open(hash)).toArray()).reduce(
      (sum: number, chunk: Buffer) => sum + chunk.length,
      0,
    ),
  ).toBe(3_000_003);

  await backUp(there.url, "two.tar", inStorage);
  const back = await emptyDatabase(serverUrl());
  expect((await restoreTo(back.url, "two.tar")).manifest.files).toEqual(manifest.files);
  expect(await pictureOf(back.db)).toEqual(before);
  const jobs = await there.db.query({
    text: "select key, run_at, task_identifier as kind from sluice_queue.jobs",
  });
  expect(jobs).toEqual([{ key: "main/later/k", run_at: "2031-01-02T03:04:05.000000Z", kind: "later" }]);

  const { engine, stop } = await openProgram(there.db);
  const app = await serveProgram(engine);
  const admin = await signIn(app, ADMIN.login, ADMIN.password);
  const old = clientOf(app, world.admin.headers);
  expect((await old.get("/records/machine_c")).json.data).toMatchObject([
    { price_c: { amount: "12345678901234567.89" } },
  ]);
  expect((await admin.post("/records/machine_c", { name: "二号" })).status).toBe(201);
  expect((await brokenInside(there.db)).broken).toEqual([]);
  // Somebody was erased after the backup: the list that is kept beside it erases them here, too.
  const [person] = (await world.admin.get("/records/contact")).json.data;
  await applyErasures(await world.context(), [
    { request: randomUUID(), object: "contact", record: person.id, attachments: false },
  ]);
  const list = parseErasures(spellErasures(await takeNotes(world.database.db, world.engine.workspaces)));
  expect(await there.db.query({ text: "select mobile from w_main.o_contact" })).toEqual([
    { mobile: expect.stringContaining("13812345678") },
  ]);
  const told: string[] = [];
  expect(await checkRestored(engine, manifest, list ?? {}, ({ en }) => void told.push(en))).toBe(true);
  expect(told).toEqual([
    expect.stringContaining("reapplied"),
    expect.stringContaining("seals is intact"),
    expect.stringContaining("match the records"),
  ]);
  expect(await there.db.query({ text: "select mobile from w_main.o_contact" })).toEqual([{ mobile: null }]);
  expect(await checkRestored(engine, manifest, list ?? {}, () => undefined)).toBe(true);
  expect(readNotes(manifest.notes, "main").seal?.number).toBeGreaterThan(0);
  const forged = {
    ...manifest,
    notes: { main: { erasures: [], seal: { number: 1, digest: "0".repeat(64) } } },
  };
  expect(await checkRestored(engine, forged, {}, () => undefined)).toBe(false);
  stop();
  await app.close();
  expect(await isEmptyFor(there.db, (await checkBackup(join(folder, "one.tar"))).head)).toBe(false);
}, 180_000);

test("a copy taken while people write is of one moment: every promise holds in it, and nothing that was acknowledged before it is missing", async () => {
  const context = await world.context();
  let over = false;
  /** When each write was acknowledged, by this machine's clock, which is the database's too. */
  const acknowledged: number[] = [];
  const write = async (): Promise<void> => {
    while (!over) {
      const { results } = await save(context, {
        road: "api",
        mode: "all",
        operations: [
          { op: "create", object: "account", values: { name: `客户 ${randomUUID()}`, level: "a" } },
        ],
      });
      const [first] = results;
      if (!first?.ok) throw new Error(JSON.stringify(first));
      await save(context, {
        road: "api",
        mode: "all",
        operations: [{ op: "update", object: "account", id: first.id, values: { level: "b" } }],
      });
      acknowledged.push(Date.now());
    }
  };
  const writing = Promise.all([write(), write()]);
  await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(5);
  const begun = Date.now();
  const { head } = await backUp(world.database.url, "busy.tar");
  const most = acknowledged.length;
  await expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(most);
  over = true;
  await writing;
  const there = await emptyDatabase(other.url);
  await restoreTo(there.url, "busy.tar");
  const [count] = await there.db.query<{ done: number }>({
    text: "select count(*) filter (where level = 'b') as done from w_main.o_account where name like '客户 %'",
  });
  const moment = Date.parse(head.made_at);
  expect(moment).toBeGreaterThanOrEqual(begun);
  expect(count?.done).toBeGreaterThanOrEqual(acknowledged.filter((at) => at < moment).length);
  expect(count?.done).toBeLessThanOrEqual(most + 2);
  expect((await brokenInside(there.db)).broken).toEqual([]);
}, 180_000);

test("a file that is cut off, changed by one bit anywhere, or something else is refused", async () => {
  const whole = readFileSync(join(folder, "one.tar"));
  const refusalOf = async (content: Buffer) => {
    writeFileSync(join(folder, "bad.tar"), content);
    return checkBackup(join(folder, "bad.tar")).then(
      () => "taken",
      (error: Error & { what?: string }) => error.what ?? String(error),
    );
  };
  expect(await refusalOf(whole)).toBe("taken");
  for (const part of [0.3, 0.9, 0.999])
    expect(await refusalOf(whole.subarray(0, Math.floor(whole.length * part)))).toBe("broken");
  const bodyEnd = whole.lastIndexOf("sha256\0");
  for (const part of [0.02, 0.2, 0.4, 0.6, 0.8, 0.97, 0.999]) {
    const flipped = Buffer.from(whole);
    const at = Math.floor(bodyEnd * part);
    flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
    expect(await refusalOf(flipped), `at ${at}`).toMatch(/broken|foreign/);
  }
  expect(await refusalOf(Buffer.from("PK not a backup".repeat(200)))).toBe("foreign");
  expect(await refusalOf(Buffer.alloc(0))).toBe("foreign");
});
