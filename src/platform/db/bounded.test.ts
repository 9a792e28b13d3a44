import { setMaxListeners } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { CallerGone, ReadTooLong, Shares } from "./bounded.ts";

let at: TestDatabase;
beforeAll(async () => {
  at = await testDatabase();
});
afterAll(() => at.drop());

const sleep = { text: "select pg_sleep(60)" };
async function sleeping(): Promise<number> {
  const [row] = await at.db.query<{ n: number }>({
    text: "select count(*) as n from pg_stat_activity where datname = current_database() and state = 'active' and query like 'select pg_sleep%'",
  });
  return row?.n ?? 0;
}

test("a statement that takes longer than its request may is cancelled in the database", async () => {
  const db = at.db.bounded({ longest: 100 });
  await expect(db.query(sleep)).rejects.toBeInstanceOf(ReadTooLong);
  expect(await sleeping()).toBe(0);
  expect(await db.query({ text: "select 1 as one" })).toEqual([{ one: 1 }]);
});

test("what a caller who is gone has asked is cancelled, also in a turn, and what waits is not begun", async () => {
  const caller = new AbortController();
  const db = at.db.bounded({ longest: 60_000, signal: caller.signal });
  const turn = db.turn();
  const asked = [db.query(sleep), turn.query(sleep), turn.query(sleep)];
  const ends = Promise.allSettled(asked);
  while ((await sleeping()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  caller.abort();
  const cancelled = { status: "rejected", reason: expect.any(CallerGone) };
  expect(await ends).toEqual([cancelled, cancelled, cancelled]);
  await expect(db.query({ text: "select 1" })).rejects.toBeInstanceOf(CallerGone);
});

test("one person's statements take a share of the connections; others are answered meanwhile", async () => {
  const caller = new AbortController();
  setMaxListeners(0, caller.signal);
  const greedy = at.db.bounded({ longest: 60_000, signal: caller.signal, of: "greedy" });
  const asked = Promise.allSettled(Array.from({ length: 40 }, () => greedy.query(sleep)));
  const other = at.db.bounded({ longest: 60_000, of: "other" });
  for (let round = 0; round < 20; round += 1)
    expect(await other.query({ text: "select 1 as one" })).toEqual([{ one: 1 }]);
  expect(await sleeping()).toBeLessThanOrEqual(4);
  caller.abort();
  expect((await asked).every(({ status }) => status === "rejected")).toBe(true);
  expect(await sleeping()).toBe(0);
});

test("shares are handed on in the order of asking and lost by nobody", async () => {
  const shares = new Shares(2);
  const caller = new AbortController();
  const [one, two] = [
    await shares.enter({ longest: 1, of: "a" }),
    await shares.enter({ longest: 1, of: "a" }),
  ];
  const order: string[] = [];
  const third = shares.enter({ longest: 1, of: "a" }).then((leave) => (order.push("third"), leave));
  const gone = shares.enter({ longest: 1, of: "a", signal: caller.signal });
  const fourth = shares.enter({ longest: 1, of: "a" }).then((leave) => (order.push("fourth"), leave));
  (await shares.enter({ longest: 1, of: "b" }))();
  caller.abort();
  await expect(gone).rejects.toBeInstanceOf(CallerGone);
  one();
  (await third)();
  (await fourth)();
  two();
  const again = [await shares.enter({ longest: 1, of: "a" }), await shares.enter({ longest: 1, of: "a" })];
  again.forEach((leave) => leave());
  expect(order).toEqual(["third", "fourth"]);
});
