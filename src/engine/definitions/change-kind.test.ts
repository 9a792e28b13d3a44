import { afterAll, beforeAll, expect, test } from "vitest";
import { runJob } from "../../modules/base/jobs/public.ts";
import { testApp, type TestApp } from "../../testing/app.ts";
import { kindChange } from "./change-kind.job.ts";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());
const both = (text: string) => ({ "zh-CN": text, en: text });
const add = async (name: string, more: object) => {
  const made = await world.admin.post("/objects/account/fields", { name, label: both(name), ...more });
  expect(made.status, made.text).toBe(201);
};

test("the kind of a field changes with all its values, in lists, filters and the past, or not at all", async () => {
  const { admin } = world;
  await add("worth", { kind: "text", indexed: true, max_length: 50 });
  const one = await admin.make("account", { name: "One", worth_c: "1,200.5" });
  const two = await admin.make("account", { name: "Two", worth_c: "a lot" });
  await admin.make("account", { name: "Empty" });
  const path = "/objects/account/fields/worth_c";
  const preview = await admin.patch(path, { kind: "decimal", dry_run: true });
  expect([preview.status, preview.json.data], preview.text).toEqual([
    200,
    {
      total: 2,
      failing: 1,
      examples: [
        { record: two.id, before: "a lot", after: null },
        { record: one.id, before: "1,200.5", after: "1200.5" },
      ],
    },
  ]);
  const refused = await admin.patch(path, { kind: "decimal" });
  expect([refused.status, refused.json.code], refused.text).toEqual([422, "does_not_convert"]);
  expect(refused.json.errors[0].message).toContain("a lot");
  expect((await admin.get(`/records/account/${one.id}`)).json.data.worth_c).toBe("1,200.5");
  await admin.patch(`/records/account/${two.id}`, { worth_c: "30" });
  const done = await admin.patch(path, { kind: "decimal", scale: 2 });
  expect(done.status, done.text).toBe(200);
  expect((await admin.get(`/records/account/${one.id}`)).json.data.worth_c).toBe("1200.5");
  expect(
    (
      await admin.get(`/records/account?filter=${encodeURIComponent("worth_c > 100")}&sort=-worth_c`)
    ).json.data.map((row: { id: string }) => row.id),
  ).toEqual([one.id]);
  const wrote = await admin.patch(`/records/account/${one.id}`, { worth_c: "7.25" });
  expect(wrote.json.data?.worth_c, wrote.text).toBe("7.25");
  const versions = await admin.get(`/records/account/${one.id}/versions`);
  expect(versions.status, versions.text).toBe(200);
  await world.idle();
  const { rows } = {
    rows: await world.database.db.query<{ n: number }>({
      text: `select count(*)::int as n from pg_indexes where schemaname = 'w_main' and indexname like 'account__%worth_c%'`,
    }),
  };
  expect(rows[0]?.n).toBe(1);
});

test("every offered way between kinds keeps values or refuses", async () => {
  const { admin } = world;
  const options = [
    { name: "a", label: both("Alpha") },
    { name: "b", label: both("Beta") },
  ];
  const ways: readonly [string, object, unknown, object, unknown][] = [
    ["t1", { kind: "text" }, "2026/2/28", { kind: "date" }, "2026-02-28"],
    ["t2", { kind: "text" }, "alpha", { kind: "select", options }, "a"],
    ["t3", { kind: "text" }, "x@Example.com", { kind: "email" }, "x@example.com"],
    ["t4", { kind: "text" }, "是", { kind: "boolean" }, true],
    ["t5", { kind: "integer" }, 12, { kind: "text" }, "12"],
    ["t6", { kind: "decimal" }, "12.00", { kind: "integer" }, 12],
    ["t7", { kind: "select", options }, "b", { kind: "multiselect", options }, ["b"]],
    ["t8", { kind: "multiselect", options }, ["b"], { kind: "select", options }, "b"],
    ["t9", { kind: "select", options }, "b", { kind: "text" }, "Beta"],
    ["u1", { kind: "date" }, "2026-02-28", { kind: "datetime" }, "2026-02-27T16:00:00.000000Z"],
    ["u2", { kind: "datetime" }, "2026-02-27T16:00:00Z", { kind: "date" }, "2026-02-28"],
  ];
  for (const [name, from, value, to, expected] of ways) {
    await add(name, from);
    const record = await admin.make("account", { name: `W ${name}`, [`${name}_c`]: value as string });
    const changed = await admin.patch(`/objects/account/fields/${name}_c`, to);
    expect(changed.status, `${name}: ${changed.text}`).toBe(200);
    expect((await admin.get(`/records/account/${record.id}`)).json.data[`${name}_c`], name).toEqual(expected);
  }
  await add("bad", { kind: "text" });
  await admin.make("account", { name: "Bad", bad_c: "2026-02-30" });
  expect((await admin.patch("/objects/account/fields/bad_c", { kind: "date" })).json.code).toBe(
    "does_not_convert",
  );
  expect(
    (await admin.patch("/objects/account/fields/bad_c", { kind: "link", targets: ["account"] })).json
      .errors[0].field,
  ).toBe("kind");
  // What saves it under its old kind stands in the way.
  await admin.make("view", { name: "By text", object: "account", filter: 't5_c.contains("1")' });
  expect((await admin.patch("/objects/account/fields/t5_c", { kind: "integer" })).json.code).toBe("in_use");
});

test("what is written while the values are being filled is not lost", async () => {
  const { admin } = world;
  await add("race", { kind: "text" });
  const records = await Promise.all(
    Array.from({ length: 30 }, (_, at) => admin.make("account", { name: `R${at}`, race_c: String(at) })),
  );
  const [changed, ...written] = await Promise.all([
    admin.patch("/objects/account/fields/race_c", { kind: "integer" }),
    ...records.map((record, at) =>
      admin.patch(`/records/account/${record.id}`, { race_c: String(1000 + at) }),
    ),
  ]);
  expect(changed?.status, changed?.text).toBe(200);
  for (const [at, answer] of written.entries()) {
    const now = (await admin.get(`/records/account/${records[at]?.id}`)).json.data.race_c;
    expect(now, answer.text).toBe(answer.status === 200 ? 1000 + at : at);
  }
  expect(written.filter((answer) => answer.status === 200).length).toBeGreaterThan(20);
});

test("of very many rows it is a job of whoever asked, which fails in words where a value has no counterpart", async () => {
  const { admin, database } = world;
  await add("many", { kind: "text" });
  const record = await admin.make("account", { name: "Many", many_c: "a few" });
  const path = "/objects/account/fields/many_c";
  const change = async (kind: string) => {
    await database.db.query({
      text: "update pg_class set reltuples = 60000 where oid = 'w_main.o_account'::regclass",
    });
    const answer = await admin.patch(path, { kind });
    await world.idle();
    return answer;
  };
  const jobs = async () => (await admin.get("/jobs?kind=change_kind")).json.data;
  await admin.patch(`/records/account/${record.id}`, { many_c: "12" });
  const started = await change("integer");
  expect([started.status, started.json], started.text).toEqual([
    202,
    { data: null, converting: { object: "account", field: "many_c" } },
  ]);
  expect((await admin.get(`/records/account/${record.id}`)).json.data.many_c).toBe(12);
  expect(await jobs()).toMatchObject([
    { object: "account", status: "done", done: 1, total: 1, can_cancel: false, can_undo: false },
  ]);
  // Asked again after a crash behind the change itself, it is done.
  const [{ id }] = await jobs();
  await database.db.query({
    text: "update w_main.job_run set status = 'running', finished_at = null, done = 0 where id = $1",
    values: [id],
  });
  await runJob(await world.context(), kindChange, id);
  expect(await jobs()).toMatchObject([{ id, status: "done", done: 1 }]);
  // What the request could not foresee fails the job.
  await admin.post("/objects/account/fields", { name: "later", label: both("later"), kind: "text" });
  await admin.patch(`/records/account/${record.id}`, { later_c: "a lot" });
  const context = await world.context();
  await context.startJob?.(
    {
      ...context,
      principal: { ...context.principal, id: (await admin.get("/me")).json.data.user.id },
      language: "en",
    },
    kindChange,
    { object: "account", name: "later_c", changes: { kind: "integer" } },
  );
  await world.idle();
  expect((await jobs())[0]).toMatchObject({ status: "failed", error: { code: "does_not_convert" } });
  expect((await admin.get(`/records/account/${record.id}`)).json.data.later_c).toBe("a lot");
});
