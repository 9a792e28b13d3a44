import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
let seller: Client & { id: string };
beforeAll(async () => {
  app = await testApp();
  seller = await app.person({ name: "另一位", role: "seller" });
});
afterAll(() => app.close());

test("a person’s changes, an object’s and a record’s are each found by an index, newest first, and filters join", async () => {
  const me = (await app.admin.get("/me")).json.data.user.id;
  const account = await app.admin.make("account", { name: "索引公司" });
  await app.admin.patch(`/records/account/${account.id}`, { short_name: "索引" });
  const rows = (await app.admin.get(`/audit/changes?actor=${me}&object=account&record=${account.id}`)).json
    .data;
  expect(rows.map((row: { kind: string }) => row.kind)).toEqual(["update", "create"]);
  expect(
    (await app.admin.get(`/audit/changes?actor=${me}&object=account&kind=create&cursor=${rows[0].seq}`)).json
      .data[0].record,
  ).toBe(account.id);
  expect((await app.admin.get(`/audit/changes?actor=${seller.id}&object=account`)).json.data).toEqual([]);
  // Whoever and whatever has few lines is found by a key kept once for all of them; who has many is met soon
  // on the way back by number.
  for (const [condition, index, order] of [
    ["actor = gen_random_uuid()", "actor_idx", ""],
    ["object = 'none'", "object_idx", ""],
    ["record = gen_random_uuid()", "record_seq", "order by seq desc limit 50"],
  ] as const) {
    const plan = await app.database.db.transaction(async (tx) => {
      await tx.query({ text: "set local enable_seqscan = off" });
      await tx.query({ text: "set local enable_sort = off" });
      return tx.query<{ "QUERY PLAN": string }>({
        text: `explain select * from w_main.changes where ${condition.replace("gen_random_uuid()", `'${me}'`)} ${order}`,
      });
    });
    expect(plan.map((line) => line["QUERY PLAN"]).join("\n"), condition).toMatch(
      new RegExp(`Index Scan (?:using|on) changes_\\w*${index}\\w*`),
    );
  }
});

test("a role is called by its name in the reader's language, and what joins two records by what it joins", async () => {
  const [role] = (await app.admin.get(`/records/role?filter=${encodeURIComponent('name == "finance"')}`)).json
    .data;
  const grant = await app.admin.make("user_role", { user: seller.id, role: role.id });
  const labels = Object.values(role.label);
  const [line] = (await app.admin.get(`/audit/changes?object=user_role&record=${grant.id}`)).json.data;
  expect(labels.map((name) => [`另一位 · ${String(name)}`, `${String(name)} · 另一位`]).flat()).toContain(
    line.title,
  );
  const [listed] = (
    await app.admin.get(
      `/records/user_role?titles=1&filter=${encodeURIComponent(`role == "${role.id}" && user == "${seller.id}"`)}`,
    )
  ).json.data;
  expect(labels).toContain(listed.titles.role);
  await app.admin.patch(`/records/role/${role.id}`, { description: "Payments" });
  const [changed] = (await app.admin.get(`/audit/changes?record=${role.id}`)).json.data;
  expect(labels).toContain(changed.title);
  // Programs go on finding it by its code.
  expect(role.name).toBe("finance");
});
