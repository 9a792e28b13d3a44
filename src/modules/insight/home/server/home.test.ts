import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays, addMonths, endOfMonth } from "../../../../shared/time/dates.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { publishPlainPipeline } from "../../../../testing/stage-histories.ts";
import { DEAL_FILTERS } from "../shared/deal-filters.ts";
import type { Figure, HomeDeals } from "../shared/home.contract.ts";

let app: TestApp;
let pipeline: string;
let anna: Client & { id: string };
let boss: Client & { id: string };
const today = dayIn("Asia/Shanghai", new Date().toISOString());
const monthEnd = endOfMonth(today, 0) ?? today;
const lastMonth = { sameDay: addMonths(today, -1), end: endOfMonth(today, -1) ?? today };
beforeAll(async () => {
  app = await testApp();
  pipeline = await publishPlainPipeline(app, "plain");
  const department = (await app.admin.make("department", { name: "华东" })).id;
  anna = await app.person({ name: "Anna", role: "seller", department });
  boss = await app.person({ name: "Boss", role: "sales_manager", department });
});
afterAll(() => app.close());

const deal = (by: Client, values: object) => by.make("opportunity", { name: "x", pipeline, ...values });
const read = async (by: Client, whose = "mine"): Promise<HomeDeals> =>
  (await by.get(`/home/deals?whose=${whose}`)).json.data;
const plain = ({ count, sum }: Figure) => [count, sum && Number(sum.amount)];

it("each figure counts what its condition says, and the list of that condition has just as many", async () => {
  const open = { stage: "needs" };
  const won = { stage: "won" };
  await deal(anna, { ...open, amount: "1", close_date: addDays(today, -1) });
  await deal(anna, { ...open, amount: "2", close_date: today, forecast_category: "commit" });
  await deal(anna, { ...open, amount: "4", close_date: monthEnd });
  await deal(anna, { ...open, amount: "8", close_date: addDays(monthEnd, 1), forecast_category: "commit" });
  await deal(anna, { stage: "discovery", amount: "16" });
  await deal(anna, { ...won, amount: "100", close_date: today });
  await deal(anna, { ...won, amount: "200", close_date: lastMonth.sameDay });
  await deal(anna, { ...won, amount: "400", close_date: lastMonth.end });
  await deal(anna, { stage: "lost", amount: "800", close_date: today, lost_reason: "price_too_high" });
  await deal(boss, { ...won, amount: "1000", close_date: today });
  const figures = await read(anna);
  const isSameDayTheLast = lastMonth.sameDay === lastMonth.end;
  expect(plain(figures.open)).toEqual([5, 31]);
  expect(plain(figures.slipped)).toEqual([1, 1]);
  expect(plain(figures.due)).toEqual([2, 6]);
  expect(plain(figures.commit)).toEqual([1, 2]);
  expect(plain(figures.won)).toEqual([1, 100]);
  expect(plain(figures.won_same_day)).toEqual(isSameDayTheLast ? [2, 600] : [1, 200]);
  expect(plain(figures.won_last_month)).toEqual([2, 600]);
  expect(figures.stages.map(({ stage, count, sum }) => [stage, count, Number(sum?.amount)])).toEqual([
    ["discovery", 1, 16],
    ["needs", 4, 15],
  ]);
  for (const [filter, { count }] of [
    [DEAL_FILTERS.won, figures.won],
    [DEAL_FILTERS.wonLastMonth, figures.won_last_month],
    [DEAL_FILTERS.commit, figures.commit],
    [DEAL_FILTERS.slipped, figures.slipped],
    [DEAL_FILTERS.due, figures.due],
  ] as const) {
    const asked = encodeURIComponent(`owner == me() && ${filter}`);
    const { json } = await anna.get(`/records/opportunity?filter=${asked}&count=exact&limit=1`);
    expect([filter, json.total]).toEqual([filter, count]);
  }
});

it("whoever leads sees the team with their own, a seller theirs alone", async () => {
  expect(plain((await read(boss)).won)).toEqual([1, 1000]);
  expect(plain((await read(boss, "subordinates")).won)).toEqual([2, 1100]);
  expect(plain((await read(boss, "all")).won)).toEqual([2, 1100]);
  expect(plain((await read(anna, "all")).won)[0]).toBe(plain((await read(anna)).won)[0]);
  expect((await anna.get("/home/deals?whose=everybody")).status).toBe(400);
});

it("nothing yet is nothing of the company's currency", async () => {
  const newcomer = await app.person({ name: "Neu", role: "seller" });
  const figures = await read(newcomer);
  expect(figures.won).toEqual({ count: 0, sum: { amount: "0.00", currency: "CNY" } });
  expect(figures.stages).toEqual([]);
});

it("who may not read amounts gets the counts without them", async () => {
  await app.admin.make("role", {
    name: "blind",
    label: { "zh-CN": "不看金额", en: "Blind" },
    rights: {
      objects: { "*": { create: true, read: "all", update: "all", delete: "none" } },
      fields: { opportunity: { amount: "hidden" } },
      abilities: [],
    } as never,
  });
  const blind = await app.person({ name: "Blind", role: "blind" });
  const figures = await read(blind, "all");
  expect(figures.won).toEqual({ count: 2, sum: null });
  expect(figures.stages.map(({ sum }) => sum)).toEqual([null, null]);
});

it("a stage is one of its pipeline; who may not know stages is told of none", async () => {
  const other = await publishPlainPipeline(app, "second");
  const both = await app.person({ name: "Both", role: "seller" });
  for (const one of [pipeline, other])
    await both.make("opportunity", { name: "x", pipeline: one, stage: "needs", amount: "5" });
  const told = (await read(both)).stages.map(({ pipeline: of, stage, count }) => [of, stage, count]);
  expect(new Set(told.map(String))).toEqual(new Set([pipeline, other].map((one) => `${one},needs,1`)));
  await app.admin.make("role", {
    name: "stageless",
    label: { "zh-CN": "不看阶段", en: "Stageless" },
    rights: {
      objects: { "*": { create: true, read: "all", update: "all", delete: "none" } },
      fields: { opportunity: { stage: "hidden" } },
      abilities: [],
    } as never,
  });
  const stageless = await app.person({ name: "Stageless", role: "stageless" });
  const answer = await stageless.get("/home/deals?whose=all");
  expect([answer.status, answer.json.data.stages, answer.json.data.open.count]).toEqual([200, [], 0]);
});

it("a number is the record's own or that of the deal's main contact, for who may read it", async () => {
  const account = await anna.make("account", { name: "远景水务" });
  const contact = await anna.make("contact", { name: "王子涵", account: account.id, mobile: "13812345678" });
  const withContact = await deal(anna, { account: account.id, contact: contact.id });
  const without = await deal(anna, { account: account.id });
  const about = [
    `contact:${contact.id}`,
    `opportunity:${withContact.id}`,
    `opportunity:${without.id}`,
    `account:${account.id}`,
  ].join(",");
  const numbers = async (by: Client) => (await by.get(`/home/numbers?about=${about}`)).json.data;
  const told = (object: string, id: string) => ({ object, id, name: "王子涵", phone: "13812345678" });
  expect(await numbers(anna)).toEqual([told("contact", contact.id), told("opportunity", withContact.id)]);
  await app.admin.make("role", {
    name: "masked",
    label: { "zh-CN": "号码遮盖", en: "Masked" },
    rights: {
      objects: { "*": { create: true, read: "all", update: "all", delete: "none" } },
      fields: { contact: { mobile: "mask" } },
      abilities: [],
    } as never,
  });
  expect(await numbers(await app.person({ name: "Masked", role: "masked" }))).toEqual([]);
  expect(await numbers(await app.person({ name: "Other", role: "seller" }))).toEqual([]);
  expect((await anna.get("/home/numbers?about=contact:x")).status).toBe(400);
});
