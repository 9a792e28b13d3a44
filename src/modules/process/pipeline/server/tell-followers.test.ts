import { afterAll, beforeAll, expect, test } from "vitest";
import { runSubscribers } from "../../../../engine/changes/run-subscribers.ts";
import { FOLLOWED } from "../../../../objects/near-me.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { tellFollowers } from "./tell-followers.react.ts";

type Person = Client & { readonly id: string };
let app: TestApp;
let head: Person;
let seller: Person;
let follower: Person;
let other: Person;
let quiet: Person;
beforeAll(async () => {
  app = await testApp();
  head = await app.person({ role: "sales_director", name: "何洁" });
  seller = await app.person({ role: "seller", name: "周杰" });
  follower = await app.person({ role: "sales_director", name: "曹正阳" });
  other = await app.person({ role: "seller", name: "陈一" });
  quiet = await app.person({ role: "sales_director", name: "于晨" });
});
afterAll(() => app.close());

async function settle(): Promise<void> {
  const { db } = app.database;
  const { workspace } = await app.context();
  while ((await runSubscribers(db, workspace, app.context, [tellFollowers])).read > 0);
}
const told = async (who: Client): Promise<readonly string[]> => {
  await settle();
  const { json } = await who.send("GET", "/notifications", undefined, { "accept-language": "zh-CN" });
  return json.data.map(({ text }: { readonly text: string }) => text).toReversed();
};
const both = (text: string) => ({ "zh-CN": text, en: text });
const stage = (name: string, called: string, type: string) => ({
  name,
  label: both(called),
  type,
  probability: 10,
});
async function deal(name: string): Promise<string> {
  pipeline ??= await publish();
  return (await seller.make("opportunity", { name, pipeline })).id;
}
let pipeline: string | undefined;
async function publish(): Promise<string> {
  const stages = [stage("one", "接洽", "open"), stage("two", "方案", "open"), stage("won", "赢单", "won")];
  const made = await app.admin.post("/pipelines", {
    object: "opportunity",
    name: "followed",
    label: both("关注"),
    stages,
    default: true,
  });
  const published = await app.admin.post(`/pipelines/${made.json.data.id}/publish`, {});
  expect([made.status, published.status]).toEqual([201, 200]);
  return made.json.data.id;
}
const keepAnEyeOn = (who: Client, id: string) =>
  who.make("follow", { regarding: { object: "opportunity", id } });
const move = async (who: Client, id: string, to: string) => {
  const answer = await who.post(`/records/opportunity/${id}/transitions`, { to, reason: "test" });
  expect(answer.status, answer.text).toBe(200);
};

test("who follows is told of another stage, of a win and of another owner, never of their own doing", async () => {
  const id = await deal("东风产线");
  await keepAnEyeOn(follower, id);
  await keepAnEyeOn(head, id);
  await seller.patch(`/records/opportunity/${id}`, { next_step: "寄样品" });
  expect([await told(follower), await told(head)]).toEqual([[], []]);
  await move(seller, id, "two");
  await head.patch(`/records/opportunity/${id}`, { owner: head.id });
  await move(head, id, "won");
  expect(await told(follower)).toEqual([
    "周杰将商机“东风产线”移到了“方案”",
    "何洁将商机“东风产线”交给了成员“何洁”",
    "何洁赢下了商机“东风产线”",
  ]);
  expect(await told(head)).toEqual(["周杰将商机“东风产线”移到了“方案”"]);
});

test("nobody is told of what they may not see any more, nor who wants no such notices, nor who has left off", async () => {
  const id = await deal("北方电机");
  const shared = await seller.make("share", {
    regarding: { object: "opportunity", id },
    to: { object: "user", id: other.id },
  });
  await keepAnEyeOn(other, id);
  const follows = await keepAnEyeOn(head, id);
  await keepAnEyeOn(quiet, id);
  await quiet.send("PUT", "/me/preferences", { "notify.followed": false });
  await move(seller, id, "two");
  expect([await told(other), await told(quiet)]).toEqual([["周杰将商机“北方电机”移到了“方案”"], []]);
  expect((await seller.delete(`/records/share/${shared.id}`)).status).toBe(204);
  expect((await head.delete(`/records/follow/${follows.id}`)).status).toBe(204);
  await move(seller, id, "one");
  // What was told before is told without the name; of the way back, nothing.
  expect([await told(other), (await told(head)).filter((text) => text.includes("北方"))]).toEqual([
    ["周杰将一条商机移到了“方案”"],
    ["周杰将商机“北方电机”移到了“方案”"],
  ]);
});

test("one follows what one sees, once; others know nothing of it; it goes with its record", async () => {
  const id = await deal("西山水泵");
  const regarding = { object: "opportunity", id };
  expect((await other.post("/records/follow", { regarding })).status).toBe(422);
  const made = await keepAnEyeOn(follower, id);
  expect((await follower.post("/records/follow", { regarding })).status).toBe(409);
  expect((await head.get(`/records/follow/${made.id}`)).status).toBe(404);
  expect((await app.admin.get("/records/follow")).json.data).toEqual([]);
  const names = async (who: Client) =>
    (await who.get(`/records/opportunity?filter=${encodeURIComponent(FOLLOWED)}`)).json.data.map(
      ({ name }: { readonly name: string }) => name,
    );
  expect([await names(follower), await names(seller)]).toEqual([["东风产线", "西山水泵"].toReversed(), []]);
  expect((await app.admin.delete(`/records/opportunity/${id}`)).status).toBe(204);
  expect((await follower.get(`/records/follow/${made.id}`)).status).toBe(404);
  expect(await names(follower)).toEqual(["东风产线"]);
});
