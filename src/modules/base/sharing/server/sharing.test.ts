import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../../../testing/app.ts";
import {
  east,
  grant,
  head,
  openSharingWorld,
  other,
  owner,
  type Person,
  sees,
  shareWith,
  south,
  world,
} from "../../../../testing/worlds/sharing-world.ts";

beforeAll(openSharingWorld);
afterAll(() => world.close());

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
