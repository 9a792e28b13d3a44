import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../engine/kernel/context.ts";
import { runSubscribers } from "../../engine/changes/run-subscribers.ts";
import { replayLog } from "../../engine/history/replay.ts";
import type { Subscriber } from "../../engine/kernel/hooks.ts";
import { repairAll } from "../../engine/record/repair.ts";
import { checkSeals, sealLogs } from "../../modules/base/audit/public.ts";
import { checkBackup } from "../../platform/backup/check-backup.ts";
import { restoreBackup } from "../../platform/backup/restore-backup.ts";
import { label } from "../../shared/i18n/label.ts";
import { createLog } from "../../platform/log/log.ts";
import { openQueue } from "../../platform/queue/open-queue.ts";
import { ADMIN, clientOf, signIn } from "../../testing/app.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { brokenInside } from "../../testing/kept-promises.ts";
import { openProgram, type Program, serveProgram, type TestServices } from "../../testing/program.ts";
import { modules } from "./modules.ts";

/**
 * A company as the first release kept it: own object, moves, versions, an import that failed in part, a file,
 * a key, a deleted record.
 */
const FIXTURE = fileURLToPath(new URL("../../testing/fixtures/first-release.tar.gz", import.meta.url));
const KEY = "sk_main_dOuDS6LHn4qjDiMRh8TgFoObf-Y0Jts1QoOrr5ZbpIU";
/** After its amounts were raised, before the first deals were won and lost. */
const BETWEEN = "2026-11-21T22:53:34.625475Z";

const folder = mkdtempSync(join(tmpdir(), "sluice-first-release-"));
let database: TestDatabase;
let app: FastifyInstance;
let program: Program;
let context: () => Promise<Context>;
beforeAll(async () => {
  database = await testDatabase();
  const path = join(folder, "first-release.tar");
  writeFileSync(path, gunzipSync(readFileSync(FIXTURE)));
  await (await openQueue(database.url, { log: createLog("silent") })).stop();
  const [main] = (await checkBackup(path)).head.workspaces;
  if (!main) throw new Error("no workspace");
  const restore = async (services: TestServices): Promise<void> =>
    void (await restoreBackup({
      url: database.url,
      path,
      ...(await checkBackup(path)),
      put: (_, content) => services.of(main).files.put(content),
    }));
  program = await openProgram(database.db, { first: restore });
  const { engine } = program;
  context = () => engine.systemContext(main);
  app = await serveProgram(engine);
  await program.services.idle();
});
afterAll(async () => {
  program.stop();
  await app.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

test("a database of the first release comes forward with all its data, and people and keys get in as before", async () => {
  const newest = modules
    .flatMap((module) => module.migrations ?? [])
    .reduce((last, { id }) => (id > last ? id : last), "");
  const [workspace] = await database.db.query<{ version: string }>({
    text: "select schema_version as version from sluice.workspace",
  });
  expect(workspace?.version).toBe(newest);
  const admin = await signIn(app, ADMIN.login, ADMIN.password);
  const read = async (path: string) => {
    const answer = await admin.get(path);
    expect(answer.status, answer.text).toBe(200);
    return answer.json.data;
  };
  const deals = async (query: string) =>
    (await read(`/records/opportunity?limit=100${query}`)) as Record<string, { amount?: string } & string>[];
  const now = await deals("");
  expect(now).toHaveLength(13);
  expect(
    now
      .filter(({ stage }) => stage === "won")
      .map(({ name, amount }) => [name, amount?.amount])
      .toSorted(),
  ).toEqual([
    ["商机 0", "500.25"],
    ["商机 1", "1500.25"],
  ]);
  const then = await deals(`&as_of=${BETWEEN}`);
  expect(then.filter(({ name }) => String(name).startsWith("商机 ")).map(({ stage }) => stage)).toEqual(
    Array.from({ length: 12 }, () => "discovery"),
  );
  const account = (
    await clientOf(app, { authorization: `Bearer ${KEY}` }).get(
      `/records/account?filter=${encodeURIComponent('name == "恒润精密 0"')}`,
    )
  ).json.data[0];
  expect(account).toMatchObject({ machines_c: 3, level: "b" });
  const machines = await read("/records/machine_c?sort=name");
  expect(machines.map((one: { price_c: { amount: string } }) => one.price_c.amount)).toEqual([
    "10000.01",
    "20000.01",
    "30000.01",
  ]);
  const [file] = await read("/records/file");
  const content = await app.inject({ url: `/api/v1/files/${file.id}/content`, headers: admin.headers });
  expect(content.body).toBe("图纸的内容 drawing");
  expect((await admin.get("/search?q=恒润")).text).toContain("恒润精密 5");
});

test("it is written to like any other, and its log, its counts and its promises hold", async () => {
  const admin = await signIn(app, ADMIN.login, ADMIN.password);
  const found = await admin.get(`/records/opportunity?filter=${encodeURIComponent('name == "商机 5"')}`);
  expect(found.status, found.text).toBe(200);
  const [deal] = found.json.data;
  const raised = await admin.patch(
    `/records/opportunity/${deal.id}`,
    { amount: { amount: "7.77", currency: "CNY" } },
    { "if-match": `"${deal.version}"` },
  );
  expect(raised.status, raised.text).toBe(200);
  const [moves] = [
    (await admin.get(`/records/opportunity/${deal.id}/transitions`)).json.data as {
      to: string;
      allowed: boolean;
      current?: boolean;
    }[],
  ];
  const next = moves.find(({ allowed, current }) => allowed && !current);
  expect((await admin.post(`/records/opportunity/${deal.id}/transitions`, { to: next?.to })).status).toBe(
    200,
  );
  await admin.make("machine_c", { name: "新机床", account_c: deal.account });
  await program.services.idle();

  const now = await context();
  expect((await repairAll(now)).filter(({ wrong }) => wrong > 0)).toEqual([]);
  const replayed = await replayLog(
    now,
    modules.flatMap((module) => module.ledgers ?? []),
  );
  expect(replayed.flatMap(({ what, differing }) => differing.map((one) => [what, one]))).toEqual([]);
  while ((await sealLogs(now)) > 0);
  const sealed = await checkSeals(database.db, now.workspace);
  expect(sealed.broken).toEqual([]);
  expect(sealed.rows).toBeGreaterThan(50);
  // Nobody runs its readers here.
  const { broken } = await brokenInside(database.db, 0);
  expect(broken.filter((one) => !one.includes("readers are behind"))).toEqual([]);
});

test("subscribers that came since begin where those of the release stood, and tell nobody what happened before", async () => {
  const { workspace, hooks } = await context();
  const positions = () =>
    database.db.query<{ name: string; position: number }>({
      text: "select name, position from w_main.reader order by name",
    });
  const known = await positions();
  const [last] = await database.db.query<{ seq: number }>({
    text: "select max(c.seq) as seq from w_main.changes c where c.at < (select max(m.applied_at) from sluice.migration m)",
  });
  const stood = last?.seq ?? 0;
  expect(stood, "the release has written").toBeGreaterThan(50);
  const heard: number[] = [];
  const fresh: Subscriber = {
    word: "react",
    name: "test.fresh",
    label: label("新", "New"),
    applies: () => true,
    runAll: async (_, changes) => void heard.push(...changes.map(({ seq }) => seq)),
  };
  while ((await runSubscribers(database.db, workspace, context, [...hooks.subscribers, fresh])).more);
  expect(heard.length, "what came with this version is news").toBeGreaterThan(0);
  expect(heard.filter((seq) => seq <= stood)).toEqual([]);
  for (const { name, position } of await positions())
    if (!known.some((one) => one.name === name)) expect(position, name).toBeGreaterThanOrEqual(stood);
});
