import { afterAll, beforeAll, expect, it } from "vitest";
import { testApp, type TestApp } from "../../../../testing/app.ts";
import { publishPlainPipeline, writeHistories } from "../../../../testing/stage-histories.ts";

let app: TestApp;
let pipeline: string;
beforeAll(async () => {
  app = await testApp();
  await app.admin.make("exchange_rate", { currency: "EUR", rate: "8", since: "2020-01-01" });
  pipeline = await publishPlainPipeline(app, "moneyed");
  const deal = (name: string, amount: string, currency: string, last: string) => ({
    values: { name, amount: { amount, currency } },
    stays: [
      [0, "discovery"],
      [2, "needs"],
      [5, last],
    ] as const,
  });
  await writeHistories(app, pipeline, [
    deal("one", "100.10", "EUR", "won"),
    deal("two", "200.20", "EUR", "won"),
    deal("three", "10", "CNY", "lost"),
    deal("four", "0.30", "EUR", "needs"),
  ]);
});
afterAll(() => app.close());

const ask = async (path: string, body: object = {}) =>
  (await app.admin.post(`/insight/${path}`, { object: "opportunity", pipeline, ...body })).json;

it("amounts of one currency are added in it, to the cent", async () => {
  const { total } = await ask("win_rate");
  expect(total.won_amount).toMatchObject({ amount: "300.30", currency: "EUR" });
  expect(total.won_amount.mixed).toBeUndefined();
  expect(total.lost_amount).toMatchObject({ amount: "10.00", currency: "CNY" });
});

it("amounts of several are added in the company's, and say that they are", async () => {
  const { stages } = await ask("funnel", { mode: "cohort" });
  expect(stages[0].amount).toMatchObject({ amount: "2414.80", currency: "CNY", mixed: true });
});

it("a group has the currency of its own records", async () => {
  const { groups } = await ask("win_rate", { group_by: "name" });
  const of = (name: string) => groups.find(({ key }: { key: { name: string } }) => key.name === name);
  expect([of("one").won_amount.currency, of("three").lost_amount.currency]).toEqual(["EUR", "CNY"]);
});

it("shares are by how it ended already: to ask for groups of that is refused, not failed", async () => {
  const asked = { object: "opportunity", pipeline, group_by: "stage_type" };
  expect((await app.admin.post("/insight/win_rate", asked)).status).toBe(400);
});

it("a condition that leaves one currency leaves its sums exact", async () => {
  const { stages } = await ask("funnel", { mode: "cohort", filter: `amount > 0 && name != "three"` });
  expect(stages[0].amount).toMatchObject({ amount: "300.60", currency: "EUR" });
});

it("who may not read the amount gets the counts without it", async () => {
  await app.admin.make("role", {
    name: "counter",
    label: { en: "Counter", "zh-CN": "计数" },
    rights: {
      objects: { "*": { create: false, read: "all", update: "none", delete: "none" } },
      fields: { opportunity: { amount: "hidden" } },
      abilities: [],
    },
  });
  const counter = await app.person({ name: "Counter", role: "counter" });
  const { status, json } = await counter.post("/insight/funnel", { object: "opportunity", pipeline });
  expect(status, JSON.stringify(json)).toBe(200);
  expect(json.stages.map((one: { entered: number; amount: unknown }) => [one.entered, one.amount])).toEqual([
    [4, null],
    [4, null],
    [2, null],
    [2, null],
  ]);
});
