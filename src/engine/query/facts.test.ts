import { afterAll, beforeAll, expect, test } from "vitest";
import type { Executor } from "../../platform/db/database.ts";
import { checkExpression } from "../../shared/expression/check.ts";
import type { Values } from "../../shared/metadata/object.ts";
import { queryWorld, type QueryWorld } from "../../testing/query-world.ts";
import { roleOf } from "../../testing/role-of.ts";
import { answerFacts } from "./facts.ts";
import { list } from "./list.ts";

let world: QueryWorld;
let accounts: string[];
let deals: string[];
const OTHER = "00000000-0000-7000-8000-000000000002";

beforeAll(async () => {
  world = await queryWorld();
  const [group] = await world.put("account", [{ name: "集团", industry: "综合", owner: OTHER }]);
  accounts = await world.put("account", [
    { name: "甲", industry: "制造", parent: group!, owner: OTHER },
    { name: "乙", industry: null, owner: OTHER },
    { name: "丙", industry: "制造", deleted_at: "2026-01-01T00:00:00Z", owner: OTHER },
  ]);
  deals = await world.put(
    "deal",
    Array.from({ length: 24 }, (_, at) => ({
      name: `交易${at}`,
      account: [...accounts, null][at % 4]!,
      stage: at % 3 ? "won" : "open",
      margin: at % 5 ? String(at * 2.5) : null,
      quantity: at % 6 ? at : null,
      double_quantity: at % 6 ? at * 2 : null,
      amount: at % 2 ? { amount: `${at}00.10`, currency: "CNY" } : null,
    })),
  );
  await world.put(
    "visit",
    deals.slice(0, 10).flatMap((deal, at) =>
      Array.from({ length: at % 4 }, (_, nth) => ({
        name: "拜访",
        regarding: { object: "deal", id: deal },
        minutes: nth * 30,
        deleted_at: nth === 2 ? "2026-01-01T00:00:00Z" : null,
      })),
    ),
  );
  const [vip] = await world.put("tag", [{ name: "重点" }]);
  await world.put("deal_tag", [{ name: "x", deal: deals[3]!, tag: vip! }]);
});
afterAll(() => world.database.drop());

const expressionOf = (source: string, object = "deal") => {
  const checked = checkExpression(source, { schema: world.context.catalog, object });
  if (!checked.ok) throw new Error(`${source}: ${JSON.stringify(checked.problem)}`);
  return checked.expression;
};
/** Counts the statements that go through it. */
function counting(): Executor & { count: number } {
  const counter = {
    count: 0,
    query: <R extends object>(statement: Parameters<Executor["query"]>[0]) => (
      (counter.count += 1),
      world.context.db.query<R>(statement)
    ),
  };
  return counter;
}
const stored = async (): Promise<Map<string, Values>> => {
  const rows = await list(world.context, { object: "deal", limit: 500 });
  return new Map((rows.ok ? rows.value.data : []).map((row) => [String(row["id"]), row]));
};

const conditions = [
  `account.industry == "制造"`,
  `account.industry != "制造"`,
  `account.parent.industry == "综合" && quantity > 3`,
  `industry == null`,
  `double_quantity >= 20`,
  `margin > 0.2`,
  `amount > 500`,
  `related("visit").count() >= 2`,
  `related("visit", minutes >= 30).exists()`,
  `related("visit").sum(minutes) == 0`,
  `related("visit").avg(minutes) > 10`,
  `account.won_value == 0`,
  `hint != null`,
];
test.each(conditions)("%s holds in memory for just the records that a list with it finds", async (filter) => {
  const facts = await answerFacts(
    world.context.db,
    world.context,
    world.context.catalog.object("deal")!,
    await stored(),
    { holds: expressionOf(filter) },
  );
  const holding = [...facts].filter(([, fact]) => fact["holds"] === true).map(([id]) => id);
  const found = await list(world.context, { object: "deal", limit: 500, filter });
  expect(found.ok && found.value.data.map((row) => row["id"]).toSorted()).toEqual(holding.toSorted());
  expect(facts.size).toBe(24);
});

test("facts are of the record as it would be stored, with full sight, a fixed number of statements for any batch", async () => {
  const nobody = world.as({ id: "00000000-0000-7000-8000-000000000009", roles: [roleOf("none")] });
  const batch = new Map<string, Values>([
    ...(await stored()),
    ["00000000-0000-7000-8000-0000000000ff", { name: "新的", account: accounts[0]!, quantity: 21 }],
    [deals[0]!, { name: "改过", account: accounts[1]!, quantity: 5, margin: "30" }],
  ]);
  const tx = counting();
  const facts = await answerFacts(tx, nobody, nobody.catalog.object("deal")!, batch, {
    parent: expressionOf("account.parent.name"),
    industry: expressionOf("industry"),
    double: expressionOf("double_quantity"),
    visits: expressionOf(`related("visit").count()`),
    margin: expressionOf("margin"),
    me: expressionOf("me()"),
  });
  expect(facts.get("00000000-0000-7000-8000-0000000000ff")).toEqual({
    parent: "集团",
    industry: "制造",
    double: "42",
    visits: "0",
    margin: null,
    me: nobody.principal.id,
  });
  expect(facts.get(deals[0]!)).toMatchObject({ parent: null, industry: null, double: "10", margin: "0.3" });
  expect(facts.get(deals[2]!)).toMatchObject({ parent: null, industry: null, visits: "2" });
  expect(facts.get(deals[3]!)).toMatchObject({ visits: "2" });
  expect(tx.count).toBe(3);
});
