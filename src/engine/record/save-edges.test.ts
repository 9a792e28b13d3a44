import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";
import { newId } from "./ids.ts";
import { save } from "./save.ts";

let app: TestApp;
let seller: Client & { id: string };
let finance: Client & { id: string };
beforeAll(async () => {
  app = await testApp();
  seller = await app.person({ name: "Seller", role: "seller" });
  finance = await app.person({ name: "Finance", role: "finance" });
});
afterAll(async () => app.close());
const read = async (path: string) => (await app.admin.get(path)).json.data;

test("operations of one batch on the same record are done one after the other", async () => {
  const account = await app.admin.make("account", { name: "Twice" });
  const update = (values: object) => ({ op: "update", object: "account", id: account.id, values });
  const made = await app.admin.post("/batch", {
    operations: [
      update({ website: "https://one.example.com" }),
      update({ phone: "010-5555000" }),
      { op: "create", object: "account", values: { name: "Then changed" } },
      { op: "update", object: "account", id: "$2.id", values: { phone: "010-5555001" } },
    ],
  });
  expect(made.status, made.text).toBe(200);
  expect(await read(`/records/account/${account.id}`)).toMatchObject({
    website: "https://one.example.com",
    phone: "010-5555000",
    version: 3,
  });
  expect(await read(`/records/account/${made.json.data[2].id}`)).toMatchObject({
    phone: "010-5555001",
    version: 2,
  });
});

test("a link leads to a record of its own object: an id that another object has is none", async () => {
  const account = await app.admin.make("account", { name: "Linked" });
  const { id: me } = (await app.admin.get("/me")).json.data.user;
  expect((await app.admin.post("/records/contact", { name: "Nobody's", account: me })).status).toBe(422);
  expect((await app.admin.patch(`/records/account/${account.id}`, { tags: [account.id] })).status).toBe(422);
  const deleted = await app.admin.post("/batch", {
    operations: [
      { op: "delete", object: "account", id: account.id },
      { op: "create", object: "contact", values: { name: "Late", account: account.id } },
    ],
  });
  expect(deleted.status).toBe(422);
});

test("where refused records are left out, what links to them is left out too", async () => {
  const [top, below] = [newId(), newId()];
  const { results } = await save(await app.context(), {
    road: "import",
    mode: "each",
    operations: [
      { op: "create", object: "account", id: below, values: { name: "Below", parent: top } },
      {
        op: "create",
        object: "account",
        id: top,
        values: { name: "Top", employees: -1, industry: "no such industry" },
      },
    ],
  });
  expect(results.map(({ ok }) => ok)).toEqual([false, false]);
});

test("lines are their parent's: nobody deletes another's through it, or writes what they may not write", async () => {
  const product = await app.admin.make("product", { name: "Line", code: "LINE-1" });
  const mine = await finance.make("price_book", { name: "Mine" });
  const theirs = await app.admin.make("price_book", {
    name: "Theirs",
    entries: { upsert: [{ product: product.id, price: "10" }] },
  });
  const [entry] = await read(
    `/records/price_book_entry?filter=${encodeURIComponent(`price_book == "${theirs.id}"`)}`,
  );
  expect(
    (await finance.patch(`/records/price_book/${mine.id}`, { entries: { delete: [entry.id] } })).status,
  ).toBe(422);
  expect(
    (
      await finance.patch(`/records/price_book/${mine.id}`, {
        entries: { upsert: [{ product: product.id, price: "1", created_by: seller.id }] },
      })
    ).status,
  ).toBe(422);
  expect(
    (
      await finance.patch(`/records/price_book/${mine.id}`, {
        entries: { upsert: [{ product: product.id, price: "1" }] },
      })
    ).status,
  ).toBe(200);
  expect(
    await read(`/records/price_book_entry?filter=${encodeURIComponent(`price_book == "${theirs.id}"`)}`),
  ).toHaveLength(1);
});

test("the same create again makes its lines once", async () => {
  const product = await app.admin.make("product", { name: "Again", code: "AGAIN-1" });
  const body = {
    id: newId(),
    name: "Said twice",
    entries: { upsert: [{ product: product.id, price: "10" }] },
  };
  for (const _ of [1, 2]) expect((await app.admin.post("/records/price_book", body)).status).toBe(201);
  expect(
    await read(`/records/price_book_entry?filter=${encodeURIComponent(`price_book == "${body.id}"`)}`),
  ).toHaveLength(1);
});

test("a list of tags or lines that is none is refused, not taken for an empty one", async () => {
  const tag = await app.admin.make("tag", { name: "Kept" });
  const account = await app.admin.make("account", { name: "Tagged", tags: [tag.id] });
  expect((await app.admin.patch(`/records/account/${account.id}`, { tags: "none" })).status).toBe(422);
  expect((await read(`/records/account/${account.id}`)).tags).toEqual([tag.id]);
});

test("what went to the bin with a record comes back with it, and only that", async () => {
  const account = await app.admin.make("account", { name: "Binned" });
  const contact = await app.admin.make("contact", { name: "Along", account: account.id });
  const note = await app.admin.make("note", {
    content: "Along with the contact",
    regarding: { object: "contact", id: contact.id },
  });
  const earlier = await app.admin.make("contact", { name: "Before", account: account.id });
  await app.admin.delete(`/records/contact/${earlier.id}`);
  expect((await app.admin.delete(`/records/account/${account.id}`)).status).toBe(204);
  expect((await app.admin.get(`/records/note/${note.id}`)).status).toBe(404);
  expect((await app.admin.post(`/records/account/${account.id}/restore`)).status).toBe(200);
  expect((await app.admin.get(`/records/contact/${contact.id}`)).status).toBe(200);
  expect((await app.admin.get(`/records/note/${note.id}`)).status).toBe(200);
  expect((await app.admin.get(`/records/contact/${earlier.id}`)).status).toBe(404);
});

test("a value one may not see cannot be guessed: not by giving it back, not by a base, not by a stale version", async () => {
  const role = await app.admin.make("role", {
    name: "guesser",
    label: { "zh-CN": "猜测者", en: "Guesser" },
    rights: {
      objects: { account: { create: false, read: "all", update: "all", delete: "none" } },
      fields: { account: { phone: "hidden", website: "mask" } },
      abilities: [],
    },
  });
  const guesser = await app.person({ name: "Guesser", role: String(role["name"]) });
  const account = await app.admin.make("account", {
    name: "Secret",
    phone: "010-8888999",
    website: "https://secret.example.com",
  });
  const path = `/records/account/${account.id}`;
  const shape = (answer: { status: number; json: { errors?: { code: string }[] } }) => [
    answer.status,
    answer.json.errors?.map(({ code }) => code),
  ];
  for (const [field, right, wrong] of [
    ["phone", "010-8888999", "010-0000000"],
    ["website", "https://secret.example.com", "https://wrong.example.com"],
  ] as const) {
    expect(shape(await guesser.patch(path, { [field]: right }))).toEqual(
      shape(await guesser.patch(path, { [field]: wrong })),
    );
    const based = (base: string) => guesser.patch(path, { [field]: "x", base: { [field]: base } });
    expect(shape(await based(right))).toEqual(shape(await based(wrong)));
    const stale = await guesser.patch(path, { [field]: wrong, name: "New" }, { "if-match": '"99"' });
    expect(stale.status).toBe(409);
    expect(stale.text).not.toContain(right);
    expect(stale.json.conflict.fields).toEqual(["name"]);
  }
});

test("a base that says the same in other words is no conflict", async () => {
  const deal = await app.admin.make("opportunity", {
    name: "Words",
    account: (await app.admin.make("account", { name: "Worded" })).id,
    amount: "100",
  });
  const patched = await app.admin.patch(`/records/opportunity/${deal.id}`, {
    amount: "120",
    base: { amount: 100 },
  });
  expect(patched.status, patched.text).toBe(200);
});

test("records change hands, and come out of the bin, only by those who may", async () => {
  const { admin } = app;
  const other = await app.person({ name: "Taker", role: "seller" });
  const account = await seller.make("account", { name: "Kept" });
  const given = await seller.patch(`/records/account/${account.id}`, { owner: other.id });
  expect([given.status, given.json.errors[0]]).toMatchObject([
    422,
    { code: "field_forbidden", field: "owner" },
  ]);
  const task = await seller.make("task", { subject: "Hand on", owner: seller.id });
  expect((await seller.patch(`/records/task/${task.id}`, { owner: other.id })).status).toBe(200);
  expect((await admin.delete(`/records/account/${account.id}`)).status).toBe(204);
  expect((await seller.post(`/records/account/${account.id}/restore`)).status).toBe(403);
  expect((await seller.get("/records/account?deleted=1")).status).toBe(403);
  expect((await admin.get("/records/account?deleted=1")).status).toBe(200);
  expect((await admin.post(`/records/account/${account.id}/restore`)).status).toBe(200);
});
