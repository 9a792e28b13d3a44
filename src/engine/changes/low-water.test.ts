import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../../testing/app.ts";
import { openWrite } from "../record/open-write.ts";
import { lowWater, readChanges } from "./read-changes.ts";

let app: TestApp;
beforeAll(async () => (app = await testApp()));
afterAll(() => app.close());

/** The lock of a writer carries 31 bits of its number: the log goes on where they begin again. */
test.each([2 ** 31 - 3, 2 ** 32 - 3, 2 ** 40 + 5])("nothing is skipped near number %d", async (start) => {
  const context = await app.context();
  const { db, workspace } = context;
  await db.query({ text: "select setval('w_main.changes_seq', $1)", values: [start] });
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let opened = (): void => undefined;
  const isOpen = new Promise<void>((resolve) => (opened = resolve));
  const slow = db.transaction(
    async (tx) => {
      await openWrite(tx, context, 2);
      opened();
      await held;
    },
    { longer: 60_000 },
  );
  await isOpen;
  const names = ["one", "two", "three", "four"];
  for (const name of names) await app.admin.make("account", { name: `${name} ${start}` });
  // All numbers stand above the boundary now, the slow writer's below or on it.
  expect(await lowWater(db, workspace)).toBe(start);
  expect((await readChanges(db, workspace, start, 100)).changes).toEqual([]);
  release();
  await slow;
  expect(await lowWater(db, workspace)).toBeGreaterThanOrEqual(start + 6);
  expect((await readChanges(db, workspace, start, 100)).changes.map(({ after }) => after["name"])).toEqual(
    names.map((name) => `${name} ${start}`),
  );
});
