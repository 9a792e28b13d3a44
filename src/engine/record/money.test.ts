import { afterAll, beforeAll, expect, it } from "vitest";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
let admin: Client;
let day: string;
beforeAll(async () => {
  app = await testApp();
  ({ admin } = app);
  for (const [currency, rate] of Object.entries({ JPY: "0.05", KWD: "23", USD: "7" }))
    await admin.make("exchange_rate", { currency, rate, since: "2020-01-01" });
  day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
});
afterAll(() => app.close());

const deal = (amount: object | string, more: object = {}) =>
  admin.post("/records/opportunity", { name: "D", amount, ...more });
const amountOf = async (id: string) => (await admin.get(`/records/opportunity/${id}`)).json.data.amount;

it("an amount has the decimals of its currency, on every road and in words", async () => {
  const yen = await deal({ amount: "1000", currency: "JPY" });
  expect(yen.json.data.amount).toMatchObject({ amount: "1000", currency: "JPY" });
  expect((await deal({ amount: "1.234", currency: "KWD" })).json.data.amount).toMatchObject({
    amount: "1.234",
  });
  expect((await deal("7")).json.data.amount).toEqual({ amount: "7.00", currency: "CNY" });
  expect((await deal({ amount: "1000.00", currency: "JPY" })).json.data.amount).toMatchObject({
    amount: "1000",
  });
  for (const [amount, currency, code, words] of [
    ["1000.5", "JPY", "no_parts", /JPY have no decimal places/],
    ["1.2345", "KWD", "too_precise", /at most 3 decimal places/],
    ["1.005", "CNY", "too_precise", /at most 2 decimal places/],
  ] as const) {
    const refused = await deal({ amount, currency });
    expect([refused.status, refused.json.errors?.[0]?.code], refused.text).toEqual([422, code]);
    expect(refused.json.errors[0].message).toMatch(words);
    const changed = await admin.patch(`/records/opportunity/${yen.json.data.id}`, {
      amount: { amount, currency },
    });
    expect(changed.status).toBe(422);
    const bulk = await admin.post("/records/opportunity/bulk", {
      ids: [yen.json.data.id],
      values: { amount: { amount, currency } },
    });
    expect(bulk.json.results[0].errors[0].code).toBe(code);
  }
  const total = await admin.post("/records/opportunity/aggregate", {
    filter: 'amount.currency == "KWD"',
    measures: [{ fn: "sum", field: "amount" }],
  });
  expect(total.json.groups[0].values[0]).toMatchObject({ amount: "1.234", currency: "KWD" });
});

it("an amount from before stays readable in full, and a form may give it back", async () => {
  const { id } = (await deal("1")).json.data;
  await app.database.db.query({
    text: "update w_main.o_opportunity set amount = 1.005, amount__base = 1.005 where id = $1",
    values: [id],
  });
  expect(await amountOf(id)).toEqual({ amount: "1.005", currency: "CNY" });
  const kept = await admin.patch(`/records/opportunity/${id}`, {
    name: "Renamed",
    amount: { amount: "1.005", currency: "CNY" },
  });
  expect(kept.status, kept.text).toBe(200);
  expect((await admin.patch(`/records/opportunity/${id}`, { amount: "1.006" })).status).toBe(422);
});

it("the company amount follows an open record with the day of its rate, and stays when it has ended", async () => {
  const { id } = (await deal({ amount: "100", currency: "USD" })).json.data;
  expect(await amountOf(id)).toEqual({ amount: "100.00", currency: "USD", base: "700.00", rate_date: day });
  await admin.make("exchange_rate", { currency: "USD", rate: "8", since: day });
  expect(await amountOf(id)).toMatchObject({ base: "700.00" });
  expect((await admin.patch(`/records/opportunity/${id}`, { next_step: "call" })).status).toBe(200);
  expect(await amountOf(id)).toMatchObject({ base: "800.00", rate_date: day });
  const put = (column: string, value: string) =>
    app.database.db.query({
      text: `update w_main.o_opportunity set ${column} = $2 where id = $1`,
      values: [id, value],
    });
  await put("stage_type", "won");
  await put("amount__rate_date", "2021-05-05");
  await put("amount__base", "123");
  expect((await admin.patch(`/records/opportunity/${id}`, { next_step: "sent" })).status).toBe(200);
  expect(await amountOf(id)).toMatchObject({ base: "123.00", rate_date: "2021-05-05" });
  expect(
    (await admin.patch(`/records/opportunity/${id}`, { amount: { amount: "10", currency: "USD" } })).status,
  ).toBe(200);
  expect(await amountOf(id)).toEqual({
    amount: "10.00",
    currency: "USD",
    base: "70.00",
    rate_date: "2021-05-05",
  });
});
