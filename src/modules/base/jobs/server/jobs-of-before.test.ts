import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "../../../../engine/record/ids.ts";
import { save } from "../../../../engine/record/save.ts";
import { appOn, type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { importer } from "../../../../testing/importer.ts";

let before: TestApp;
let director: Client & { id: string };
let ids: string[];
beforeAll(async () => {
  before = await testApp();
  director = await before.person({ name: "何总监", role: "sales_director" });
  const operations = Array.from({ length: 12 }, (_, at) => ({
    op: "create" as const,
    object: "account",
    values: { name: `升级 ${at}`, owner: director.id },
  }));
  const { results } = await save(await before.context(), { operations, road: "seed", mode: "all" });
  ids = results.flatMap((result) => (result.ok ? [result.id] : []));
});
let after: TestApp | undefined;
afterAll(async () => {
  await after?.app.close();
  await before.close();
});

const HALF = "name\nHalf 1\nHalf 2\nHalf 3\n";
/** The tables as the version before had them. */
const FORMER = [
  "drop index w_main.job_run_of_person, w_main.job_run_undo",
  "delete from w_main.job_run",
  `alter table w_main.job_run drop column position, drop column parent, drop column log_from, drop column log_to, drop column file,
    alter column actor set not null, alter column phase set not null, alter column total set default 0, alter column total set not null`,
  "delete from sluice.migration where id in ('0420_job_runner', '0421_import_jobs')",
];

interface FormerRun {
  readonly phase: "collect" | "work";
  readonly next: number;
  readonly total: number;
  readonly payload: object;
}
/** A bulk change that the version before was at when it stopped, with its record. */
async function formerBulk({ phase, next, total, payload }: FormerRun): Promise<string> {
  const id = newId();
  const values = { kind: "bulk", object: "account", status: "queued", owner: director.id };
  await save(await before.context(), {
    operations: [{ op: "create", object: "job", id, values }],
    road: "rule",
    mode: "all",
  });
  await before.database.db.query({
    text: `insert into w_main.job_run (id, kind, actor, language, payload, status, phase, next_item, total, done, attempts)
      values ($1, 'bulk', $2, 'en', $3::jsonb, 'running', $4, $5, $6, $7, 1)`,
    values: [id, director.id, JSON.stringify(payload), phase, next, total, next - 1],
  });
  return id;
}

it("what the version before was at goes on where it stood: bulk changes, imports, the undo of one", async () => {
  const { db } = before.database;
  const files = importer(before);
  const undone = await files.imported("name\nUndone 1\nUndone 2\n", { object: "account" });
  const half = await files.imported(HALF, { object: "account" });
  const settled = await files.imported("name\nSettled\n", { object: "account" });
  for (const text of FORMER) await db.query({ text });
  const working = await formerBulk({
    phase: "work",
    next: 5,
    total: 12,
    payload: { object: "account", ids, values: { size: "large" } },
  });
  await db.query({
    text: "insert into w_main.job_item (job, number, record) select $1, place, record from unnest($2::text[]) with ordinality as u(record, place)",
    values: [working, ids],
  });
  const naming = await formerBulk({
    phase: "collect",
    next: 1,
    total: 0,
    payload: { object: "account", ids: ids.slice(0, 3), values: { industry: "注塑" } },
  });
  await db.query({
    text: "update w_main.import_run set status = 'running', phase = 'undo', next_row = rows + 2, finished_at = null where id = $1",
    values: [undone.id],
  });
  await db.query({
    text: "update w_main.import_run set status = 'running', next_row = 3, created = 2, finished_at = null where id = $1",
    values: [half.id],
  });

  after = await appOn(before.database, {
    first: async ({ of }) => {
      await of({ code: "main", schema: "w_main" }).files.put(Readable.from([HALF]));
    },
  });
  await after.idle();
  const show = async (id: string) => (await after!.admin.get(`/imports/${id}`)).json.data;
  expect(await show(half.id)).toMatchObject({ status: "done", created: 3, rows: 3 });
  expect(await show(undone.id)).toMatchObject({ status: "undone", undo: { deleted: 2, kept_total: 0 } });
  const job = async (id: string) => (await director.get(`/jobs/${id}`)).json.data;
  expect(await job(working)).toMatchObject({ status: "done", total: 12, result: { done: 12, refused: 0 } });
  expect(await job(naming)).toMatchObject({ status: "done", total: 3, result: { done: 3, refused: 0 } });
  const sizes = await db.query<{ n: number }>({
    text: "select count(*)::int as n from w_main.o_account where id = any($1::uuid[]) and size = 'large'",
    values: [ids],
  });
  expect(sizes, "those before the resume point are not done again").toEqual([{ n: 8 }]);

  const own = (await after.admin.get("/jobs?limit=100")).json.data as readonly {
    id: string;
    kind: string;
    status: string;
    parent: string | null;
  }[];
  const states = new Map(own.map(({ id, kind, status }) => [id, `${kind} ${status}`]));
  expect([settled.id, half.id, undone.id].map((id) => states.get(id))).toEqual([
    "import done",
    "import done",
    "import undone",
  ]);
  expect(own.filter(({ parent }) => parent === undone.id)).toMatchObject([
    { kind: "import_undo", status: "done" },
  ]);
});
