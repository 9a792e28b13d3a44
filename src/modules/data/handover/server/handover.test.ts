import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import type { DutyCount } from "../shared/handover.contract.ts";

let app: TestApp;
type Person = Client & { id: string };
let leaver: Person;
let heir: Person;
let expert: Person;
let key = "";
const ids: Record<string, string> = {};

beforeAll(async () => {
  app = await testApp();
  const east = await app.admin.make("department", { name: "华东" });
  const south = await app.admin.make("department", { name: "华南" });
  leaver = await app.person({ name: "王芳", role: "sales_manager", department: east.id });
  heir = await app.person({ name: "李明", role: "seller", department: south.id });
  expert = await app.person({ name: "赵敏", role: "seller", department: south.id });
  const report = await app.person({ name: "下属", role: "seller", department: east.id, manager: leaver.id });
  await app.admin.patch(`/records/user/${heir.id}`, { manager: leaver.id });
  ids["report"] = report.id;
  await app.admin.patch(`/records/department/${east.id}`, { head: leaver.id });
  ids["east"] = east.id;
  const team = await app.admin.make("team", { name: "重点项目组", lead: leaver.id });
  const both = await app.admin.make("team", { name: "投标组" });
  await app.admin.make("team_member", { team: team.id, user: leaver.id });
  await app.admin.make("team_member", { team: both.id, user: leaver.id });
  await app.admin.make("team_member", { team: both.id, user: heir.id });
  for (let at = 0; at < 3; at += 1) {
    const account = await leaver.make("account", { name: `客户${at}` });
    const deal = await leaver.make("opportunity", { name: `商机${at}`, account: account.id });
    ids[`商机${at}`] = deal.id;
    ids[`客户${at}`] = account.id;
    const task = await leaver.make("task", {
      subject: `任务${at}`,
      regarding: { object: "opportunity", id: deal.id },
    });
    ids[`任务${at}`] = task.id;
    ids[`记录${at}`] = (
      await leaver.make("note", { content: `记录${at}`, regarding: { object: "account", id: account.id } })
    ).id;
  }
  await leaver.patch(`/records/task/${ids["任务2"]}`, { status: "done" });
  await app.database.db.query({
    text: "update w_main.o_opportunity set stage_type = 'won' where id = $1",
    values: [ids["商机2"]],
  });
  key = (await app.admin.post("/api-keys", { name: "k", user: leaver.id })).json.key ?? "";
});
afterAll(() => app.close());

const preview = async () => (await app.admin.get(`/handovers/${leaver.id}`)).json.data;
const open = (duties: readonly DutyCount[]) =>
  Object.fromEntries(
    duties.filter((duty) => duty.open > 0).map((duty) => [`${duty.object}.${duty.field}`, duty.open]),
  );
const owner = async (object: string, name: string) =>
  (await app.admin.get(`/records/${object}/${ids[name]}`)).json.data.owner;

describe("hand-over", () => {
  it("shows what hangs on the person before anything moves", async () => {
    const data = await preview();
    expect(open(data.duties)).toMatchObject({
      "account.owner": 3,
      "opportunity.owner": 2,
      "task.owner": 2,
      "user.manager": 2,
      "department.head": 1,
      "team.lead": 1,
    });
    expect(
      data.duties.find((duty: DutyCount) => duty.object === "opportunity" && duty.field === "owner").closed,
    ).toBe(1);
    expect([data.teams, data.user.name]).toEqual([2, "王芳"]);
    expect(data.sessions).toBeGreaterThan(0);
  });

  it("is for those who manage people and may transfer, to another active person, and never of oneself", async () => {
    expect((await leaver.get(`/handovers/${heir.id}`)).status).toBe(403);
    await app.admin.make("role", {
      name: "hr",
      label: { "zh-CN": "人事" },
      rights: { objects: {}, fields: {}, abilities: ["people.manage"] },
    });
    const hr = await app.person({ name: "人事", role: "hr" });
    expect((await hr.post(`/handovers/${leaver.id}`, { to: heir.id })).status).toBe(403);
    expect((await app.admin.post(`/handovers/${leaver.id}`, { to: leaver.id })).json.code).toBe(
      "bad_successor",
    );
    const me = (await app.admin.get("/me")).json.data.user.id;
    expect((await app.admin.post(`/handovers/${me}`, { to: heir.id })).json.code).toBe("not_oneself");
    expect((await leaver.get("/me")).status).toBe(200);
  });

  it("moves everything open, ends sessions and keys at once, and leaves what is done where it was", async () => {
    const started = await app.admin.post(`/handovers/${leaver.id}`, {
      to: heir.id,
      objects: { opportunity: expert.id },
    });
    expect(started.status, started.text).toBe(202);
    expect((await leaver.get("/me")).status).toBe(401);
    if (key)
      expect(
        (await app.anonymous.send("GET", "/me", undefined, { authorization: `Bearer ${key}` })).status,
      ).toBe(401);
    await app.idle();
    const job = (await app.admin.get(`/jobs/${started.json.id}`)).json.data;
    expect([job.status, job.kind, job.result.refused], JSON.stringify(job)).toEqual(["done", "handover", 0]);
    expect(job.done).toBe(job.total);
    expect(open((await preview()).duties)).toEqual({});
    expect([
      await owner("account", "客户0"),
      await owner("opportunity", "商机0"),
      await owner("task", "任务0"),
    ]).toEqual([heir.id, expert.id, heir.id]);
    expect([
      await owner("opportunity", "商机2"),
      await owner("task", "任务2"),
      await owner("note", "记录0"),
    ]).toEqual([leaver.id, leaver.id, leaver.id]);
    expect((await app.admin.get(`/records/user/${ids["report"]}`)).json.data.manager).toBe(heir.id);
    expect((await app.admin.get(`/records/user/${heir.id}`)).json.data.manager).toBeNull();
    expect((await app.admin.get(`/records/department/${ids["east"]}`)).json.data.head).toBe(heir.id);
    const members = (await app.admin.get("/records/team_member")).json.data;
    expect(members.map((member: { user: string }) => member.user).toSorted()).toEqual(
      [heir.id, heir.id].toSorted(),
    );
    const [change] = await app.database.db.query<{ road: string; cause: string }>({
      text: "select road, note -> 'cause' ->> 'object' as cause from w_main.changes where record = $1 order by seq desc limit 1",
      values: [ids["客户0"]],
    });
    expect(change).toEqual({ road: "bulk", cause: "job" });
  });

  it("does nothing more when it is done again", async () => {
    const again = await app.admin.post(`/handovers/${leaver.id}`, { to: heir.id });
    await app.idle();
    const job = (await app.admin.get(`/jobs/${again.json.id}`)).json.data;
    expect([job.status, job.done]).toEqual(["done", 0]);
  });
});

describe("transfer of chosen records", () => {
  it("takes along the open tasks and deals of the same owner, and nothing else", async () => {
    const east = await app.person({ name: "陈一", role: "sales_manager", department: ids["east"] ?? "" });
    const account = await east.make("account", { name: "转移客户" });
    const deal = await east.make("opportunity", { name: "转移商机", account: account.id });
    const task = await east.make("task", {
      subject: "转移任务",
      regarding: { object: "opportunity", id: deal.id },
    });
    const done = await east.make("task", {
      subject: "已完成",
      regarding: { object: "account", id: account.id },
      status: "done",
    });
    const foreign = await app.admin.make("opportunity", { name: "别人的商机", account: account.id });
    expect(
      (await heir.post("/transfers", { object: "account", ids: [account.id], to: expert.id })).status,
    ).toBe(403);
    const answer = await east.post("/transfers", {
      object: "account",
      ids: [account.id, foreign.id],
      to: expert.id,
      along: true,
    });
    expect([answer.status, answer.json.done, answer.json.refused, answer.json.along], answer.text).toEqual([
      200, 1, 1, 2,
    ]);
    const owns = async (object: string, id: string) =>
      (await app.admin.get(`/records/${object}/${id}`)).json.data.owner === expert.id;
    expect([
      await owns("account", account.id),
      await owns("opportunity", deal.id),
      await owns("task", task.id),
    ]).toEqual([true, true, true]);
    expect([await owns("task", done.id), await owns("opportunity", foreign.id)]).toEqual([false, false]);
  });
});
