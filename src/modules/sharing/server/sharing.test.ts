import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../testing/app.ts";

type Person = Client & { id: string };
let world: TestApp;
let head: Person;
let owner: Person;
let other: Person;
let east: string;
let south: string;

const grant = async (role: string, objects: Record<string, unknown>, more: object = {}): Promise<void> => {
  await world.admin.make("role", {
    name: role,
    label: { "zh-CN": role, en: role },
    rights: { objects: objects as never, fields: {}, abilities: [], ...more },
  });
};
const work = (read: string, update = read) => ({ create: true, read, update, delete: "none" });
const people = Object.fromEntries(
  ["user", "department", "team", "user_department", "pipeline", "pipeline_version"].map((name) => [
    name,
    { create: false, read: "all", update: "none", delete: "none" },
  ]),
);

beforeAll(async () => {
  world = await testApp();
  east = (await world.admin.make("department", { name: "华东" })).id;
  south = (await world.admin.make("department", { name: "华南" })).id;
  await grant("line", {
    ...people,
    account: work("reports", "own"),
    opportunity: work("reports", "own"),
    activity: work("own"),
    note: work("own"),
  });
  await grant("own_only", {
    ...people,
    account: work("own"),
    opportunity: work("own"),
    activity: work("own"),
    note: work("own"),
  });
  await grant("own_department", { ...people, account: work("department", "own") });
  await grant("reader", {
    ...people,
    account: { create: false, read: "own", update: "none", delete: "none" },
  });
  head = await world.person({ name: "林总", role: "line", department: east });
  const lead = await world.person({ name: "周组长", role: "own_only", department: south, manager: head.id });
  owner = await world.person({ name: "王敏", role: "own_only", department: south, manager: lead.id });
  other = await world.person({ name: "李静", role: "own_only", department: east });
});
afterAll(() => world.close());

const sees = async (who: Client, object: string, id: string): Promise<boolean> => {
  const [one, listed, counted] = await Promise.all([
    who.get(`/records/${object}/${id}`),
    who.get(`/records/${object}?filter=${encodeURIComponent(`id == "${id}"`)}`),
    who.post(`/records/${object}/aggregate`, { filter: `id == "${id}"`, measures: [{ fn: "count" }] }),
  ]);
  const all = [one.status === 200, listed.json.data.length === 1, counted.json.groups[0]?.values[0] === 1];
  expect(new Set(all).size, "every road agrees").toBe(1);
  return all[0] === true;
};
const shareWith = (who: Client, record: string, to: { object: string; id: string }, more: object = {}) =>
  who.post("/records/share", { regarding: { object: "account", id: record }, to, ...more });

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

test("a share opens one record to a person, a department with those below, a team or a role; taken back, it is gone at once", async () => {
  const account = await owner.make("account", { name: "华东化工" });
  const deal = await owner.make("opportunity", { name: "流量计", account: account.id });
  const note = await owner.make("note", {
    content: "只有看得到客户的人能看到",
    regarding: { object: "account", id: account.id },
  });
  const team = await world.admin.make("team", { name: "石化项目组", members: [other.id] });
  const [role] = (await world.admin.get(`/records/role?filter=${encodeURIComponent('name == "own_only"')}`))
    .json.data;
  const below = await world.admin.make("department", { name: "上海", parent: east });
  const down = await world.person({ name: "钱多", role: "own_only", department: below.id });
  const ways: [Client, string, string, Person][] = [
    [owner, "user", other.id, other],
    [owner, "team", String(team.id), other],
    [world.admin, "role", role.id, other],
    [owner, "department", east, down],
  ];
  for (const [giver, object, id, who] of ways) {
    expect(await sees(who, "account", String(account.id)), object).toBe(false);
    const shared = await shareWith(giver, String(account.id), { object, id }, { duty: "presales" });
    expect([shared.status, shared.text]).toEqual([201, expect.anything()]);
    expect(await sees(who, "account", String(account.id)), object).toBe(true);
    expect(await sees(who, "note", String(note.id)), "what hangs on it").toBe(true);
    expect(await sees(who, "opportunity", String(deal.id)), "not what merely links to it").toBe(false);
    expect((await who.patch(`/records/account/${account.id}`, { name: "改名" })).status).toBe(403);
    expect(
      (await who.get(`/records/share?filter=${encodeURIComponent(`regarding == "${account.id}"`)}`)).json
        .data,
    ).toHaveLength(1);
    expect((await owner.delete(`/records/share/${shared.json.data.id}`)).status).toBe(204);
    expect(await sees(who, "account", String(account.id)), object).toBe(false);
  }
});

test("with more shares than a statement carries, the database looks them up, and the answers are the same", async () => {
  const account = await owner.make("account", { name: "第五千零二个" });
  const unseen = await owner.make("account", { name: "没有共享" });
  const many = await world.person({ name: "万人共享", role: "own_only", department: south });
  const { db, workspace } = await world.context();
  await db.query({
    text: `insert into ${workspace.schema}.o_share (id, version, regarding, regarding__object, "to", to__object, level, below, valid_from, recorded)
           select gen_random_uuid(), 1, gen_random_uuid(), 'account', $1, 'user', 'read', true, now(), 1 from generate_series(1, 5001)`,
    values: [many.id],
  });
  const shared = await shareWith(
    owner,
    String(account.id),
    { object: "user", id: many.id },
    { level: "edit" },
  );
  expect(await sees(many, "account", String(account.id))).toBe(true);
  expect(await sees(many, "account", String(unseen.id))).toBe(false);
  expect((await many.get(`/records/account/${account.id}`)).json.abilities).toEqual({
    update: true,
    delete: false,
  });
  expect((await many.patch(`/records/account/${account.id}`, { name: "改了" })).status).toBe(200);
  await owner.delete(`/records/share/${shared.json.data.id}`);
  expect(await sees(many, "account", String(account.id))).toBe(false);
});

test("an edit share lets change, not delete, not hand over, not pass on; who has no right of their own shares nothing", async () => {
  const account = await owner.make("account", { name: "联合投标" });
  const mine = { object: "user", id: other.id };
  expect((await shareWith(other, String(account.id), mine)).status, "unseen").toBe(422);
  const shared = await shareWith(owner, String(account.id), mine, { level: "edit" });
  expect((await other.get(`/records/account/${account.id}`)).json.abilities).toEqual({
    update: true,
    delete: false,
  });
  expect((await other.patch(`/records/account/${account.id}`, { name: "联合投标体" })).status).toBe(200);
  expect((await other.delete(`/records/account/${account.id}`)).status).toBe(403);
  expect((await other.patch(`/records/account/${account.id}`, { owner: other.id })).status).toBe(422);
  const again = await shareWith(owner, String(account.id), mine);
  expect(again.json.errors?.[0]?.message, "what joins two records has no name to be told").not.toMatch(
    /[0-9a-f]{8}-/,
  );
  const onward = await shareWith(other, String(account.id), { object: "user", id: head.id });
  expect([onward.status, onward.json.errors?.[0]?.code]).toEqual([422, "may_not_share"]);
  expect(
    (await other.patch(`/records/share/${shared.json.data.id}`, { level: "read" })).json.errors?.[0]?.code,
  ).toBe("may_not_share");
  // The screen offers it to nobody who would be refused.
  const offered = async (who: Client) =>
    (await who.get(`/records/account/${account.id}/sharing`)).json.data?.may_share;
  expect([await offered(owner), await offered(other)]).toEqual([true, false]);
  const reader = await world.person({ name: "只读", role: "reader" });
  await shareWith(owner, String(account.id), { object: "user", id: reader.id }, { level: "edit" });
  expect(await sees(reader, "account", String(account.id))).toBe(true);
  expect((await reader.patch(`/records/account/${account.id}`, { name: "角色不许" })).status).toBe(403);
});

test("who shares is told with whom that opens nothing, as no role of theirs opens such records", async () => {
  const account = await owner.make("account", { name: "给财务看" });
  await grant("elsewhere", { contact: { create: false, read: "all", update: "none", delete: "none" } });
  const clerk = await world.person({ name: "出纳", role: "elsewhere" });
  const shared = await shareWith(owner, String(account.id), { object: "user", id: clerk.id });
  await shareWith(owner, String(account.id), { object: "user", id: other.id });
  expect(await sees(clerk, "account", String(account.id))).toBe(false);
  const told = async (who: Client) => (await who.get(`/records/account/${account.id}/sharing`)).json.data;
  expect(await told(owner)).toEqual({ may_share: true, powerless: [shared.json.data.id] });
  expect(await told(other), "not the sharer's colleague").toEqual({ may_share: false, powerless: [] });
  const [role] = (await world.admin.get(`/records/role?filter=${encodeURIComponent('name == "elsewhere"')}`))
    .json.data;
  const reading = { create: false, read: "own", update: "none", delete: "none" };
  expect(
    (
      await world.admin.patch(`/records/role/${role.id}`, {
        rights: { objects: { account: reading }, fields: {}, abilities: [] },
      })
    ).status,
  ).toBe(200);
  expect((await told(owner)).powerless).toEqual([]);
  expect(await sees(clerk, "account", String(account.id))).toBe(true);
});

test("a share ends by itself at its time, and the job writes that it did", async () => {
  const account = await owner.make("account", { name: "限时共享" });
  const past = await shareWith(
    owner,
    String(account.id),
    { object: "user", id: other.id },
    { expires_at: "2020-01-01T00:00:00Z" },
  );
  expect(past.json.errors?.[0]?.code).toBe("expires_past");
  const until = new Date(Date.now() + 6000).toISOString();
  const shared = await shareWith(
    owner,
    String(account.id),
    { object: "user", id: other.id },
    { expires_at: until, reason: "联合投标" },
  );
  expect(await sees(other, "account", String(account.id))).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, Date.parse(until) - Date.now() + 50));
  expect(await sees(other, "account", String(account.id)), "before any job ran").toBe(false);
  const { services } = await world.context();
  await services.jobs.enqueue("sharing.end", { share: shared.json.data.id });
  await world.idle();
  expect((await owner.get(`/records/share/${shared.json.data.id}`)).status).toBe(404);
  const [last] = (await world.admin.get("/changes?objects=share&limit=500")).json.data.slice(-1);
  expect(last).toMatchObject({ type: "delete", id: shared.json.data.id });
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
