import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Values } from "../../shared/metadata/object.ts";
import { queryWorld, type QueryWorld } from "../../testing/query-world.ts";
import { type RecordScope, SCOPES } from "../../shared/rights/rights.ts";
import type { Context } from "../kernel/context.ts";
import { aggregate } from "./aggregate.ts";
import { get } from "./get.ts";
import { matchingIds } from "./ids.ts";
import { list } from "./list.ts";
import { search } from "./search.ts";

const id = (kind: string, at: number) => `00000000-0000-7000-8000-${kind}${String(at).padStart(10, "0")}`;
const PEOPLE = [0, 1, 2].map((at) => id("aa", at));
const DEPARTMENTS = [0, 1, 2, 3].map((at) => id("dd", at));
const NAMES = ["account", "deal", "line", "visit"] as const;
type Name = (typeof NAMES)[number];
type Scopes = Readonly<Record<Name, { read: RecordScope; update: RecordScope }>>;
interface Who {
  readonly me: string;
  readonly departments: readonly string[];
  readonly subtree: readonly string[];
  readonly scopes: Scopes;
}

let world: QueryWorld;
const rows = new Map<Name, Values[]>();

beforeAll(async () => {
  world = await queryWorld();
  await world.put(
    "user",
    PEOPLE.map((person, at) => ({ id: person, name: `人${at}` })),
  );
  const pick = <T>(all: readonly T[], seed: number): T | null => all[seed % (all.length + 1)] ?? null;
  const owned = (at: number) => ({
    owner: pick(PEOPLE, at * 7 + 1),
    department: pick(DEPARTMENTS, at * 11 + (at >> 2)),
  });
  const make = (name: Name, kind: string, count: number, more: (at: number) => Values) =>
    rows.set(
      name,
      Array.from({ length: count }, (_, at) => ({
        id: id(kind, at),
        name: `共同 ${name} ${at}`,
        ...owned(at),
        ...more(at),
      })),
    );
  make("account", "ac", 12, (at) => ({ industry: at % 2 ? "制造" : "软件" }));
  make("deal", "de", 40, (at) => ({
    account: pick(
      rows.get("account")!.map((row) => String(row["id"])),
      at,
    ),
    quantity: at,
  }));
  make("line", "11", 60, (at) => ({
    deal: pick(
      rows.get("deal")!.map((row) => String(row["id"])),
      at * 3,
    ),
  }));
  const subjects = [
    ...rows.get("account")!.map((row) => ["account", row["id"]]),
    ...rows.get("deal")!.map((row) => ["deal", row["id"]]),
  ];
  make("visit", "01", 60, (at) => {
    const subject = pick(subjects, at * 5);
    return { regarding: subject ? { object: subject[0]!, id: subject[1]! } : null };
  });
  for (const name of NAMES) await world.put(name, rows.get(name)!);
});
afterAll(() => world.database.drop());

const narrower = (a: RecordScope, b: RecordScope) => (SCOPES.indexOf(a) < SCOPES.indexOf(b) ? a : b);
const byId = (name: Name, value: unknown) => rows.get(name)?.find((row) => row["id"] === value);

/** The rule in plain words, record by record. */
function may(who: Who, name: Name, row: Values, action: "read" | "update" = "read"): boolean {
  const scope =
    action === "read" ? who.scopes[name].read : narrower(who.scopes[name].read, who.scopes[name].update);
  if (scope === "none") return false;
  const link = name === "line" ? row["deal"] : name === "visit" ? row["regarding"] : null;
  // What is said about a record its author may correct while they see it.
  const isAuthor = () => action === "update" && row["owner"] === who.me && may(who, name, row);
  if (name === "line" && link) return may(who, "deal", byId("deal", link)!, action) || isAuthor();
  if (name === "visit" && link !== null && typeof link === "object" && !Array.isArray(link)) {
    const { object, id: subject } = link as { object: Name; id: string };
    return may(who, object, byId(object, subject)!, action) || isAuthor();
  }
  if (scope === "all" || row["owner"] === who.me) return true;
  const reached = scope === "department" ? who.departments : scope === "subtree" ? who.subtree : [];
  return reached.includes(String(row["department"]));
}

const anyWho: fc.Arbitrary<Who> = fc.record({
  me: fc.constantFrom(...PEOPLE),
  departments: fc.subarray(DEPARTMENTS, { maxLength: 2 }),
  subtree: fc.subarray(DEPARTMENTS),
  scopes: fc.record(
    Object.fromEntries(
      NAMES.map((name) => [
        name,
        fc.record({ read: fc.constantFrom(...SCOPES), update: fc.constantFrom(...SCOPES) }),
      ]),
    ),
  ) as fc.Arbitrary<Scopes>,
});
/** The rights are given in two roles, which add up. */
function contextOf(who: Who): Context {
  const role = (names: readonly Name[]) => ({
    id: names.join(),
    name: names.join(),
    objects: {
      ...Object.fromEntries(
        names.map((name) => [name, { create: false, delete: "none" as const, ...who.scopes[name] }]),
      ),
      user: { create: false, read: "all" as const, update: "none" as const, delete: "none" as const },
    },
    fields: {},
    abilities: [],
  });
  return world.as({
    id: who.me,
    departments: who.departments,
    subtree: who.subtree,
    roles: [role(["account", "line"]), role(["deal", "visit"])],
  });
}
const ids = (all: readonly Values[]) => all.map((row) => String(row["id"])).toSorted();
const valueOf = <T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

test("list, aggregate, search, get, ids, titles, paths, related: each shows what the rule allows, no more and no less", async () => {
  await fc.assert(
    fc.asyncProperty(anyWho, fc.nat(), async (who, seed) => {
      const context = contextOf(who);
      const visible = (name: Name, action: "read" | "update" = "read") =>
        rows.get(name)!.filter((row) => may(who, name, row, action));
      for (const name of NAMES) {
        const listed = valueOf(await list(context, { object: name, limit: 500, sort: "id", titles: true }));
        expect(ids(listed.data)).toEqual(ids(visible(name)));
        expect(
          valueOf(await aggregate(context, { object: name, measures: [{ fn: "count" }] })).groups[0]?.values,
        ).toEqual([visible(name).length]);
        expect(ids(valueOf(await list(context, { object: name, limit: 500, search: "共同" })).data)).toEqual(
          ids(visible(name)),
        );
        expect(
          valueOf(
            await matchingIds(context, context.catalog.object(name)!, undefined, "update", { limit: 500 }),
          ),
        ).toEqual(ids(visible(name, "update")));
        const one = rows.get(name)![seed % rows.get(name)!.length]!;
        expect((await get(context, context.catalog.object(name)!, String(one["id"]))).ok).toBe(
          may(who, name, one),
        );
        const found = await search(context, String(one["name"]), { objects: [name], limit: 1 });
        expect(found.map((each) => each.id)).toEqual(
          may(who, name, one) ? [one["id"]] : found.map((each) => each.id),
        );
        for (const each of found) expect(may(who, name, byId(name, each.id)!)).toBe(true);
      }
      const accountOf = (deal: Values) => byId("account", deal["account"]);
      const made = visible("deal").filter((deal) => {
        const account = accountOf(deal);
        return account !== undefined && may(who, "account", account) && account["industry"] === "制造";
      });
      for (const filter of [`account.industry == "制造"`, `industry == "制造"`])
        expect(ids(valueOf(await list(context, { object: "deal", limit: 500, filter })).data)).toEqual(
          ids(made),
        );
      for (const deal of valueOf(
        await list(context, { object: "deal", limit: 500, titles: true, expand: ["account"] }),
      ).data) {
        const account = byId("account", byId("deal", deal["id"])!["account"]);
        const seen = account !== undefined && may(who, "account", account);
        expect(deal["titles"]).toMatchObject(seen ? { account: account["name"]! } : {});
        expect((deal["titles"] as Values)["account"] === undefined).toBe(!seen);
        if (account)
          expect(deal["account"]).toMatchObject(
            seen ? { name: account["name"]! } : { id: account["id"]!, denied: true },
          );
      }
      const busy = visible("account").filter(
        (account) => visible("deal").filter((deal) => deal["account"] === account["id"]).length >= 2,
      );
      expect(
        ids(
          valueOf(
            await list(context, { object: "account", limit: 500, filter: `related("deal").count() >= 2` }),
          ).data,
        ),
      ).toEqual(ids(busy));
    }),
    { numRuns: 25 },
  );
});
