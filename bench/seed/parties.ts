import type { Context } from "../../src/engine/kernel/context.ts";
import type { Operation } from "../../src/engine/kernel/save-request.ts";
import { newId } from "../../src/engine/record/ids.ts";
import { save } from "../../src/engine/record/save.ts";
import type { Values } from "../../src/shared/metadata/object.ts";
import { Chance, idAt, zipf } from "./chance.ts";
import type { Created } from "./created-rows.ts";
import { iso } from "./deal-moment.ts";
import { CITIES, companyName, GIVEN, PRODUCTS, SURNAMES, TITLES } from "./names.ts";

export interface Seller {
  readonly id: string;
  readonly department: string | null;
}
export interface Party {
  readonly id: string;
  readonly brand: string;
  /** Place of the owner among the sellers. */
  readonly owner: number;
  /** Its contacts follow one another. */
  readonly firstContact: number;
  readonly contacts: number;
}
export interface Parties {
  readonly sellers: readonly Seller[];
  readonly products: readonly { readonly id: string; readonly name: string }[];
  readonly accounts: readonly Party[];
  readonly contacts: readonly string[];
}
export interface People {
  readonly director: string;
  readonly managers: readonly string[];
  readonly sellers: readonly Seller[];
  readonly products: Parties["products"];
}
/** How many of what goes with so many deals. */
export const countsFor = (deals: number) => {
  const within = (value: number, least: number, most: number): number =>
    Math.min(most, Math.max(least, Math.round(value)));
  return {
    departments: within(deals / 2000, 40, 500),
    users: within(deals / 500, 100, 2000),
    accounts: Math.ceil(deals / 20),
    contacts: Math.ceil(deals / 10),
  };
};
const BATCH = 250;

async function write(context: Context, operations: readonly Operation[]): Promise<void> {
  for (let at = 0; at < operations.length; at += BATCH) {
    const { results } = await save(context, {
      operations: operations.slice(at, at + BATCH),
      road: "seed",
      mode: "all",
    });
    const refused = results.find((result) => !result.ok);
    if (refused) throw new Error(`the seed was refused: ${JSON.stringify(refused).slice(0, 1000)}`);
  }
}
const creation = (object: string, values: Values, id = newId()): Operation & { readonly id: string } => ({
  op: "create",
  object,
  id,
  values,
});

/**
 * Departments in three levels, a director, managers of the middle levels, sellers below, some departments
 * fuller than others; through `save`.
 */
export async function seedPeople(context: Context, deals: number, seed: number): Promise<People> {
  const { departments, users } = countsFor(deals);
  const chance = new Chance(seed);
  const tree = departmentTree(departments);
  await write(context, tree.all);
  const roles = await context.db.query<{ id: string; name: string }>({
    text: `select id, name from "${context.workspace.schema}"."o_role"`,
  });
  const role = (name: string): string => roles.find((one) => one.name === name)?.id ?? "";
  const place = zipf(tree.leaves.length, 0.6, 5);
  const heads = tree.middle.length;
  const people = Array.from({ length: users }, (_, at) => {
    const department = at === 0 ? null : at <= heads ? tree.middle[at - 1] : tree.leaves[place(chance)];
    return creation("user", {
      name: `${chance.pick(SURNAMES)}${chance.pick(GIVEN)}`,
      ...(department ? { department } : {}),
    });
  });
  await write(context, people);
  const roleAt = (at: number): string =>
    at === 0 ? "sales_director" : at <= heads ? "sales_manager" : "seller";
  await write(
    context,
    people.map(({ id }, at) => creation("user_role", { user: id, role: role(roleAt(at)) })),
  );
  const products = PRODUCTS.map(([code, name, price]) => ({
    name,
    made: creation("product", { code, name, list_price: price }),
  }));
  await write(
    context,
    products.map(({ made }) => made),
  );
  const departmentOf = (at: number): string | null => {
    const { values } = people[at] as { readonly values: Values };
    return typeof values["department"] === "string" ? values["department"] : null;
  };
  return {
    director: people[0]?.id ?? "",
    managers: people.slice(1, heads + 1).map(({ id }) => id),
    sellers: people.slice(heads + 1).map(({ id }, at) => ({ id, department: departmentOf(heads + 1 + at) })),
    products: products.map(({ made, name }) => ({ id: made.id, name })),
  };
}

function departmentTree(count: number): {
  readonly all: readonly Operation[];
  readonly middle: readonly string[];
  readonly leaves: readonly string[];
} {
  const root = creation("department", { name: "销售中心" });
  const regions = ["华东", "华南", "华北", "华中", "西南", "西北", "东北"].map((name) =>
    creation("department", { name: `${name}大区`, parent: root.id }),
  );
  const branchCount = Math.max(7, Math.floor(count / 9));
  const branches = Array.from({ length: branchCount }, (_, at) =>
    creation("department", {
      name: `${CITIES[at % CITIES.length]}分公司${at < CITIES.length ? "" : Math.floor(at / CITIES.length) + 1}`,
      parent: regions[at % 7]?.id ?? root.id,
    }),
  );
  const leaves = Array.from({ length: Math.max(7, count - branchCount - 8) }, (_, at) =>
    creation("department", { name: `销售 ${at + 1} 组`, parent: branches[at % branchCount]?.id ?? root.id }),
  );
  return {
    all: [root, ...regions, ...branches, ...leaves],
    middle: [...regions, ...branches].map(({ id }) => id),
    leaves: leaves.map(({ id }) => id),
  };
}

/** Gets what a party's rows are made of, in the order of making. */
export type EachCreated = (object: "account" | "contact", created: Created) => Promise<void> | void;
export interface PartyFrame {
  readonly deals: number;
  readonly seed: number;
  /** Unix milliseconds at which the first account is made; the others follow within minutes. */
  readonly from: number;
  readonly nextSeq: () => number;
}

/** Companies and the people in them, a few companies with many. */
export async function seedParties(people: People, frame: PartyFrame, each: EachCreated): Promise<Parties> {
  const counts = countsFor(frame.deals);
  const chance = new Chance(frame.seed ^ 0x51ab);
  const owners = zipf(people.sellers.length, 0.8, 20);
  const accounts: { id: string; brand: string; owner: number; firstContact: number; contacts: number }[] = [];
  const told = (at: number, owner: number) => ({
    at: iso(frame.from + at * 20),
    seq: frame.nextSeq(),
    actor: people.sellers[owner]?.id ?? null,
    actorKind: "person",
    road: "import",
    request: idAt(frame.from, chance),
  });
  for (let at = 0; at < counts.accounts; at += 1) {
    const owner = owners(chance);
    const id = idAt(frame.from + at * 20, chance);
    const { name, brand, industry, city } = companyName(chance);
    const seller = people.sellers[owner];
    const values = {
      name: `${city}${name}`,
      industry,
      owner: seller?.id ?? null,
      department: seller?.department ?? null,
    };
    await each("account", { id, values, ...told(at, owner) });
    accounts.push({ id, brand, owner, firstContact: 0, contacts: 0 });
  }
  const contacts = await seedContacts(people, accounts, counts.contacts, {
    chance,
    each,
    told: (at, owner) => told(counts.accounts + at, owner),
    from: frame.from,
  });
  return { sellers: people.sellers, products: people.products, accounts, contacts };
}

interface ContactFrame {
  readonly chance: Chance;
  readonly each: EachCreated;
  readonly told: (at: number, owner: number) => Omit<Created, "id" | "values">;
  readonly from: number;
}
async function seedContacts(
  { sellers }: People,
  accounts: { id: string; owner: number; firstContact: number; contacts: number }[],
  count: number,
  { chance, each, told, from }: ContactFrame,
): Promise<string[]> {
  const pick = zipf(accounts.length, 0.5, 50);
  const sizes = new Uint32Array(accounts.length);
  for (let at = 0; at < count; at += 1) {
    const place = pick(chance);
    sizes[place] = (sizes[place] ?? 0) + 1;
  }
  const ids: string[] = [];
  for (const [place, account] of accounts.entries()) {
    account.firstContact = ids.length;
    account.contacts = sizes[place] ?? 0;
    for (let one = 0; one < account.contacts; one += 1) {
      const id = idAt(from + (accounts.length + ids.length) * 20, chance);
      const { title, role } = chance.pick(TITLES);
      const seller = sellers[account.owner];
      const mobile = `139${String(ids.length).padStart(8, "0")}`;
      const values = {
        name: `${chance.pick(SURNAMES)}${chance.pick(GIVEN)}`,
        account: account.id,
        title,
        role,
        mobile,
        owner: seller?.id ?? null,
        department: seller?.department ?? null,
      };
      await each("contact", { id, values, ...told(ids.length, account.owner) });
      ids.push(id);
    }
  }
  return ids;
}
