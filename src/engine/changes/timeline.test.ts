import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(async () => app.close());

test("pages of a timeline give each entry once, also far back", async () => {
  const account = await app.admin.make("account", { name: "Busy" });
  const operations = Array.from({ length: 100 }, (_, at) => ({ op: "update", object: "account", id: account.id, values: { phone: `010-555${1000 + at}` } }));
  for (const from of ["010", "021"]) {
    const moved = operations.map((one) => ({ ...one, values: { phone: one.values.phone.replace("010", from) } }));
    expect((await app.admin.post("/batch", { operations: moved })).status).toBe(200);
  }
  for (const subject of ["one", "two", "three"]) await app.admin.make("note", { subject, content: subject, regarding: { object: "account", id: account.id } });
  const seen: string[] = [];
  for (let cursor: string | null = "2999-01-01T00:00:00Z"; cursor;) {
    const page = await app.admin.get(`/records/account/${account.id}/timeline?limit=50&cursor=${cursor}`);
    expect(page.status, page.text).toBe(200);
    seen.push(...page.json.data.map((entry: { type: string; data: { seq?: number; id?: string } }) => `${entry.type} ${entry.data.seq ?? entry.data.id}`));
    cursor = page.json.page.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((entry) => entry.startsWith("change"))).toHaveLength(201);
  expect(seen.filter((entry) => entry.startsWith("note"))).toHaveLength(3);
});
