import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
let seller: Client & { id: string };
let pipeline: string;
let rich: string;
let poor: string;
const both = (text: string) => ({ "zh-CN": text, en: text });

beforeAll(async () => {
  app = await testApp();
  seller = await app.person({ name: "王敏", role: "seller" });
  const entry = [
    { id: "linked", kind: "condition", expression: `account.industry == "制造"` },
    { id: "talked", kind: "related", object: "activity", expression: `type == "call" && status == "done"` },
  ];
  const stages = [
    { name: "a", label: both("a"), type: "open" },
    { name: "b", label: both("b"), type: "open", entry },
    { name: "won", label: both("won"), type: "won" },
  ];
  pipeline = (
    await app.admin.post("/pipelines", { object: "opportunity", name: "ahead", label: both("ahead"), stages })
  ).json.data.id;
  expect((await app.admin.post(`/pipelines/${pipeline}/publish`, {})).status).toBe(200);
  rich = (await seller.make("account", { name: "杭州仪表有限公司", industry: "制造" })).id;
  poor = (await seller.make("account", { name: "无锡锦江商贸有限公司" })).id;
});
afterAll(() => app.close());

const deal = async (account: string | null): Promise<string> =>
  (
    await seller.make("opportunity", {
      name: "条件",
      pipeline,
      amount: "1000",
      close_date: "2030-01-01",
      account,
    })
  ).id;
const talk = (id: string) =>
  seller.make("activity", {
    type: "call",
    status: "done",
    content: "谈过",
    regarding: { object: "opportunity", id },
  });
const move = (id: string, more: object = {}) =>
  seller.post(`/records/opportunity/${id}/transitions`, { to: "b", from: "a", ...more });
const unmet = async (id: string, more: object = {}): Promise<readonly string[]> => {
  const { status, json } = await move(id, more);
  return status === 200 ? [] : json.errors.map(({ criterion }: { criterion: string }) => criterion);
};

test("facts that were asked with the lock are those of the record as it would be stored", async () => {
  const [first, second, third] = [await deal(rich), await deal(poor), await deal(null)];
  for (const id of [first, second, third]) await talk(id);
  // The link that the move itself gives is the one that counts.
  expect(await unmet(first, { values: { account: poor } })).toEqual(["linked"]);
  expect(await unmet(first, { values: { account: null } })).toEqual(["linked"]);
  expect(await unmet(second)).toEqual(["linked"]);
  expect(await unmet(second, { values: { account: rich } })).toEqual([]);
  expect(await unmet(third)).toEqual(["linked"]);
  expect(await unmet(third, { values: { account: rich } })).toEqual([]);
  expect(await unmet(first)).toEqual([]);
});

test("what changes between two tries is found by the second", async () => {
  const id = await deal(poor);
  expect(await unmet(id)).toEqual(["linked", "talked"]);
  await talk(id);
  expect(await unmet(id)).toEqual(["linked"]);
  await seller.patch(`/records/account/${poor}`, { industry: "制造" });
  expect(await unmet(id)).toEqual([]);
});

test("records that are not there and stages that no pipeline has are answered as ever", async () => {
  const id = await deal(rich);
  await talk(id);
  expect((await move("00000000-0000-7000-8000-000000000000")).status).toBe(404);
  expect((await move("nobody")).status).toBe(404);
  expect((await seller.post(`/records/opportunity/${id}/transitions`, { to: "nowhere" })).status).toBe(422);
  expect((await move(id)).status).toBe(200);
});
