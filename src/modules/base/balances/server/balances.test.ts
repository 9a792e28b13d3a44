import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { type TestApp, testApp } from "../../../../testing/app.ts";
import {
  balanceOf,
  type BalanceKind,
  holdBalance,
  type KindOfBalance,
  type Move,
  moveBalances,
  releaseHold,
  repairBalances,
  settleHold,
} from "../public.ts";

let app: TestApp;
let context: Context;
beforeAll(async () => {
  app = await testApp();
  context = await app.context();
});
afterAll(() => app.close());

/** Not of the program's list: what moves is asked here, not what it is called. */
const kind = (name: string, value: Omit<BalanceKind, "label"> = {}): KindOfBalance => ({
  point: "kinds of balances",
  name,
  value: { label: label("测试", "Test"), ...value },
});
const stock = kind("stock");
const hot = kind("hot", { slots: 8 });
const quota = kind("quota");

const within = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => context.db.transaction(work);
const move = (...moves: (Partial<Move> & Pick<Move, "key" | "amount">)[]) =>
  within((tx) =>
    moveBalances(
      tx,
      context,
      moves.map((one) => ({ kind: stock, cause: "test", ...one })),
    ),
  );
const has = (key: string, of = stock) => balanceOf(context.db, context, of, key);
const ledger = async (key: string, of = stock) =>
  (
    await context.db.query<{ amount: string; cause: string }>({
      text: `select amount, cause from ${context.workspace.schema}.balance_entry where kind = $1 and key = $2 order by id`,
      values: [of.name, key],
    })
  ).map(({ amount, cause }) => `${cause} ${amount}`);

test("what is not there cannot be taken: nothing moves, and what is there is told", async () => {
  const key = randomUUID();
  expect(await move({ key, amount: "2.50" }, { key, amount: "-1" })).toEqual({ moved: true });
  expect(await move({ key, amount: "-1.51" })).toEqual({
    moved: false,
    short: { kind: "stock", key, available: "1.5", asked: "1.51" },
  });
  expect([await has(key), await ledger(key)]).toEqual(["1.5", ["test 2.50", "test -1"]]);
  expect(await move({ key, amount: "-1.50" })).toEqual({ moved: true });
});

test("of several, all move or none", async () => {
  const [full, empty] = [randomUUID(), randomUUID()];
  await move({ key: full, amount: "5" });
  const done = await move({ key: full, amount: "-1" }, { key: empty, amount: "-1" });
  expect(done).toMatchObject({ moved: false, short: { key: empty, available: "0" } });
  expect([await has(full), await has(empty)]).toEqual(["5", "0"]);
});

test("a ceiling holds, and one that was lowered takes nothing away", async () => {
  const key = randomUUID();
  const count = (amount: string, most: string) => move({ kind: quota, key, amount, most });
  expect(await count("8", "10")).toEqual({ moved: true });
  expect(await count("3", "10")).toMatchObject({ moved: false, short: { available: "2", asked: "3" } });
  expect(await count("1", "5")).toMatchObject({ moved: false, short: { available: "0" } });
  expect(await count("-1", "5")).toEqual({ moved: true });
  expect(await has(key, quota)).toBe("7");
});

test("fifty want the last three: three get one", async () => {
  for (const of of [stock, hot]) {
    const key = randomUUID();
    await move({ kind: of, key, amount: "3" });
    const got = await Promise.all(Array.from({ length: 50 }, () => move({ kind: of, key, amount: "-1" })));
    expect([got.filter(({ moved }) => moved).length, await has(key, of)], of.name).toEqual([3, "0"]);
  }
});

test("who takes more than a slot has gets it, as long as the whole has it", async () => {
  const key = randomUUID();
  await move({ kind: hot, key, amount: "80" });
  expect(await move({ kind: hot, key, amount: "-77" })).toEqual({ moved: true });
  expect(await move({ kind: hot, key, amount: "-4" })).toMatchObject({
    moved: false,
    short: { available: "3" },
  });
});

test("who moves the same two in another order waits, and neither is turned away", async () => {
  const [a, b] = [randomUUID(), randomUUID()];
  await move({ key: a, amount: "100" }, { key: b, amount: "100" });
  const both = Array.from({ length: 30 }, (_, at) =>
    at % 2 === 0
      ? move({ key: a, amount: "-1" }, { key: b, amount: "1" })
      : move({ key: b, amount: "-1" }, { key: a, amount: "1" }),
  );
  expect((await Promise.all(both)).every(({ moved }) => moved)).toBe(true);
  expect([await has(a), await has(b)]).toEqual(["100", "100"]);
});

test("what has a name is moved once, twice at once too; refused, it may be tried again", async () => {
  const key = randomUUID();
  const named = { key, amount: "-2", once: "change 7" };
  expect(await move(named)).toMatchObject({ moved: false });
  await move({ key, amount: "9" });
  const twice = await Promise.all([move(named), move(named)]);
  expect([twice, await has(key)]).toEqual([[{ moved: true }, { moved: true }], "7"]);
});

test("a transaction that is rolled back has moved nothing", async () => {
  const key = randomUUID();
  await move({ key, amount: "1" });
  const failing = within(async (tx) => {
    await moveBalances(tx, context, [{ kind: stock, key, amount: "-1", cause: "test" }]);
    throw new Error("refused by somebody else");
  });
  await expect(failing).rejects.toThrow("refused");
  expect([await has(key), await ledger(key)]).toEqual(["1", ["test 1"]]);
});

test("a hold is settled, released, or comes back when its time is over and somebody needs it", async () => {
  const key = randomUUID();
  await move({ key, amount: "10" });
  const hold = (amount: string, seconds: number) => {
    const id = randomUUID();
    const until = new Date(Date.parse(context.now) + seconds * 1000).toISOString();
    return within((tx) => holdBalance(tx, context, { id, kind: stock, key, amount, until })).then(() => id);
  };
  const end = (id: string, used?: string) =>
    within((tx) =>
      used === undefined
        ? releaseHold(tx, context, { kind: stock, id })
        : settleHold(tx, context, { kind: stock, id, used }),
    );
  const [sold, given, forgotten] = [await hold("-4", 60), await hold("-3", 60), await hold("-3", -1)];
  expect(await has(key)).toBe("0");
  expect([await end(sold, "-2.5"), await end(given), await end(given)]).toEqual([true, true, false]);
  expect(await has(key)).toBe("4.5");
  expect(await move({ key, amount: "-7" })).toEqual({ moved: true });
  expect([await has(key), await end(forgotten)]).toEqual(["0.5", false]);
  expect(await ledger(key)).toEqual([
    "test 10",
    "held -4",
    "held -3",
    "held -3",
    "settled 1.5",
    "settled 3",
    "expired 3",
    "test -7",
  ]);
});

test("a balance that is not what its ledger says is put right", async () => {
  const key = randomUUID();
  await move({ kind: hot, key, amount: "16" });
  await context.db.query({
    text: `update ${context.workspace.schema}.balance set amount = 5 where kind = 'hot' and key = $1`,
    values: [key],
  });
  expect(await repairBalances(context)).toMatchObject({ wrong: 1, examples: [`hot ${key}`] });
  expect([await has(key, hot), (await repairBalances(context)).wrong]).toEqual(["16", 0]);
});

test("the ledger of exports is read by administrators of security, at past moments too, and by nobody else", async () => {
  const seller = await app.person({ name: "Ledger", role: "sales_manager" });
  await seller.make("account", { name: "Of the ledger" });
  expect(
    (await seller.post("/exports", { object: "account", filter: 'name == "Of the ledger"' })).status,
  ).toBe(200);
  const read = (path: string, who = app.admin) => who.get(`/balances/export_rows${path}of=${seller.id}`);
  const now = (await read("?")).json;
  expect(now).toMatchObject({ kind: { label: { en: "Rows exported" } }, data: [{ amount: "1" }] });
  expect(now.data[0].key).toMatch(new RegExp(`^${seller.id}/\\d{4}-\\d\\d-\\d\\d$`));
  expect((await read("?as_of=2026-01-01T00:00:00Z&")).json.data).toEqual([]);
  const lines = (await read("/entries?")).json.data;
  expect(lines).toMatchObject([{ amount: "1", cause: "export", actor: seller.id, name: "Ledger" }]);
  expect((await read("?", seller)).status).toBe(404);
  expect((await read("/entries?", seller)).status).toBe(404);
  expect((await app.admin.get("/balances/nothing?of=a")).status).toBe(404);
});
