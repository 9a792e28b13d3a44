import { afterAll, beforeAll, expect, it } from "vitest";
import { runSubscribers } from "../changes/run-subscribers.ts";
import { notifyPeople } from "../../modules/base/notifications/server/notify-people.react.ts";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
  ({ admin } = app);
});
afterAll(() => app.close());

const held = (answer: { status: number; json: { code?: string; errors?: { params: object }[] } }) => [
  answer.status,
  answer.json.code,
  (answer.json.errors ?? []).map(({ params }) => params),
];

it("a person who owns records is not deleted before they are handed over, on any road", async () => {
  const user = await admin.make("user", { name: "Leaving" });
  const accounts = [
    await admin.make("account", { name: "One", owner: user.id }),
    await admin.make("account", { name: "Two", owner: user.id }),
  ];
  await admin.make("opportunity", { name: "Deal", owner: user.id });
  const what = [
    { object: "account", field: "owner", count: 2 },
    { object: "opportunity", field: "owner", count: 1 },
  ];
  const alone = await admin.delete(`/records/user/${user.id}`);
  expect(held(alone)).toEqual([409, "linked_by", expect.arrayContaining(what)]);
  expect(alone.json.detail).toMatch(/This person still owns 2 records of “Account”.*hand over their work/);
  const bulk = await admin.post("/records/user/bulk", { ids: [user.id], delete: true });
  expect([bulk.status, bulk.json.results[0].code]).toEqual([422, "linked_by"]);
  expect(
    held(await admin.post("/batch", { operations: [{ op: "delete", object: "user", id: user.id }] })).slice(
      0,
      2,
    ),
  ).toEqual([409, "linked_by"]);
  const deals = (
    await admin.get(`/records/opportunity?filter=${encodeURIComponent(`owner == "${user.id}"`)}`)
  ).json.data;
  const gone = await admin.post("/batch", {
    operations: [
      ...[...accounts, ...deals].map(({ id }) => ({
        op: "delete",
        object: accounts.some((one) => one.id === id) ? "account" : "opportunity",
        id,
      })),
      { op: "delete", object: "user", id: user.id },
    ],
  });
  expect(gone.status, gone.text).toBe(200);
});

it("who was deleted with their records in the bin goes on being named by lists, conditions and sorts alike", async () => {
  const user = await admin.make("user", { name: "Gone Person" });
  const account = await admin.make("account", { name: "Left behind", owner: user.id });
  expect((await admin.delete(`/records/account/${account.id}`)).status).toBe(204);
  expect((await admin.delete(`/records/user/${user.id}`)).status).toBe(204);
  expect((await admin.post(`/records/account/${account.id}/restore`)).status).toBe(200);
  const find = async (filter: string) =>
    (await admin.get(`/records/account?titles=1&filter=${encodeURIComponent(filter)}`)).json.data.filter(
      ({ id }: { id: string }) => id === account.id,
    );
  expect((await find('owner.name == "Gone Person"'))[0]).toMatchObject({ titles: { owner: "Gone Person" } });
  expect(await find("owner.name == null")).toEqual([]);
  expect((await admin.post(`/records/user/${user.id}/restore`)).status).toBe(200);
  expect(await find("owner.name != null")).toHaveLength(1);
});

it("a department with records and a role that people have are not deleted", async () => {
  const department = await admin.make("department", { name: "East" });
  await admin.make("account", { name: "Of the east", department: department.id });
  expect(held(await admin.delete(`/records/department/${department.id}`))).toEqual([
    409,
    "linked_by",
    [{ object: "account", field: "department", count: 1 }],
  ]);
  const role = await admin.make("role", {
    name: "tester",
    label: { "zh-CN": "测试", en: "Tester" },
    rights: {},
  });
  const user = await admin.make("user", { name: "Worn" });
  const worn = await admin.make("user_role", { user: user.id, role: role.id });
  const refused = await admin.delete(`/records/role/${role.id}`);
  expect(held(refused)).toEqual([409, "linked_by", [{ object: "user_role", field: "role", count: 1 }]]);
  expect(refused.json.detail).toMatch(/1 person still has this role/);
  expect((await admin.delete(`/records/user_role/${worn.id}`)).status).toBe(204);
  expect((await admin.delete(`/records/role/${role.id}`)).status).toBe(204);
  expect((await admin.delete(`/records/user/${user.id}`)).status).toBe(204);
});

it("a manager and those below him go together", async () => {
  const boss = await admin.make("user", { name: "Boss" });
  const below = await admin.make("user", { name: "Below", manager: boss.id });
  expect((await admin.delete(`/records/user/${boss.id}`)).status).toBe(409);
  const both = await admin.post("/records/user/bulk", { ids: [boss.id, below.id], delete: true });
  expect([both.status, both.json.done], both.text).toEqual([200, 2]);
});

it("who owns a deal is told when the contact it points to is deleted", async () => {
  const seller = await app.person({ name: "Seller", role: "seller" });
  const account = await admin.make("account", { name: "Buyer" });
  const contact = await admin.make("contact", { name: "Wang", account: account.id, owner: seller.id });
  const deal = await admin.make("opportunity", {
    name: "Told",
    account: account.id,
    contact: contact.id,
    owner: seller.id,
  });
  expect((await admin.delete(`/records/contact/${contact.id}`)).status).toBe(204);
  expect((await admin.get(`/records/opportunity/${deal.id}`)).json.data.contact).toBeNull();
  const system = await app.context();
  while ((await runSubscribers(app.database.db, system.workspace, app.context, [notifyPeople])).read > 0);
  const told = (await seller.get("/notifications")).json.data.find(
    ({ kind }: { kind: string }) => kind === "link_emptied",
  );
  expect(told).toMatchObject({ regarding: { id: deal.id }, text: expect.stringMatching(/“Wang”.*“Told”/) });
});
