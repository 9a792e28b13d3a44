import { afterAll, beforeAll, expect, test } from "vitest";
import {
  east,
  grant,
  head,
  openSharingWorld,
  other,
  owner,
  people,
  sees,
  south,
  work,
  world,
} from "../../../../testing/worlds/sharing-world.ts";

beforeAll(openSharingWorld);
afterAll(() => world.close());

test("a manager reads what those who report to them own, at any depth, and changes only what the role says", async () => {
  const account = await owner.make("account", { name: "恒润精密" });
  expect(await sees(head, "account", String(account.id))).toBe(true);
  expect((await head.get(`/records/account/${account.id}`)).json.abilities).toEqual({
    update: false,
    delete: false,
  });
  expect((await head.patch(`/records/account/${account.id}`, { name: "改名" })).status).toBe(403);
  expect(await sees(other, "account", String(account.id))).toBe(false);
  await world.admin.patch(`/records/user/${owner.id}`, { manager: null });
  expect(await sees(head, "account", String(account.id))).toBe(false);
});

test("further departments count like the main one", async () => {
  const account = await owner.make("account", { name: "南方重工" });
  const reader = await world.person({ name: "赵云", role: "own_department", department: east });
  expect(await sees(reader, "account", String(account.id))).toBe(false);
  expect((await world.admin.patch(`/records/user/${reader.id}`, { departments: [south] })).status).toBe(200);
  expect(await sees(reader, "account", String(account.id))).toBe(true);
  expect((await reader.get("/me")).text).toContain("华南");
  await world.admin.patch(`/records/user/${reader.id}`, { departments: [] });
  expect(await sees(reader, "account", String(account.id))).toBe(false);
});

test("a rule opens what meets its condition, judged with fields its reader may not see, and tells no more", async () => {
  await grant(
    "blind",
    { ...people, account: work("own"), opportunity: work("own") },
    { fields: { opportunity: { amount: "hidden" } } },
  );
  const blind = await world.person({ name: "盲人", role: "blind", department: east });
  const account = await owner.make("account", { name: "规则客户", industry: "manufacturing" });
  const big = await owner.make("opportunity", { name: "大单", account: account.id, amount: "5000000" });
  const small = await owner.make("opportunity", { name: "小单", account: account.id, amount: "5000" });
  const rule = {
    name: "大单给售前",
    object: "opportunity",
    criteria: "amount >= 1000000",
    to: { object: "department", id: east },
    level: "edit",
  };
  expect((await owner.post("/records/sharing_rule", rule)).status, "not for sellers").toBe(403);
  const bad = await world.admin.post("/records/sharing_rule", { ...rule, criteria: "amuont > 1" });
  expect(bad.json.errors?.[0]).toMatchObject({ field: "criteria", code: "unknown_name" });
  expect(
    (await world.admin.post("/records/sharing_rule", { ...rule, object: "product", criteria: "true" })).json
      .errors?.[0]?.code,
  ).toBe("unknown_object");
  const made = await world.admin.make("sharing_rule", rule as never);
  expect(await sees(blind, "opportunity", String(big.id))).toBe(true);
  expect(await sees(blind, "opportunity", String(small.id))).toBe(false);
  expect((await blind.get(`/records/opportunity/${big.id}`)).text).not.toContain("5000000");
  expect((await blind.get(`/records/opportunity/${big.id}`)).json.abilities.update).toBe(true);
  expect(
    (await blind.get(`/records/opportunity?filter=${encodeURIComponent("amount >= 1000000")}`)).json.data,
  ).toEqual([]);
  expect((await blind.patch(`/records/opportunity/${big.id}`, { next_step: "演示" })).status).toBe(200);
  await owner.patch(`/records/opportunity/${big.id}`, { amount: "10" });
  expect(await sees(blind, "opportunity", String(big.id)), "it no longer meets the condition").toBe(false);
  await owner.patch(`/records/opportunity/${big.id}`, { amount: "5000000" });
  await world.admin.patch(`/records/sharing_rule/${made.id}`, { active: false });
  expect(await sees(blind, "opportunity", String(big.id))).toBe(false);
});

test("a person's open records go along to another department only where that was chosen", async () => {
  const seller = await world.person({ name: "调动", role: "own_only", department: south });
  const stays = await seller.make("account", { name: "留下的客户" });
  expect(
    (await seller.post(`/users/${seller.id}/department`, { department: east, move_records: true })).status,
  ).toBe(403);
  expect(
    (await world.admin.post(`/users/${seller.id}/department`, { department: east, move_records: false }))
      .json,
  ).toEqual({
    department: east,
    moving: false,
  });
  await world.idle();
  expect((await seller.get(`/records/account/${stays.id}`)).json.data.department).toBe(south);
  const comes = await seller.make("account", { name: "带走的客户" });
  const { version } = (await seller.get(`/records/account/${comes.id}`)).json.data;
  expect(
    (await world.admin.post(`/users/${seller.id}/department`, { department: south, move_records: true })).json
      .moving,
  ).toBe(true);
  await world.idle();
  expect((await seller.get(`/records/account/${comes.id}`)).json.data).toMatchObject({
    department: south,
    version: version + 1,
  });
  expect((await seller.get(`/records/account/${comes.id}/changes`)).json.data[0].changes).toMatchObject([
    { field: "department" },
  ]);
});

test("who may only read a record says things about it and corrects their own words, but adds no part to it", async () => {
  await grant("base_reader", {
    ...people,
    account: { ...work("all", "none"), create: false },
    activity: work("own"),
    note: work("own"),
    account_tag: work("all"),
    tag: work("all"),
  });
  const seller = await world.person({ name: "只读客户", role: "base_reader" });
  const account = await owner.make("account", { name: "基础信息只读" });
  const tag = await world.admin.make("tag", { name: "重点" });
  expect((await seller.patch(`/records/account/${account.id}`, { name: "改名" })).status).toBe(403);
  const activity = await seller.make("activity", {
    type: "call",
    content: "电话沟通",
    regarding: { object: "account", id: account.id },
  });
  expect((await seller.patch(`/records/activity/${activity.id}`, { content: "更正" })).status).toBe(200);
  expect((await seller.get(`/records/activity/${activity.id}`)).json.abilities.update).toBe(true);
  const theirs = await owner.make("activity", {
    type: "call",
    content: "负责人的记录",
    regarding: { object: "account", id: account.id },
  });
  expect((await seller.patch(`/records/activity/${theirs.id}`, { content: "改别人的" })).status).toBe(403);
  expect((await seller.get(`/records/activity/${theirs.id}`)).json.abilities.update).toBe(false);
  const tagged = await seller.post("/records/account_tag", { account: account.id, tag: tag.id });
  expect([tagged.status, tagged.json.errors?.[0]?.code]).toEqual([422, "parent_forbidden"]);
  expect((await world.admin.post("/records/account_tag", { account: account.id, tag: tag.id })).status).toBe(
    201,
  );
});
