import { afterAll, beforeAll, expect, test } from "vitest";
import { TAKING_PART } from "../../../../objects/near-me.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

type Person = Client & { readonly id: string };
let app: TestApp;
let seller: Person;
let me: Person;
let stranger: Person;
const ids = new Map<string, string>();
const about = (name: string) => ({ object: "account", id: ids.get(name) ?? "" });
const NAMES = ["共享", "跟进", "同时关联", "参加", "任务", "任务已删", "无关", "自己的"];

beforeAll(async () => {
  app = await testApp();
  const department = await app.admin.make("department", { name: "华东" });
  seller = await app.person({ role: "seller", name: "周杰", department: department.id });
  me = await app.person({ role: "sales_director", name: "何洁" });
  stranger = await app.person({ role: "seller", name: "陈一" });
  for (const name of NAMES)
    ids.set(name, (await (name === "自己的" ? me : seller).make("account", { name })).id);
  await seller.make("share", { regarding: about("共享"), to: { object: "user", id: me.id } });
  await me.make("activity", { type: "call", subject: "电话", regarding: about("跟进") });
  await me.make("activity", {
    type: "call",
    subject: "两家",
    regarding: about("跟进"),
    also_regarding: [about("同时关联")],
  });
  await seller.make("activity", {
    type: "visit",
    subject: "拜访",
    regarding: about("参加"),
    participants: [{ object: "user", id: me.id }],
  });
  await me.make("task", { subject: "报价", regarding: about("任务") });
  const gone = await me.make("task", { subject: "不用了", regarding: about("任务已删") });
  await me.delete(`/records/task/${gone.id}`);
  await seller.make("task", { subject: "周杰自己", regarding: about("无关") });
  await me.make("task", { subject: "自己", regarding: about("自己的") });
});
afterAll(() => app.close());

async function found(who: Client, filter: string, more = ""): Promise<readonly string[]> {
  const answer = await who.get(`/records/account?filter=${encodeURIComponent(filter)}${more}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.data.map(({ name }: { readonly name: string }) => name).toSorted();
}

test("one takes part in what is shared, was logged, visited together, or has a task of one's own", async () => {
  expect(await found(me, TAKING_PART)).toEqual(["共享", "跟进", "同时关联", "参加", "任务"].toSorted());
  // Each condition by itself finds the same.
  const parts = [...TAKING_PART.matchAll(/related\(.*?\)\.exists\(\)/g)].map(([part]) => part);
  expect(parts).toHaveLength(4);
  const singly = await Promise.all(parts.map((part) => found(me, `owner != me() && ${part}`)));
  expect([...new Set(singly.flat())].toSorted()).toEqual(await found(me, TAKING_PART));
});

test("its negation is all the rest, and it may stand beside other conditions", async () => {
  const rest = await found(me, `!(${TAKING_PART})`);
  expect(rest).toEqual(["任务已删", "无关", "自己的"].toSorted());
  expect(await found(me, `(${TAKING_PART}) && startswith(name, "任务")`)).toEqual(["任务"]);
  expect(await found(me, TAKING_PART, "&as_of=2020-01-01")).toEqual([]);
});

test("it shows nothing that one may not see", async () => {
  expect(await found(stranger, TAKING_PART)).toEqual([]);
  const shared = await seller.make("share", {
    regarding: about("无关"),
    to: { object: "user", id: stranger.id },
  });
  expect(await found(stranger, TAKING_PART)).toEqual(["无关"]);
  await stranger.make("task", { subject: "帮忙", regarding: about("无关") });
  await seller.delete(`/records/share/${shared.id}`);
  expect(await found(stranger, TAKING_PART)).toEqual([]);
});
