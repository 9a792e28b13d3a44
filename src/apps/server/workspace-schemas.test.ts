import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ensureAdministrator } from "../../modules/base/identity/public.ts";
import { connectDatabase } from "../../platform/db/connect.ts";
import type { Database } from "../../platform/db/database.ts";
import { ADMIN, type Client, clientOf } from "../../testing/app.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { openProgram, type Program, serveProgram } from "../../testing/program.ts";

let database: TestDatabase;
/** Without a search path: what does not name its schema is not found. */
let pathless: Database;
let program: Program;
let acme: Client;
let close: () => Promise<void>;

beforeAll(async () => {
  database = await testDatabase();
  pathless = connectDatabase(`${database.url}&options=${encodeURIComponent("-c search_path=")}`, { max: 8 });
  program = await openProgram(pathless, { make: "acme" });
  const { engine } = program;
  await pathless.query({ text: "insert into sluice.workspace_host values ('acme.test', 'acme')" });
  await engine.refresh();
  for (const workspace of engine.workspaces)
    await ensureAdministrator(await engine.systemContext(workspace), ADMIN);
  const app = await serveProgram(engine);
  close = () => app.close();
  const at = (more: Record<string, string>) =>
    clientOf(app, { host: "acme.test", origin: "http://acme.test", ...more });
  const answer = await at({}).post("/session", ADMIN);
  acme = at({ cookie: [answer.headers["set-cookie"]].flat().join("; ") });
});
afterAll(async () => {
  program.stop();
  await close();
  await pathless.close();
  await database.drop();
});

/** A day's work in one workspace: definitions, writes on several roads, every kind of read. */
async function workADay(): Promise<void> {
  const label = { "zh-CN": "设备", en: "Machine" };
  const done = async (answer: Promise<{ readonly status: number; readonly text: string }>) => {
    const { status, text } = await answer;
    expect(status, text).toBeLessThan(300);
  };
  await done(acme.post("/objects", { name: "machine", label }));
  await done(acme.post("/objects/machine_c/fields", { name: "grade", kind: "text", label }));
  await done(acme.post("/records/machine_c", { name: "一号", grade_c: "甲" }));
  const account = await acme.make("account", { name: "恒润精密" });
  const deal = await acme.make("opportunity", {
    name: "年度框架",
    account: account.id,
    amount: "1000",
    close_date: "2031-01-01",
  });
  await done(acme.patch(`/records/opportunity/${deal.id}`, { amount: "2000" }));
  await done(
    acme.post(`/records/opportunity/${deal.id}/transitions`, {
      to: "needs",
      override: { reason: "for the test" },
    }),
  );
  await done(acme.post("/records/opportunity/bulk", { ids: [deal.id], values: { next_step: "拜访" } }));
  await done(acme.delete(`/records/opportunity/${deal.id}`));
  await done(acme.post(`/records/opportunity/${deal.id}/restore`));
  const reads = [
    "/records/opportunity?titles=1&count=exact&expand=account",
    "/records/opportunity?as_of=2031-01-01",
    `/records/opportunity/${deal.id}`,
  ];
  for (const path of [
    ...reads,
    "/search?q=恒润",
    "/changes",
    "/me",
    "/metrics-catalog",
    `/records/opportunity/${deal.id}/timeline`,
  ])
    await done(acme.get(path));
  await done(
    acme.post("/records/opportunity/aggregate", {
      group_by: [{ field: "stage" }],
      measures: [{ fn: "count" }],
    }),
  );
  for (const name of ["funnel", "cycle", "dwell", "win_rate", "loss"])
    await done(acme.post(`/insight/${name}`, { object: "opportunity" }));
  await done(acme.post("/exports", { object: "account" }));
  await program.services.idle();
}

test("every statement names the schema of its own workspace, of no other, and finds everything without a search path", async () => {
  expect(await pathless.query({ text: "show search_path" })).toEqual([{ search_path: "" }]);
  const spy = vi.spyOn(pg.Client.prototype, "query");
  await workADay();
  const texts = spy.mock.calls.map(([config]: readonly unknown[]) =>
    typeof config === "string" ? config : (config as { text: string }).text,
  );
  spy.mockRestore();
  const ours = texts.filter((text) => text.includes("w_acme"));
  expect(ours.length).toBeGreaterThan(100);
  expect(ours.filter((text) => text.includes("w_main"))).toEqual([]);
});

test("nothing in a workspace's schema hangs on anything in another", async () => {
  expect(await depending()).toEqual([]);
  const keys = await pathless.query<{ count: number; crossing: number }>({
    text: `select count(*) as count, count(*) filter (where one.relnamespace <> other.relnamespace) as crossing from pg_constraint k
      join pg_class one on one.oid = k.conrelid join pg_class other on other.oid = k.confrelid where k.contype = 'f'`,
  });
  expect(keys).toEqual([{ count: expect.any(Number), crossing: 0 }]);
  expect(keys[0]?.count).toBeGreaterThan(0);
  const bodies = await pathless.query<{ schema: string; body: string }>({
    text: `select pronamespace::regnamespace::text as schema, prosrc as body from pg_proc where pronamespace::regnamespace::text like 'w\\_%'`,
  });
  // `sluice.erasing` is a setting of the session, not a table.
  for (const { schema, body } of bodies)
    for (const [name] of body.matchAll(/\bw_[a-z]\w*|\bsluice\.(?!erasing\b)/g))
      expect(name, body).toBe(schema);
  expect(new Set((await schemas()).map(({ schema }) => schema))).toEqual(
    new Set(["sluice", "w_acme", "w_main"]),
  );
});

test("and a thing that did would be found", async () => {
  const text =
    "create table w_acme.probe (number bigint default nextval('w_main.changes_seq'), record uuid references w_main.o_account (id))";
  await pathless.query({ text });
  const found = await depending();
  await pathless.query({ text: "drop table w_acme.probe" });
  expect(found.map(({ on }) => on).toSorted()).toEqual(
    expect.arrayContaining(["w_main.changes_seq", "w_main.o_account"]),
  );
});

/**
 * Objects of one workspace's schema that depend on an object of another schema. What has no schema of its own
 * (a default, a constraint, a trigger) belongs to its table's.
 */
const depending = () =>
  pathless.query<{ what: string; on: string }>({
    text: `with named as (
        select one.identity as what, coalesce(one.schema, substring(one.identity from '\\m(w_\\w+|sluice\\w*)\\.')) as mine,
          other.identity as "on", coalesce(other.schema, substring(other.identity from '\\m(w_\\w+|sluice\\w*)\\.')) as theirs from pg_depend d
          cross join lateral pg_identify_object(d.classid, d.objid, 0) one cross join lateral pg_identify_object(d.refclassid, d.refobjid, 0) other
          where d.objid >= 16384 and d.refobjid >= 16384)
      select what, "on" from named where mine like 'w\\_%' and theirs <> mine`,
  });
const schemas = () =>
  pathless.query<{ schema: string }>({
    text: `select distinct relnamespace::regnamespace::text as schema from pg_class where oid >= 16384 and relnamespace::regnamespace::text !~ '^(pg_|information_schema)'`,
  });
