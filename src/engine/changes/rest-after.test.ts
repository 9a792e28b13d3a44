import { afterAll, beforeAll, expect, test } from "vitest";
import { label } from "../../shared/i18n/label.ts";
import { testApp, type TestApp } from "../../testing/app.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Subscriber } from "../kernel/hooks.ts";
import { save } from "../record/save.ts";
import { restAfter } from "./rest-after.ts";
import { followLogForSubscribers, type SubscribersOptions } from "./subscribers-loop.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const listener: Subscriber = {
  word: "react",
  name: "test.rests",
  label: label("听", "Listens"),
  applies: () => false,
  run: async () => undefined,
};

/** Runs readers until they have paused so often, and gives how long they wanted to. */
async function pausesOf(
  count: number,
  options: SubscribersOptions,
  db: Database = app.database.db,
): Promise<number[]> {
  const { workspace } = await app.context();
  const paused: number[] = [];
  let enough = (): void => undefined;
  const done = new Promise<void>((resolve) => (enough = resolve));
  const pause = async (ms: number, stopped: AbortSignal): Promise<void> => {
    paused.push(ms);
    if (paused.length < count) return;
    enough();
    await new Promise((resolve) =>
      stopped.aborted ? resolve(undefined) : stopped.addEventListener("abort", resolve),
    );
  };
  const readers = followLogForSubscribers(db, workspace, [listener], app.context, () => undefined, {
    ...options,
    pause,
  });
  await done;
  await readers.stop();
  return paused;
}
/** A pass that cannot take away what it finds, and one that cannot even be begun. */
const stuck = async (): Promise<boolean> => true;
const broken = (db: Database): Database => ({
  ...db,
  transaction: () => Promise.reject(new Error("no connection")),
});
/** Positions that do not move, as where somebody else holds them. */
const fixed = (db: Database): Database => ({
  ...db,
  query: (statement) =>
    statement.text.startsWith("update") && statement.text.includes("reader")
      ? Promise.resolve([])
      : db.query(statement),
});

test("nothing that goes wrong with the readers makes them ask without a pause", async () => {
  const operations = Array.from(
    { length: 210 },
    (_, at) => ({ op: "create", object: "account", values: { name: `等待 ${at}` } }) as const,
  );
  for (const from of [0, 70, 140])
    expect(
      (
        await save(await app.context(), {
          road: "setup",
          mode: "all",
          operations: operations.slice(from, from + 70),
        })
      ).saved,
    ).toBe(true);
  const { db } = app.database;
  for (const ms of await pausesOf(5, {}, fixed(db))) expect(ms).toBeGreaterThan(0);
  for (const ms of await pausesOf(5, {}, broken(db))) expect(ms).toBe(500);
  await pausesOf(30, {});
  const behind = (await pausesOf(12, { passes: [stuck] })).filter((ms) => ms > 0);
  expect(behind.length).toBeGreaterThan(5);
  for (const ms of await pausesOf(4, { passes: [() => Promise.reject(new Error("not now"))] }))
    expect(ms).toBe(500);
});

test("work that never comes to an end takes half of the time at first, a tenth after a minute", () => {
  expect(restAfter({ took: 200, going: 200 })).toBe(200);
  expect(restAfter({ took: 0.5, going: 1 })).toBe(20);
  expect(restAfter({ took: 200, going: 61_000 })).toBe(1800);
  expect(restAfter({ took: 0.5, going: 61_000 })).toBe(180);
  expect(restAfter({ took: 120_000, going: 200_000 })).toBe(30_000);
});
