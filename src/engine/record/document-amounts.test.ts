import { afterAll, beforeAll, expect, it } from "vitest";
import type { Values } from "../../shared/metadata/object.ts";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
let admin: Client;
const label = (text: string) => ({ "zh-CN": text, en: text });
const AMOUNTS = {
  quantity: "quantity_c",
  unit_price: "price_c",
  discount: "discount_c",
  tax_rate: "rate_c",
  amount: "amount_c",
  net: "net_c",
  tax: "tax_c",
  document: {
    currency: "currency_c",
    tax_mode: "mode_c",
    discount: "off_c",
    subtotal: "subtotal_c",
    discount_total: "off_total_c",
    tax_total: "tax_total_c",
    total: "total_c",
    total_in_words: "words_c",
  },
};

/** An offer as an administrator makes one: lines with amounts in an order. */
beforeAll(async () => {
  app = await testApp();
  ({ admin } = app);
  const define = async (path: string, body: object) => {
    const answer = await admin.post(path, body);
    expect(answer.status, answer.text).toBe(201);
  };
  const fields = async (object: string, given: Record<string, object>) => {
    for (const [name, more] of Object.entries(given))
      await define(`/objects/${object}/fields`, { name, label: label(name), ...more });
  };
  await define("/objects", { name: "offer", label: label("Offer") });
  await define("/objects", { name: "row", label: label("Row"), sharing: "everyone" });
  await admin.make("exchange_rate", { currency: "USD", since: "2020-01-01", rate: "7" });
  const modes = ["exclusive", "inclusive"].map((name) => ({ name, label: label(name) }));
  await fields("offer_c", {
    mode: { kind: "select", options: modes },
    currency: { kind: "text" },
    off: { kind: "percent" },
    ...Object.fromEntries(
      ["subtotal", "off_total", "tax_total", "total"].map((name) => [name, { kind: "money" }]),
    ),
    words: { kind: "text" },
  });
  await fields("row_c", {
    offer: { kind: "link", targets: ["offer_c"], on_delete: "cascade" },
    place: { kind: "integer" },
    quantity: { kind: "decimal" },
    price: { kind: "money" },
    discount: { kind: "percent" },
    rate: { kind: "percent" },
    ...Object.fromEntries(["amount", "net", "tax"].map((name) => [name, { kind: "money" }])),
    twice: { kind: "formula", expression: "amount_c * 2", returns: "money" },
  });
  await fields("offer_c", {
    rows: { kind: "children", object: "row_c", via: "offer_c", order: "place_c", amounts: AMOUNTS },
  });
});
afterAll(() => app.close());

const amount = (value: { amount: string } | null): string | null => value?.amount ?? null;
const row = (price: string, more: Values = {}) => ({
  name: "r",
  quantity_c: "1",
  price_c: price,
  rate_c: "13",
  ...more,
});
const offerOf = async (id: string) => {
  const { data } = (await admin.get(`/records/offer_c/${id}`)).json;
  return {
    version: data.version,
    totals: [data.subtotal_c, data.off_total_c, data.tax_total_c, data.total_c].map(amount),
    words: data.words_c,
  };
};
const rowsOf = async (id: string) =>
  (await admin.get(`/records/row_c?filter=${encodeURIComponent(`offer_c == "${id}"`)}&sort=place_c`)).json
    .data;
const taxes = async (id: string) =>
  (await rowsOf(id)).map((one: { tax_c: { amount: string } }) => amount(one.tax_c));
const make = async (rows: readonly Values[], more: Values = {}) =>
  (await admin.make("offer_c", { name: "O", mode_c: "exclusive", ...more, rows_c: rows })).id;

it("a document comes to what its lines come to, whichever way one of them is written", async () => {
  const id = await make([row("0.03"), row("0.03"), row("0.03")]);
  expect(await offerOf(id)).toEqual({
    version: 1,
    totals: ["0.09", "0.00", "0.01", "0.10"],
    words: "人民币壹角整",
  });
  expect(await taxes(id)).toEqual(["0.00", "0.00", "0.01"]);
  const [first, , third] = await rowsOf(id);
  expect([first.place_c, third.place_c, amount(third.twice_c)]).toEqual([1, 3, "0.06"]);
  // The rest goes to the line that is last now, which nobody named.
  expect((await admin.delete(`/records/row_c/${third.id}`)).status).toBe(204);
  expect(await offerOf(id)).toMatchObject({ version: 2, totals: ["0.06", "0.00", "0.01", "0.07"] });
  expect(await taxes(id)).toEqual(["0.00", "0.01"]);
  expect((await admin.patch(`/records/row_c/${first.id}`, { quantity_c: "100" })).status).toBe(200);
  expect(await offerOf(id)).toMatchObject({ version: 3, totals: ["3.03", "0.00", "0.39", "3.42"] });
  expect((await admin.post(`/records/row_c/${third.id}/restore`)).status).toBe(200);
  expect(await offerOf(id)).toMatchObject({ version: 4, totals: ["3.06", "0.00", "0.40", "3.46"] });
  await admin.post("/records/row_c/bulk", { filter: `offer_c == "${id}"`, values: { rate_c: "0" } });
  expect(await offerOf(id)).toMatchObject({ version: 5, totals: ["3.06", "0.00", "0.00", "3.06"] });
});

it("what the document says holds for all its lines: tax mode, discount, currency", async () => {
  const id = await make([row("33.33"), row("33.33"), row("33.33")]);
  expect((await admin.patch(`/records/offer_c/${id}`, { mode_c: "inclusive" })).status).toBe(200);
  expect(await offerOf(id)).toMatchObject({ version: 2, totals: ["88.49", "0.00", "11.50", "99.99"] });
  expect(await taxes(id)).toEqual(["3.83", "3.83", "3.84"]);
  await admin.patch(`/records/offer_c/${id}`, { mode_c: "exclusive", off_c: "10" });
  expect((await offerOf(id)).totals).toEqual(["99.99", "10.00", "11.70", "101.69"]);
  const foreign = await admin.patch(`/records/offer_c/${id}`, { currency_c: "USD" });
  expect([foreign.status, foreign.json.errors[0]]).toMatchObject([
    422,
    { code: "other_currency", field: "currency_c" },
  ]);
  const mixed = await admin.post("/records/offer_c", {
    name: "O",
    rows_c: [row("1"), { ...row("1"), price_c: { amount: "2", currency: "USD" } }, { quantity_c: "x" }],
  });
  expect(mixed.status).toBe(422);
  expect(mixed.json.errors.map((one: { code: string; field: string }) => [one.code, one.field])).toEqual([
    ["other_currency", "price_c"],
    ["wrong_type", "quantity_c"],
  ]);
  expect(
    mixed.json.errors.every((one: { line?: { field: string; id: string } }) => one.line?.field === "rows_c"),
  ).toBe(true);
});

it("whoever may not read a price reads nothing that is worked out of it", async () => {
  const may = { create: false, read: "all", update: "none", delete: "none" };
  await admin.make("role", {
    name: "no_prices",
    label: label("No prices"),
    rights: {
      objects: { offer_c: may, row_c: may },
      fields: { row_c: { price_c: "hidden" } },
      abilities: [],
    },
  });
  const clerk = await app.person({ name: "Clerk", role: "no_prices" });
  const id = await make([row("5")]);
  const { data } = (await clerk.get(`/records/offer_c/${id}`)).json;
  expect([data.name, "total_c" in data, "words_c" in data, "subtotal_c" in data]).toEqual([
    "O",
    false,
    false,
    false,
  ]);
  const [line] = (await clerk.get(`/records/row_c?filter=${encodeURIComponent(`offer_c == "${id}"`)}`)).json
    .data;
  expect([line.quantity_c, "amount_c" in line, "tax_c" in line, "twice_c" in line]).toEqual([
    "1",
    false,
    false,
    false,
  ]);
});

it("amounts are the program's to write, and a definition says what is wrong with it", async () => {
  const id = await make([row("5")]);
  const given = await admin.patch(`/records/offer_c/${id}`, { total_c: "1" });
  expect([given.status, given.json.errors[0].code]).toEqual([422, "not_writable"]);
  expect((await offerOf(id)).totals).toEqual(["5.00", "0.00", "0.65", "5.65"]);
  const path = "/objects/offer_c/fields/rows_c";
  for (const [amounts, code] of [
    [{ ...AMOUNTS, amount: "quantity_c" }, "unfit_amount"],
    [{ ...AMOUNTS, tax: "nowhere_c" }, "unknown_field"],
    [{ ...AMOUNTS, tax: "amount_c" }, "amount_twice"],
    [{ quantity: "quantity_c" }, "bad_property"],
  ] as const) {
    const answer = await admin.patch(path, { amounts });
    expect([answer.status, answer.json.errors[0].code], answer.text).toEqual([422, code]);
  }
});
