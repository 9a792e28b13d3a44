import { afterAll, beforeAll, expect, test } from "vitest";
import { save } from "../../../../../engine/record/save.ts";
import type { Context } from "../../../../../engine/kernel/context.ts";
import { type Client, testApp, type TestApp } from "../../../../../testing/app.ts";
import { stepStalledDigest } from "./stalled-digest.pass.ts";

let app: TestApp;
let department: string;
let boss: Client & { id: string };
let seller: Client & { id: string };
let other: Client & { id: string };
let bookkeeper: Client & { id: string };

/** A Monday some weeks from now, so that deals of today stand still by then; at this hour in Shanghai. */
const MONDAY = (() => {
  const day = new Date(Date.now() + 60 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7));
  return day.toISOString().slice(0, 10);
})();
const dayAfter = (days: number): string =>
  new Date(Date.parse(MONDAY) + days * 86_400_000).toISOString().slice(0, 10);
const at = async (date: string, time: string): Promise<Context> => ({
  ...(await app.context()),
  now: new Date(`${date}T${time}:00+08:00`).toISOString(),
});
async function run(date: string, time = "08:31"): Promise<void> {
  const context = await at(date, time);
  while (await stepStalledDigest(context));
}
const told = async (who: Client, language = "en") =>
  (await who.send("GET", "/notifications?limit=100", undefined, { "accept-language": language })).json
    .data as {
    kind: string;
    text: string;
    records: { object: string; filter: string; whose: string } | null;
  }[];
const forget = () =>
  app.database.db.query({
    text: "delete from w_main.o_notification; update w_main.stalled_digest set day = null, after = null",
  });

beforeAll(async () => {
  app = await testApp();
  department = (await app.admin.make("department", { name: "华东" })).id;
  const home = (await app.admin.make("department", { name: "财务部" })).id;
  boss = await app.person({ name: "周经理", role: "sales_manager", department });
  seller = await app.person({ name: "王芳", role: "seller", department, manager: boss.id });
  other = await app.person({ name: "李雷", role: "seller", department });
  bookkeeper = await app.person({ name: "钱会计", role: "finance", department: home });
  await app.admin.patch("/settings/company", { zone: "Asia/Shanghai" });
  for (const name of ["甲", "乙", "丙"]) await seller.make("opportunity", { name: `${name}项目` });
  await other.make("opportunity", { name: "丁项目" });
});
afterAll(() => app.close());

test("each is told once of what stands still of theirs, who leads them of their people's, and the list has exactly those", async () => {
  await run(MONDAY, "08:29");
  expect(await told(seller)).toEqual([]);
  await run(MONDAY);
  await run(MONDAY, "15:00");
  const mine = await told(seller);
  expect(mine.map(({ text }) => text)).toEqual([
    expect.stringMatching(
      /^You have 3 stalled deals \(.*3 without contact.*\)\. Longest in stage: Opportunity “甲项目”$/,
    ),
  ]);
  expect((await told(seller, "zh-CN"))[0]?.text).toMatch(
    /^你有 3 个商机停滞（.*久未联系 3.*），停留最久的是商机“甲项目”$/,
  );
  expect(mine[0]?.records).toEqual({
    object: "opportunity",
    filter: 'stall_level == "red" && owner == me()',
    whose: "owner == me()",
  });
  const theirs = await told(boss);
  expect(theirs.map(({ kind, text }) => [kind, text.slice(0, 30)])).toEqual([
    ["stalled_people", "Your team has 4 stalled deals "],
  ]);
  const names = (
    await boss.get(`/records/opportunity?filter=${encodeURIComponent(theirs[0]?.records?.whose ?? "")}`)
  ).json.data;
  expect(names.map(({ name }: { name: string }) => name).toSorted()).toEqual([
    "丁项目",
    "丙项目",
    "乙项目",
    "甲项目",
  ]);
  // Who only reads deals, and who has none.
  expect([await told(bookkeeper), await told(app.admin)]).toEqual([[], []]);
  await run(dayAfter(1));
  expect(await told(seller)).toHaveLength(2);
});

test("not on days that are not worked, by the company's calendar, and at the company's own time", async () => {
  await forget();
  await run(dayAfter(-1));
  await run(dayAfter(-2));
  expect(await told(seller)).toEqual([]);
  await app.admin.make("calendar_day", { date: MONDAY, working: false, name: "Founding day" });
  await run(MONDAY);
  expect(await told(seller)).toEqual([]);
  await app.admin.patch("/settings/company", { stalled_digest_at: "10:15" });
  await run(dayAfter(1), "10:14");
  expect(await told(seller)).toEqual([]);
  await run(dayAfter(1), "10:15");
  expect(await told(seller)).toHaveLength(1);
  await app.admin.patch("/settings/company", { stalled_digest: false });
  await run(dayAfter(2), "12:00");
  expect(await told(seller)).toHaveLength(1);
  await app.admin.patch("/settings/company", { stalled_digest: true, stalled_digest_at: "08:30" });
});

test("what a kill interrupts, or another process does again, is told once", async () => {
  await forget();
  await run(dayAfter(3));
  // As after a crash that lost where it was, and as two processes that begin together.
  await app.database.db.query({ text: "update w_main.stalled_digest set day = null, after = null" });
  const context = await at(dayAfter(3), "09:00");
  await Promise.all([stepStalledDigest(context), stepStalledDigest(context)]);
  expect([await told(seller), await told(boss), await told(other)].map((all) => all.length)).toEqual([
    1, 1, 1,
  ]);
  // Killed behind somebody: those after them are told when it goes on.
  await forget();
  const [first] = [seller.id, other.id].toSorted();
  await app.database.db.query({
    text: "update w_main.stalled_digest set day = $1, after = $2",
    values: [dayAfter(4), first],
  });
  await run(dayAfter(4));
  const second = first === seller.id ? other : seller;
  expect([(await told(second)).length, (await told(second === seller ? other : seller)).length]).toEqual([
    1, 0,
  ]);
});

test("not somebody who does not want it, who has left, or to whom the clocks are hidden; a figure counts what its reader may see", async () => {
  await forget();
  await seller.send("PUT", "/me/preferences", { "notify.stalled": false });
  const hidden = await app.admin.make("role", {
    name: "clockless",
    label: { "zh-CN": "不看时钟", en: "Clockless" },
    rights: {
      objects: { opportunity: { create: true, read: "own", update: "own", delete: "none" } },
      fields: { opportunity: { stall_level: "hidden" } },
      abilities: [],
    },
  });
  expect(hidden.id).toBeTruthy();
  const blind = await app.person({ name: "盲", role: "clockless" });
  const gone = await app.person({ name: "离职", role: "seller" });
  for (const who of [blind, gone]) await who.make("opportunity", { name: "某项目" });
  await app.admin.patch(`/records/user/${gone.id}`, { active: false });
  await run(dayAfter(7));
  expect([await told(seller), await told(blind)]).toEqual([[], []]);
  expect(await told(other)).toHaveLength(1);
  expect(
    await app.database.db.query({
      text: "select 1 from w_main.o_notification where owner = $1",
      values: [gone.id],
    }),
  ).toEqual([]);
  // A manager whose role reaches their own records only is told of nobody's.
  const [own] = (await app.admin.get(`/records/role?filter=${encodeURIComponent('name == "seller"')}`)).json
    .data;
  const [held] = (
    await app.admin.get(`/records/user_role?filter=${encodeURIComponent(`user == "${boss.id}"`)}`)
  ).json.data;
  await app.admin.make("user_role", { user: boss.id, role: own.id });
  expect((await app.admin.delete(`/records/user_role/${held.id}`)).status).toBe(204);
  await forget();
  await run(dayAfter(8));
  expect(await told(boss)).toEqual([]);
});

test("nothing where nothing stands still, and a figure falls with what was closed", async () => {
  await forget();
  await seller.send("PUT", "/me/preferences", { "notify.stalled": null });
  const deals = (await seller.get("/records/opportunity")).json.data as { id: string }[];
  const context = await app.context();
  const { saved } = await save(context, {
    road: "setup",
    mode: "all",
    operations: deals.slice(1).map(({ id }) => ({ op: "delete", object: "opportunity", id })),
  });
  expect(saved).toBe(true);
  await run(dayAfter(9));
  expect((await told(seller)).map(({ text }) => text)).toEqual([
    expect.stringContaining("You have 1 stalled deal "),
  ]);
  await save(context, {
    road: "setup",
    mode: "all",
    operations: [{ op: "delete", object: "opportunity", id: deals[0]?.id ?? "" }],
  });
  await run(dayAfter(10));
  expect(await told(seller)).toHaveLength(1);
});
