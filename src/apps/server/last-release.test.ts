import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { TOTP } from "otpauth";
import { afterAll, beforeAll, expect, test } from "vitest";
import { replayLog } from "../../engine/history/replay.ts";
import { fillNameKeys } from "../../engine/schema/fill-name-keys.ts";
import { repairAll } from "../../engine/record/repair.ts";
import { checkSeals, sealLogs } from "../../modules/base/audit/public.ts";
import type { Values } from "../../shared/metadata/object.ts";
import { checkBackup } from "../../platform/backup/check-backup.ts";
import type { BackupManifest } from "../../platform/backup/contents.ts";
import { restoreBackup } from "../../platform/backup/restore-backup.ts";
import { createLog } from "../../platform/log/log.ts";
import { openQueue } from "../../platform/queue/open-queue.ts";
import type { Queue } from "../../platform/queue/queue.ts";
import { openFileStore } from "../../platform/storage/file-store.ts";
import { type Client, clientOf, signIn } from "../../testing/app.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { brokenInside } from "../../testing/kept-promises.ts";
import { type Answer, before, differing, type Login, unpackBackup } from "../../testing/last-version.ts";
import { serveProgram } from "../../testing/program.ts";
import { readNotes } from "./backup-facts.ts";
import { type Engine, openEngine } from "./engine.ts";
import { modules } from "./modules.ts";
import { jobHandlers, servicesOf } from "./run-jobs.ts";

const PATIENCE_MS = 110_000;
/** Accounts that were brought in together. */
const ROWS = 208;
const folder = mkdtempSync(join(tmpdir(), "sluice-last-release-"));
let database: TestDatabase;
let notes: BackupManifest["notes"];
let queue: Queue;
let engine: Engine;
let app: FastifyInstance;
let clients: Readonly<Record<string, Client>>;
let admin: Client;

/** Restored and opened as the program does it; the work that waits is not begun yet. */
beforeAll(async () => {
  database = await testDatabase();
  const path = unpackBackup(folder);
  queue = await openQueue(database.url, { log: createLog("silent") });
  const files = openFileStore(join(folder, "files"));
  const put = (workspace: string, content: Readable) => files.of(workspace).put(content);
  const checked = await checkBackup(path);
  ({ notes } = checked.manifest);
  await restoreBackup({ url: database.url, path, ...checked, put });
  const onError = (error: unknown) => console.error(error);
  engine = await openEngine({ db: database.db, modules, services: servicesOf(files, queue), onError });
  app = await serveProgram(engine);
  clients = await enter();
  admin = clientNamed("admin");
});
afterAll(async () => {
  await queue.stop();
  engine.stop();
  await app.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const keyed = (key: string): Client => clientOf(app, { authorization: `Bearer ${key}` });
/** Everybody gets in with what they had: passwords, a second step, keys, the name of the second company's host. */
async function enter(): Promise<Record<string, Client>> {
  const found: Record<string, Client> = {
    whole: keyed(before.keys.whole),
    narrow: keyed(before.keys.narrow),
    acme: await signInWith(before.acme, { host: before.acme.host, origin: `http://${before.acme.host}` }),
  };
  for (const [name, login] of Object.entries(before.logins))
    found[name] = login.second ? await signInWith(login) : await signIn(app, login.login, login.password);
  return found;
}
async function signInWith(
  { login, password, second }: Login,
  headers: Readonly<Record<string, string>> = {},
): Promise<Client> {
  const first = await clientOf(app, headers).post("/session", { login, password });
  const code = second && new TOTP({ secret: second }).generate();
  const challenge: string | undefined = first.json.challenge ?? first.json.data?.challenge;
  const last = code
    ? await clientOf(app, headers).post("/session/second-factor", { challenge, code })
    : first;
  if (last.status !== 200) throw new Error(`sign-in of ${login}: ${last.status} ${last.text}`);
  const cookies = [last.headers["set-cookie"]].flat().map((cookie) => String(cookie).split(";")[0]);
  return clientOf(app, { ...headers, cookie: cookies.join("; ") });
}
function clientNamed(name: string): Client {
  const client = clients[name];
  if (!client) throw new Error(`nobody is called ${name}`);
  return client;
}
const ask = async ({ as, method, path, body }: Answer) => clientNamed(as).send(method, path, body);

test("everybody gets in as before, and every answer is that of the release before", async () => {
  const found: Record<string, readonly string[]> = {};
  for (const one of before.answers) {
    const { status, json, text } = await ask(one);
    const told =
      status === one.status ? differing(one, json ?? text) : [`${one.status} → ${status}: ${text}`];
    if (told.length > 0) found[`${one.as} ${one.method} ${one.path}`] = told;
  }
  expect(before.answers.length).toBeGreaterThan(90);
  const [first] = before.answers;
  expect(first && differing(first, { data: "another" })).not.toEqual([]);
  expect(found).toEqual({});
  expect((await keyed(before.keys.gone).get("/me")).status).toBe(401);
});

test("work that was half done and work that waited is done to its end, once", async () => {
  const { half, queued, leaver } = before.ids;
  const many = encodeURIComponent('startswith(name, "批量")');
  const rows = async () => (await admin.get(`/records/account?filter=${many}&limit=500`)).json.data;
  expect((await admin.get(`/imports/${half.imported}`)).json.data).toMatchObject({ status: "running" });
  expect((await admin.get(`/jobs/${half.bulk}`)).json.data).toMatchObject({ status: "running" });
  await queue.start(jobHandlers(engine, modules));
  const ends = [`/imports/${half.imported}`, `/jobs/${half.bulk}`, `/jobs/${queued.bulk}`];
  const states = async () =>
    Promise.all(
      [...ends, `/imports/${queued.undo}`].map(async (path) => (await admin.get(path)).json.data.status),
    );
  await expect.poll(states, { timeout: PATIENCE_MS }).toEqual(["done", "done", "done", "undone"]);
  const waiting = { text: "select count(*)::int as count from sluice_queue.jobs where run_at <= now()" };
  await expect.poll(() => database.db.query(waiting), { timeout: PATIENCE_MS }).toEqual([{ count: 0 }]);
  const found = await rows();
  expect(found).toHaveLength(ROWS);
  // By the bulk change that was half done, and by the one that waited or, where its row came after that, by the
  // import: both go on at once.
  const written = new Set(found.map((one: Values) => `${one.employees} ${one.year_founded}`));
  expect([...written].filter((one) => one !== "7 2001" && one !== "7 1998")).toEqual([]);
  const once = async (path: string) => (await admin.get(path)).json.data;
  expect(await once(`/imports/${half.imported}`)).toMatchObject({ updated: ROWS, failed: 0 });
  for (const id of [half.bulk, queued.bulk])
    expect(await once(`/jobs/${id}`)).toMatchObject({ total: ROWS, result: { done: ROWS, refused: 0 } });
  // The hand-over that waited: everything open is Ben's now.
  expect(await once(`/records/account?filter=${encodeURIComponent(`owner == "${leaver}"`)}`)).toEqual([]);
  const [view] = await once(`/handovers/${leaver}`).then(({ duties }) => duties);
  expect(view).toMatchObject({ object: "opportunity", open: 0 });
});

test("what was asked and what can be taken back goes on from where it stood", async () => {
  const { waiting, erasure, imports } = before.ids;
  const chief = clientNamed("chief");
  const { card } = (await chief.get(`/approvals/${waiting.request}`)).json.data;
  const approved = await chief.post(`/approvals/${waiting.request}/approve`, { seen: card.seen });
  expect([approved.status, approved.json.data?.status], approved.text).toEqual([200, "approved"]);
  expect((await admin.get(`/records/opportunity/${waiting.deal}`)).json.data.stage).toBe("b");

  const decided = await clientNamed("other").post(`/erasures/${erasure}/decision`, { approve: true });
  expect(decided.status, decided.text).toBe(202);
  expect((await admin.post(`/imports/${imports.partly}/undo`)).status).toBe(202);
  const undone = async () => (await admin.get(`/imports/${imports.partly}`)).json.data.status;
  await expect.poll(undone, { timeout: PATIENCE_MS }).toBe("undone");
  const erased = async () => (await admin.get(`/records/erasure_request/${erasure}`)).json.data.status;
  await expect.poll(erased, { timeout: PATIENCE_MS }).toBe("done");

  const back = await admin.post("/objects/parked_c/restore");
  expect(back.status, back.text).toBe(200);
  expect((await admin.get("/records/parked_c")).json.data).toMatchObject([{ name: "停用的一条" }]);
});

test("logs, seals and counts hold in both companies, from the seal that the backup noted on", async () => {
  const ledgers = modules.flatMap((module) => module.ledgers ?? []);
  for (const workspace of engine.workspaces) {
    const now = await engine.systemContext(workspace);
    expect((await repairAll(now)).filter(({ wrong }) => wrong > 0)).toEqual([]);
    // An object that came back above had names without keys, and nobody runs its readers here.
    while (await fillNameKeys({ ...now, workspace: { ...now.workspace } }));
    const replayed = await replayLog(now, ledgers);
    expect(replayed.flatMap(({ what, differing: one }) => one.map((place) => [what, place]))).toEqual([]);
    while ((await sealLogs(now)) > 0);
    const { seal } = readNotes(notes, workspace.code);
    expect(seal).not.toBeNull();
    const { broken, rows } = await checkSeals(database.db, workspace, seal ?? undefined);
    expect(broken).toEqual([]);
    expect(rows).toBeGreaterThan(workspace.code === "main" ? 1000 : 0);
  }
  // Nobody runs its readers here.
  const { broken } = await brokenInside(database.db, 0);
  expect(broken.filter((one) => !one.includes("readers are behind"))).toEqual([]);
});
