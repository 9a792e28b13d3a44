import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";

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
