import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../../testing/app.ts";

let app: TestApp;
beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());

test("a cursor never runs ahead of what is on the disk: a number given again after a crash is not skipped", async () => {
  await app.admin.make("account", { name: "Before" });
  const { db, workspace } = await app.context();
  const sequence = `${workspace.schema}.changes_seq`;
  const [before] = await db.query<{ last: number }>({ text: `select last_value as last from ${sequence}` });
  await db.query({ text: `select nextval('${sequence}') from generate_series(1, 5)` }); // Refused writes took numbers …
  const { page } = (await app.admin.get("/changes?limit=500")).json;
  await db.query({ text: `select setval('${sequence}', $1)`, values: [before?.last] }); // … which a crash forgets.
  const { id } = await app.admin.make("account", { name: "After" });
  const next = (await app.admin.get(`/changes?limit=500&cursor=${page.next}`)).json;
  expect(next.data).toMatchObject([{ id, version: 1 }]);
});
