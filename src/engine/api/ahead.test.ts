import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";

type Person = Client & { id: string };
let app: TestApp;
let owner: Person;
let account: string;
beforeAll(async () => {
  app = await testApp();
  owner = await app.person({ name: "王敏", role: "seller" });
  account = (await owner.make("account", { name: "苏州恒润精密机械有限公司" })).id;
});
afterAll(() => app.close());

const seenBy = async (who: Client) => (await who.get(`/records/account/${account}`)).status;
const listedBy = async (who: Client) => (await who.get("/records/account?fields=name")).text.includes("恒润");
const giveRole = async (who: Person): Promise<string> => {
  const [role] = (await app.admin.get(`/records/role?filter=${encodeURIComponent(`name == "sales_director"`)}`)).json.data;
  return (await app.admin.make("user_role", { user: who.id, role: role.id })).id;
};

test("a known caller and his question go to the database together: for a record in one statement, for a list in two on one connection", async () => {
  await seenBy(owner);
  const spy = vi.spyOn(pg.Client.prototype, "query");
  try {
    expect((await owner.get(`/records/account/${account}`)).status).toBe(200);
    expect(spy.mock.calls).toHaveLength(1);
    spy.mockClear();
    expect((await owner.get("/records/account?sort=name")).status).toBe(200);
    expect(spy.mock.calls).toHaveLength(2);
    expect(new Set(spy.mock.contexts).size).toBe(1);
    const [first, second] = spy.mock.invocationCallOrder;
    expect((second ?? 0) - (first ?? 0)).toBe(1);
    // Rows without a value of the sort key follow: found out once that the others do not fill the page, they are asked for along with them.
    await owner.get("/records/account?sort=-name");
    spy.mockClear();
    expect((await owner.get("/records/account?sort=-name")).json.data).toHaveLength(1);
    expect(spy.mock.calls).toHaveLength(3);
    expect(new Set(spy.mock.contexts).size).toBe(1);
    expect(spy.mock.invocationCallOrder.map((at, place, all) => at - (all[0] ?? 0) - place)).toEqual([0, 0, 0]);
  } finally {
    spy.mockRestore();
  }
});

test("who has signed out gets nothing of what was asked ahead", async () => {
  const other = await app.person({ name: "李静", role: "sales_director" });
  expect([await seenBy(other), await listedBy(other)]).toEqual([200, true]);
  expect((await other.delete("/session")).status).toBeLessThan(300);
  expect([await seenBy(other), await listedBy(other)]).toEqual([401, false]);
});

test("rights that come or go hold for the next question, also among many at once", async () => {
  const other = await app.person({ name: "赵强", role: "seller" });
  expect([await seenBy(other), await listedBy(other)]).toEqual([404, false]);
  for (let round = 0; round < 3; round += 1) {
    const role = await giveRole(other);
    expect([await listedBy(other), await seenBy(other)]).toEqual([true, 200]);
    let gone = false;
    const wrong: string[] = [];
    const asking = Array.from({ length: 6 }, async () => {
      for (let after = 0; after < 3;) {
        const wasGone = gone;
        const [status, listed] = await Promise.all([seenBy(other), listedBy(other)]);
        if (wasGone && (status !== 404 || listed)) wrong.push(`${status} ${listed}`);
        if (wasGone) after += 1;
      }
    });
    await app.admin.delete(`/records/user_role/${role}`);
    gone = true;
    await Promise.all(asking);
    expect(wrong).toEqual([]);
  }
});

test("what is shared and taken back is shown and hidden at once", async () => {
  const other = await app.person({ name: "孙丽", role: "seller" });
  expect(await seenBy(other)).toBe(404);
  const share = await owner.post("/records/share", { regarding: { object: "account", id: account }, to: { object: "user", id: other.id } });
  expect([await seenBy(other), await listedBy(other)]).toEqual([200, true]);
  await owner.delete(`/records/share/${share.json.data.id}`);
  expect([await seenBy(other), await listedBy(other)]).toEqual([404, false]);
});
