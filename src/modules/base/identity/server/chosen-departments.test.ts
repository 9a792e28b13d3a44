import { afterAll, beforeAll, expect, test } from "vitest";
import type { Values } from "../../../../shared/metadata/object.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

const scopes = (read: string, update = read) => ({ create: true, read, update, delete: "none" });
let world: TestApp;
let ids: Readonly<Record<string, string>>;
let role: Values & { id: string };
let person: Client & { id: string };
const rightsOf = (departments: Values | null, more: Values = {}) => ({
  objects: { "*": scopes("none"), account: scopes("department", "own"), user: scopes("all", "none") },
  fields: {},
  abilities: [],
  departments,
  ...more,
});
beforeAll(async () => {
  world = await testApp();
  const make = async (name: string, parent?: string) =>
    (await world.admin.make("department", { name, ...(parent ? { parent } : {}) })).id;
  const home = await make("总部");
  const east = await make("东区");
  const shanghai = await make("上海", east);
  const west = await make("西区");
  ids = { home, east, shanghai, west };
  for (const [name, department] of Object.entries(ids))
    await world.admin.make("account", { name, department, owner: null });
  role = await world.admin.make("role", {
    name: "chosen",
    label: { en: "Chosen", "zh-CN": "指定" },
    rights: rightsOf(null),
  });
  person = await world.person({ name: "小吴", role: "chosen", department: home });
});
afterAll(() => world.close());

const seen = async (who: Client = person) =>
  (await who.get("/records/account?sort=name")).json.data.map((one: Values) => one["name"]).toSorted();
const choose = async (departments: Values | null, more: Values = {}) => {
  const reply = await world.admin.patch(`/records/role/${role.id}`, { rights: rightsOf(departments, more) });
  expect(reply.status, reply.text).toBe(200);
};

test("a role means the departments that were chosen for it in the place of one's own, with those below where so chosen", async () => {
  expect(await seen()).toEqual(["home"]);
  await choose({ ids: [ids["east"]!], below: false });
  expect(await seen()).toEqual(["east"]);
  await choose({ ids: [ids["east"]!], below: true });
  expect(await seen()).toEqual(["east", "shanghai"]);
  const [one] = (await person.get("/records/account?sort=name")).json.data;
  expect((await person.patch(`/records/account/${one.id}`, { phone: "13800001111" })).status).toBe(403);
  const why = await world.admin.get(
    `/permissions/explain?user=${person.id}&object=account&record=${one.id}&action=read`,
  );
  expect(why.json.data.because[0]).toMatchObject({ why: "department" });
  const rule = { when: 'name == "shanghai"', read: "none" };
  await choose({ ids: [ids["east"]!], below: true }, { states: { account: [rule] } });
  expect(await seen()).toEqual(["east"]);
  await choose({ ids: [ids["east"]!], below: true });
});

test("what was chosen for a person goes before what was chosen for the role", async () => {
  const filter = encodeURIComponent(`user == "${person.id}"`);
  const [given] = (await world.admin.get(`/records/user_role?filter=${filter}`)).json.data;
  const places = [{ object: "department", id: ids["west"]! }];
  expect((await world.admin.patch(`/records/user_role/${given.id}`, { places })).status).toBe(200);
  expect(await seen()).toEqual(["west"]);
  await world.admin.patch(`/records/user_role/${given.id}`, { places: null });
  expect(await seen()).toEqual(["east", "shanghai"]);
});

test("a draft of a role is counted with what it chooses, and nobody gives departments that they do not see", async () => {
  const rights = rightsOf({ ids: [ids["west"]!], below: false });
  const { data } = (await world.admin.post("/permissions/diff", { role: role.id, rights })).json;
  const read = data.objects.find((one: Values) => one["object"] === "account" && one["action"] === "read");
  expect(read).toMatchObject({ records_gained: 1, records_lost: 2 });
  const clerk = await world.admin.make("role", {
    name: "clerk",
    label: { en: "Clerk", "zh-CN": "文员" },
    rights: {
      objects: { "*": scopes("subtree"), role: scopes("all"), user: scopes("all"), user_role: scopes("all") },
      fields: {},
      abilities: ["roles.manage"],
    },
  });
  expect(clerk.id).toBeTruthy();
  const narrow = await world.person({ name: "文员", role: "clerk", department: ids["home"]! });
  const tried = await narrow.patch(`/records/role/${role.id}`, { rights });
  expect([tried.status, tried.json.errors?.[0]?.code]).toEqual([422, "exceeds_objects"]);
});
