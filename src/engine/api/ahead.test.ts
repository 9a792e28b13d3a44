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
  const [role] = (
    await app.admin.get(`/records/role?filter=${encodeURIComponent(`name == "sales_director"`)}`)
  ).json.data;
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
    // Rows without a value of the sort key follow: found out once that the others do not fill the page, both
    // are one question.
    await owner.get("/records/account?sort=-name");
    spy.mockClear();
    expect((await owner.get("/records/account?sort=-name")).json.data).toHaveLength(1);
    expect(spy.mock.calls).toHaveLength(2);
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
  const share = await owner.post("/records/share", {
    regarding: { object: "account", id: account },
    to: { object: "user", id: other.id },
  });
  expect([await seenBy(other), await listedBy(other)]).toEqual([200, true]);
  await owner.delete(`/records/share/${share.json.data.id}`);
  expect([await seenBy(other), await listedBy(other)]).toEqual([404, false]);
});

const versionOf = async (): Promise<number> =>
  (await owner.get(`/records/account/${account}`)).json.data.version;
let word = 0;
const changedBy = async (who: Client) =>
  (await who.patch(`/records/account/${account}`, { industry: `行业 ${(word += 1)}` })).status;

test("a write begins on the connection on which it is asked who writes, and waits no longer for it", async () => {
  expect(await changedBy(owner)).toBe(200);
  const spy = vi.spyOn(pg.Client.prototype, "query");
  try {
    expect(await changedBy(owner)).toBe(200);
    const texts = spy.mock.calls.map(([given]) =>
      typeof given === "string" ? given : (given as unknown as { text: string }).text,
    );
    expect(texts.map((text) => /from "w_main"\."session"|^begin/.exec(text)?.[0]).slice(0, 2)).toEqual([
      `from "w_main"."session"`,
      "begin",
    ]);
    expect(new Set(spy.mock.contexts).size).toBe(1);
  } finally {
    spy.mockRestore();
  }
});

test("who has signed out writes nothing of what was begun", async () => {
  const other = await app.person({ name: "钱进", role: "sales_director" });
  expect(await changedBy(other)).toBe(200);
  const before = await versionOf();
  expect((await other.delete("/session")).status).toBeLessThan(300);
  const created = await other.post("/records/account", { name: "退出之后" });
  expect([await changedBy(other), created.status, await versionOf()]).toEqual([401, 401, before]);
  expect(
    (await owner.get(`/records/account?filter=${encodeURIComponent(`name == "退出之后"`)}`)).json.data,
  ).toEqual([]);
});

test("rights that go are no rights for the next write, also among many at once, and nobody waits for ever", async () => {
  const other = await app.person({ name: "吴刚", role: "seller" });
  for (let round = 0; round < 3; round += 1) {
    const role = await giveRole(other);
    expect(await changedBy(other)).toBe(200);
    let gone = false;
    const wrong: number[] = [];
    const writing = Array.from({ length: 16 }, async () => {
      for (let after = 0; after < 3;) {
        const wasGone = gone;
        const status = await changedBy(other);
        if (![200, 404].includes(status) || (wasGone && status !== 404)) wrong.push(status);
        if (wasGone) after += 1;
      }
    });
    await app.admin.delete(`/records/user_role/${role}`);
    gone = true;
    await Promise.all(writing);
    expect(wrong).toEqual([]);
  }
});

test("a caller who is found to be somebody else writes once, by the rights that hold", async () => {
  const other = await app.person({ name: "郑和", role: "seller" });
  expect(await changedBy(other)).toBe(404);
  const role = await giveRole(other);
  const before = await versionOf();
  expect([await changedBy(other), await versionOf()]).toEqual([200, before + 1]);
  await app.admin.delete(`/records/user_role/${role}`);
  expect([await changedBy(other), await versionOf()]).toEqual([404, before + 1]);
});

test("a refusal begun on a guess stands, and what it notes beside itself is kept", async () => {
  const [empty, taken] = [
    await owner.patch(`/records/account/${account}`, { name: "" }),
    await owner.patch(`/records/account/${account}`, { nothing: 1 }),
  ];
  expect([empty.status, taken.status]).toEqual([422, 422]);
  const key = { "idempotency-key": `ahead-${Date.now()}` };
  const once = () => owner.post("/records/account", { name: "只做一次" }, key);
  const [first, second] = [await once(), await once()];
  expect([first.status, second.status, second.json.data.id]).toEqual([201, 201, first.json.data.id]);
});
