import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
let anna: Client & { id: string };
beforeAll(async () => {
  app = await testApp();
  anna = await app.person({ name: "Anna", role: "administrator" });
});
afterAll(() => app.close());

interface World {
  readonly at: string;
  readonly home: string | null;
  readonly further: readonly string[];
  readonly parents: Readonly<Record<string, string | null>>;
}
const homesIn = ({ home, further }: World) =>
  new Set([home, ...further].filter((id): id is string => id !== null));
function subtreeIn(world: World): Set<string> {
  const found = homesIn(world);
  for (let grown = -1; grown !== found.size;) {
    grown = found.size;
    for (const [id, parent] of Object.entries(world.parents))
      if (parent !== null && found.has(parent)) found.add(id);
  }
  return found;
}

test("of a past moment, my departments and those below are the ones of that moment", async () => {
  const parents: Record<string, string | null> = {};
  for (const name of ["东", "南", "西", "北", "中", "末"])
    parents[(await app.admin.make("department", { name: `${name}部` })).id] = null;
  const places = Object.keys(parents);
  const [a, b, c, d, e, last] = places as [string, string, string, string, string, string];
  const deals: string[] = [];
  const where: Record<string, string> = {};
  for (const department of places) {
    const { id } = await app.admin.make("opportunity", { name: "单", amount: "1", department });
    deals.push(id);
    where[id] = department;
  }
  const { id: away } = await app.admin.make("opportunity", { name: "搬", amount: "1", department: a });
  deals.push(away);
  where[away] = a;
  const began = new Date().toISOString();

  const worlds: (World & { readonly where: Readonly<Record<string, string>> })[] = [];
  const state: { home: string | null; further: string[] } = { home: null, further: [] };
  let further = "";
  const under = (id: string, parent: string | null) => async () => {
    expect((await app.admin.patch(`/records/department/${id}`, { parent })).status).toBe(200);
    parents[id] = parent;
  };
  const at = (home: string | null) => async () => {
    expect((await app.admin.patch(`/records/user/${anna.id}`, { department: home })).status).toBe(200);
    state.home = home;
  };
  const steps = [
    at(a),
    under(b, a),
    under(c, b),
    under(d, c),
    at(c),
    async () => {
      further = (await app.admin.make("user_department", { user: anna.id, place: e })).id;
      state.further = [e];
    },
    under(c, e),
    under(e, b),
    at(null),
    async () => {
      expect((await app.admin.delete(`/records/user_department/${further}`)).status).toBe(204);
      state.further = [];
    },
    at(b),
    async () => {
      expect((await app.admin.patch(`/records/opportunity/${away}`, { department: d })).status).toBe(200);
      where[away] = d;
    },
    under(c, null),
    at(last),
  ];
  for (const step of steps) {
    await step();
    await wait(4);
    worlds.push({
      at: new Date().toISOString(),
      ...state,
      further: [...state.further],
      parents: { ...parents },
      where: { ...where },
    });
    await wait(4);
  }

  const seen = async (filter: string, asOf: string): Promise<string[]> => {
    const answer = await anna.get(
      `/records/opportunity?limit=100&filter=${encodeURIComponent(filter)}&as_of=${encodeURIComponent(asOf)}`,
    );
    expect(answer.status, answer.text).toBe(200);
    return answer.json.data.map(({ id }: { id: string }) => id).toSorted();
  };
  const inside = (set: ReadonlySet<string>, of: Readonly<Record<string, string>>) =>
    deals.filter((id) => set.has(of[id] ?? "")).toSorted();
  const sizes = new Set<number>();
  for (const world of worlds) {
    const [own, below] = [inside(homesIn(world), world.where), inside(subtreeIn(world), world.where)];
    sizes.add(below.length);
    expect([world.at, await seen("department in mydepartments()", world.at)]).toEqual([world.at, own]);
    expect([world.at, await seen("department in mysubtree()", world.at)]).toEqual([world.at, below]);
    const rest = deals.filter((id) => !below.includes(id)).toSorted();
    expect(await seen("!(department in mysubtree())", world.at)).toEqual(rest);
    expect(await seen(`SIZE(mysubtree()) == ${subtreeIn(world).size}`, world.at)).toHaveLength(deals.length);
    // Inside asof() that moment's departments, outside today's.
    const asked = `asof("${world.at}", department in mysubtree()) && department in mydepartments()`;
    const today = inside(new Set([last]), where);
    expect(await seen(asked, new Date().toISOString())).toEqual(today.filter((id) => below.includes(id)));
  }
  expect(sizes.size).toBeGreaterThan(3);
  // Before Anna was there: her first department, which was none.
  expect(await seen("department in mysubtree()", began)).toEqual([]);
  const totals = await anna.post("/records/opportunity/aggregate", {
    filter: "department in mysubtree()",
    as_of: worlds[3]?.at,
    measures: [{ fn: "count" }],
  });
  expect(totals.json.groups, totals.text).toMatchObject([{ values: [5] }]);
});
