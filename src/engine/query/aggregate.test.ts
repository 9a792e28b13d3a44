import Big from "big.js";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { queryWorld, type QueryWorld } from "../../testing/query-world.ts";
import { roleOf } from "../../testing/role-of.ts";
import { aggregate, prepareAggregate } from "./aggregate.ts";
import type { AggregateRequest } from "./contract.ts";
import type { Context } from "../kernel/context.ts";

let world: QueryWorld;
let accounts: string[];
const OWNER = "00000000-0000-7000-8000-000000000001";

beforeAll(async () => {
  world = await queryWorld();
  accounts = await world.put("account", [{ name: "华为", owner: OWNER }, { name: "别人的" }]);
  await world.put("deal", [
    {
      name: "a",
      stage: "won",
      owner: OWNER,
      account: accounts[0]!,
      amount: { amount: "0.10", currency: "CNY" },
      quantity: 1,
      margin: "10",
      entered_at: "2026-01-04T15:59:59Z",
      close_date: "2026-01-04",
    },
    {
      name: "b",
      stage: "won",
      owner: OWNER,
      account: accounts[0]!,
      amount: { amount: "0.20", currency: "CNY" },
      quantity: 2,
      margin: "15",
      entered_at: "2026-01-04T16:00:00Z",
      close_date: "2026-01-05",
    },
    {
      name: "c",
      stage: "open",
      owner: OWNER,
      account: accounts[1]!,
      amount: { amount: "100.00", currency: "USD" },
      quantity: 4,
      entered_at: "2026-02-01T00:00:00Z",
    },
    { name: "d", stage: "open", owner: OWNER, amount: { amount: "10.00", currency: "CNY" }, quantity: null },
    { name: "e", stage: "new", owner: OWNER },
  ]);
  await world.database.db.query({ text: `update "w_main".o_deal set amount__base = 720 where name = 'c'` });
});
afterAll(() => world.database.drop());

const ask = async (request: Omit<AggregateRequest, "object">, context: Context = world.context) => {
  const answer = await aggregate(context, { object: "deal", ...request });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.groups;
};

test("money sums are exact in one currency, and say so when they mix several", async () => {
  const measures = [
    { fn: "count" as const },
    { fn: "sum" as const, field: "amount" },
    { fn: "max" as const, field: "amount" },
  ];
  expect(await ask({ group_by: [{ field: "stage" }], measures })).toEqual([
    { key: { stage: "new" }, values: [1, { amount: "0.00", currency: "CNY" }, null] },
    {
      key: { stage: "open" },
      values: [
        2,
        { amount: "730.00", currency: "CNY", mixed: true, rate_date: "2026-03-31" },
        { amount: "720.00", currency: "CNY", mixed: true, rate_date: "2026-03-31" },
      ],
    },
    {
      key: { stage: "won" },
      values: [2, { amount: "0.30", currency: "CNY" }, { amount: "0.20", currency: "CNY" }],
    },
  ]);
});

test("dates are grouped in the company's zone, weeks from Monday", async () => {
  const measures = [{ fn: "count" as const }];
  const days = await ask({
    filter: `stage == "won"`,
    group_by: [{ field: "entered_at", bucket: "day" }],
    measures,
  });
  expect(days.map((group) => group.key["entered_at"])).toEqual(["2026-01-04", "2026-01-05"]);
  const weeks = await ask({
    filter: `stage == "won"`,
    group_by: [{ field: "close_date", bucket: "week" }],
    measures,
  });
  expect(weeks.map((group) => group.key["close_date"])).toEqual(["2025-12-29", "2026-01-05"]);
  const quarters = await ask({
    filter: "close_date != null",
    group_by: [{ field: "close_date", bucket: "quarter" }],
    measures,
  });
  expect(quarters).toEqual([{ key: { close_date: "2026-01-01" }, values: [2] }]);
});

test("days are grouped by how near they are, seen from the company's day or the day that is looked at", async () => {
  const asked = {
    group_by: [{ field: "close_date", bucket: "due" as const }],
    measures: [{ fn: "count" as const }],
  };
  const counts = async (now: string) =>
    Object.fromEntries(
      (await ask(asked, { ...world.context, now })).map(({ key, values }) => [
        key["close_date"] ?? "none",
        values[0],
      ]),
    );
  // The two days are 4 January 2026, a Sunday, and the Monday after it; three deals have none.
  expect(await counts("2026-01-03T15:00:00Z")).toEqual({ this_week: 1, later: 1, none: 3 });
  expect(await counts("2026-01-03T17:00:00Z")).toEqual({ today: 1, later: 1, none: 3 });
  expect(await counts("2026-01-04T17:00:00Z")).toEqual({ overdue: 1, today: 1, none: 3 });
});

test("links are grouped with titles, where the caller may see them, and by paths behind them", async () => {
  const seller = world.as({ id: OWNER, roles: [roleOf("own")] });
  const groups = await ask(
    {
      group_by: [{ field: "account" }],
      measures: [{ fn: "count" }, { fn: "avg", field: "margin" }, { fn: "sum", field: "quantity" }],
    },
    seller,
  );
  expect(groups).toHaveLength(3);
  expect(groups).toContainEqual({
    key: { account: accounts[0] },
    values: [2, "12.5", "3"],
    titles: { account: "华为" },
  });
  expect(groups).toContainEqual({ key: { account: accounts[1] }, values: [1, null, "4"], titles: {} });
  const names = await ask({ group_by: [{ field: "account.name" }], measures: [{ fn: "count" }] }, seller);
  expect(names).toEqual([
    { key: { "account.name": "华为" }, values: [2] },
    { key: { "account.name": null }, values: [3] },
  ]);
});

test("median and 90th percentile are exact", async () => {
  const quantile = (sorted: readonly number[], share: string) => {
    const place = new Big(sorted.length - 1).times(share);
    const low = Math.floor(Number(place));
    const a = new Big(sorted[low]!);
    const b = new Big(sorted[Math.min(low + 1, sorted.length - 1)]!);
    return a.plus(b.minus(a).times(place.minus(low))).toFixed();
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -5, max: 2 ** 53 - 1 }), { minLength: 1, maxLength: 12 }),
      async (numbers) => {
        await world.database.db.query({ text: `delete from "w_main".o_deal where name = 'q'` });
        await world.put(
          "deal",
          [...numbers, null].map((quantity) => ({ name: "q", quantity })),
        );
        const [group] = await ask({
          filter: `name == "q"`,
          measures: [
            { fn: "median", field: "quantity" },
            { fn: "p90", field: "quantity" },
            { fn: "count_distinct", field: "quantity" },
          ],
        });
        const sorted = numbers.toSorted((a, b) => a - b);
        expect(group?.values).toEqual([
          quantile(sorted, "0.5"),
          quantile(sorted, "0.9"),
          new Set(numbers).size,
        ]);
      },
    ),
    { numRuns: 15 },
  );
});

test("a sum counts each record by its percentage, and tells nobody of one that is kept from them", async () => {
  const weighted = { fn: "sum" as const, field: "amount", weight: "margin" };
  const won = { filter: `stage == "won"`, measures: [weighted] };
  expect(await ask(won)).toEqual([{ key: {}, values: [{ amount: "0.04", currency: "CNY" }] }]);
  const mixed = await ask({ filter: `stage == "open"`, measures: [weighted] });
  expect(mixed[0]?.values).toEqual([expect.objectContaining({ amount: "0.00", mixed: true })]);
  const unseen = world.as({ id: OWNER, roles: [roleOf("all", { deal: { margin: "mask" } })] });
  expect(await aggregate(unseen, { object: "deal", ...won })).toMatchObject({
    ok: false,
    refusal: { code: "unknown_field" },
  });
  for (const measure of [
    { ...weighted, fn: "avg" as const },
    { ...weighted, field: "quantity" },
    { ...weighted, weight: "quantity" },
  ])
    expect(await aggregate(world.context, { object: "deal", measures: [measure] })).toMatchObject({
      ok: false,
      refusal: { code: "not_measurable" },
    });
});

test("what the caller may not read can be neither grouped nor measured", async () => {
  const blind = world.as({
    id: OWNER,
    roles: [roleOf("all", { deal: { amount: "hidden", stage: "mask" } })],
  });
  const refused = async (request: Omit<AggregateRequest, "object">) =>
    aggregate(blind, { object: "deal", ...request });
  for (const request of [
    { measures: [{ fn: "sum" as const, field: "amount" }] },
    { measures: [{ fn: "count" as const, field: "amount" }] },
    { measures: [], group_by: [{ field: "stage" }] },
    { measures: [], group_by: [{ field: "nothing" }] },
    { measures: [], group_by: [{ field: `name"; --` }] },
  ]) {
    expect(await refused(request)).toMatchObject({
      ok: false,
      refusal: { status: 400, code: "unknown_field" },
    });
  }
  expect(await refused({ measures: [{ fn: "sum", field: "name" }] })).toMatchObject({
    ok: false,
    refusal: { code: "not_measurable" },
  });
  const sums = await aggregate(blind, { object: "account", measures: [{ fn: "sum", field: "won_value" }] });
  expect(sums).toMatchObject({ ok: false, refusal: { code: "unknown_field" } });
});

test("the SQL of the board's totals", () => {
  const seller = world.as({ id: OWNER, departments: [OWNER], subtree: [OWNER], roles: [roleOf("subtree")] });
  const prepared = prepareAggregate(seller, seller.catalog.object("deal")!, {
    object: "deal",
    group_by: [{ field: "stage" }],
    measures: [{ fn: "count" }, { fn: "sum", field: "amount" }],
  });
  expect(prepared.ok && prepared.value.statement.text).toBe(
    `select t."stage" as "stage", count(*) as "_m0", coalesce(sum(t."amount"), 0) as "_m1", coalesce(sum(t."amount__base"), 0) as "_m1_base", ` +
      `min(t."amount__currency") filter (where t."amount" is not null) as "_m1_from", max(t."amount__currency") filter (where t."amount" is not null) as "_m1_to" ` +
      `from "w_main"."o_deal" t where t."deleted_at" is null and (t."owner" = $1::uuid or t."department" = any($2::uuid[])) group by 1 order by 1 limit 1001`,
  );
});
