import type { Context } from "../src/engine/context.ts";
import { newId } from "../src/engine/record/ids.ts";
import type { Operation } from "../src/engine/record/contract.ts";
import { save } from "../src/engine/record/save.ts";
import { type Random, randomFrom } from "../src/modules/demo/server/random.ts";
import type { Values } from "../src/shared/metadata/object.ts";
import { accountName, CATALOG } from "./words.ts";

const BATCH = 250;
/** Batches written at once: one computes while the database works on the other. */
const LANES = 2;
/** A director and the heads of the middle departments, who own nothing. */
const MANAGERS = 8;
export const SEED_COUNTS = { departments: 50, users: 200, accounts: 5000 } as const;

/** Fills the workspace through `save`: departments in three levels, people, accounts, opportunities with two years of stages behind them. One that was cut off goes on where it stopped. */
export async function seedCompany(context: Context, size: number, told: (done: number) => void): Promise<void> {
  const random = randomFrom("bench");
  const { sellers, products, accounts } = (await seededParties(context)) ?? (await seedParties(context, random));
  const owners = skewed(sellers, random);
  const deal = (at: number): Operation =>
    opportunity(context, random, { account: random.pick(accounts), product: random.pick(products), owner: owners(), name: `${DEAL_WORDS(random)}项目 ${at}` });
  const [known] = await context.db.query<{ count: number }>({ text: `select count(*) as count from "w_main"."o_opportunity"` });
  for (let from = known?.count ?? 0; from < size; from += BATCH * LANES) {
    await write(
      context,
      Array.from({ length: Math.min(BATCH * LANES, size - from) }, (_, at) => deal(from + at)),
    );
    told(Math.min(size, from + BATCH * LANES));
  }
}

interface Parties {
  readonly sellers: readonly string[];
  readonly products: readonly string[];
  readonly accounts: readonly string[];
}
async function seedParties(context: Context, random: Random): Promise<Parties> {
  const people = await seedPeople(context, await seedDepartments(context), random);
  const sellers = people.slice(MANAGERS);
  const owners = skewed(sellers, random);
  const products = await write(
    context,
    CATALOG.map(([code, name, price]) => creation("product", { code, name, list_price: price })),
  );
  const industries = ["通用设备制造业", "食品制造业", "水的生产和供应业", "医药制造业"];
  const accounts = await write(
    context,
    Array.from({ length: SEED_COUNTS.accounts }, (_, at) =>
      creation("account", { name: accountName(random, at), industry: random.pick(industries), owner: owners() }),
    ),
  );
  return { sellers, products, accounts };
}

/** Ids rise, so their order is the order of making. */
async function seededParties({ db }: Context): Promise<Parties | undefined> {
  const ids = async (object: string): Promise<string[]> =>
    (await db.query<{ id: string }>({ text: `select id from "w_main"."o_${object}" order by id` })).map(({ id }) => id);
  const accounts = await ids("account");
  if (accounts.length < SEED_COUNTS.accounts) return undefined;
  const sellers = await db.query<{ id: string }>({
    text: `select "user" as id from "w_main"."o_user_role" l join "w_main"."o_role" r on r.id = l.role and r.name = 'seller' order by 1`,
  });
  return { accounts, products: await ids("product"), sellers: sellers.map(({ id }) => id) };
}
const DEAL_WORDS = (random: Random): string => accountName(random, 0).slice(0, 4);

/** Some own much, most own little, as in life. */
function skewed(people: readonly string[], random: Random): () => string {
  return () => people[Math.floor(people.length * random.next() ** 2)] ?? "";
}

async function seedDepartments(context: Context): Promise<{ middle: readonly string[]; leaves: readonly string[] }> {
  const [root = ""] = await write(context, [creation("department", { name: "销售中心" })]);
  const middle = await write(
    context,
    Array.from({ length: 7 }, (_, at) => creation("department", { name: `大区 ${at + 1}`, parent: root })),
  );
  const leaves = await write(
    context,
    Array.from({ length: 42 }, (_, at) => creation("department", { name: `办事处 ${at + 1}`, parent: middle[at % 7] ?? root })),
  );
  return { middle, leaves };
}

/** One director, seven managers of the middle departments, sellers in the offices below. */
async function seedPeople(context: Context, { middle, leaves }: { middle: readonly string[]; leaves: readonly string[] }, random: Random): Promise<string[]> {
  const roles = await context.db.query<{ id: string; name: string }>({ text: `select id, name from "w_main"."o_role"` });
  const role = (name: string): string => roles.find((one) => one.name === name)?.id ?? "";
  const people = await write(
    context,
    Array.from({ length: SEED_COUNTS.users }, (_, at) =>
      creation("user", {
        name: `${random.pick(["王", "李", "张", "刘", "陈"])}${random.pick(["伟", "敏", "静", "强", "磊", "洋"])}${at}`,
        department: at === 0 ? null : at < 8 ? middle[at - 1] : leaves[(at - 8) % 42],
      }),
    ),
  );
  await write(
    context,
    people.map((user, at) => creation("user_role", { user, role: role(at === 0 ? "sales_director" : at < 8 ? "sales_manager" : "seller") })),
  );
  return people;
}

const STAGES = ["discovery", "needs", "solution", "proposal", "negotiation"] as const;
const DAY = 86_400_000;

function opportunity(context: Context, random: Random, values: Values & { name: string }): Operation {
  const age = random.next() ** 1.5 * 730;
  const begun = Date.parse(context.now) - (age + 1) * DAY;
  const end = random.weighted([
    ["won", 30],
    ["lost", 20],
    ["open", 50],
  ] as const);
  const reached = end === "open" ? random.int(0, 4) : random.int(1, 4);
  const path = [...STAGES.slice(0, reached + 1), ...(end === "open" ? [] : [end])];
  const pace = (age * random.next()) / path.length;
  const past = path.map((stage, at) => ({ at: new Date(begun + at * pace * DAY).toISOString(), values: { stage } }));
  const closes = new Date(begun + (path.length * pace + 20) * DAY).toISOString().slice(0, 10);
  return {
    op: "create",
    object: "opportunity",
    id: newId(),
    values: {
      ...values,
      stage: path.at(-1) ?? "discovery",
      amount: String(Math.round(random.skewed(80_000, 1.2))),
      close_date: closes,
      source: random.pick(["website", "referral"]),
      ...(end === "lost" ? { lost_reason: "price_too_high" } : {}),
    },
    past,
  };
}

const creation = (object: string, values: Readonly<Record<string, Values[string] | undefined>>): Operation => ({
  op: "create",
  object,
  id: newId(),
  values: Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Values[string]] => entry[1] !== undefined && entry[1] !== null)),
});

/** In batches, several at once; throws on the first refusal. Answers the ids in order. */
async function write(context: Context, operations: readonly Operation[]): Promise<string[]> {
  const batches = Array.from({ length: Math.ceil(operations.length / BATCH) }, (_, at) => operations.slice(at * BATCH, (at + 1) * BATCH));
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let batch = batches[next++]; batch; batch = batches[next++]) await writeBatch(context, batch);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return operations.map((operation) => ("id" in operation ? (operation.id ?? "") : ""));
}

/** A transaction may take two seconds; on a busy machine a batch that does not make it goes again in halves: a record that is there already stays as it is. */
async function writeBatch(context: Context, operations: readonly Operation[]): Promise<void> {
  const saved = await save(context, { operations, road: "seed", mode: "all" }).catch((error: unknown) => {
    if (operations.length < 2) throw error;
    return null;
  });
  if (saved) {
    const refused = saved.results.find((result) => !result.ok);
    if (refused) throw new Error(`the seed was refused: ${JSON.stringify(refused).slice(0, 1000)}`);
    return;
  }
  const half = Math.ceil(operations.length / 2);
  await writeBatch(context, operations.slice(0, half));
  await writeBatch(context, operations.slice(half));
}
