import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
let admin: Client;
const label = (text: string) => ({ "zh-CN": text, en: text });

/** An order with lines; its remark is required when the lines sum up to more than 100. */
beforeAll(async () => {
  app = await testApp();
  ({ admin } = app);
  const define = async (path: string, body: object) => {
    const answer = await admin.post(path, body);
    expect(answer.status, answer.text).toBe(201);
  };
  await define("/objects", { name: "purchase", label: label("Purchase") });
  await define("/objects", { name: "item", label: label("Item"), sharing: "everyone" });
  await define("/objects/item_c/fields", {
    name: "purchase",
    kind: "link",
    targets: ["purchase_c"],
    on_delete: "cascade",
    label: label("Purchase"),
  });
  await define("/objects/item_c/fields", { name: "price", kind: "money", label: label("Price") });
  await define("/objects/purchase_c/fields", {
    name: "items",
    kind: "children",
    object: "item_c",
    via: "purchase_c",
    label: label("Items"),
  });
  await define("/objects/purchase_c/fields", {
    name: "total",
    kind: "rollup",
    object: "item_c",
    via: "purchase_c",
    fn: "sum",
    field: "price_c",
    label: label("Total"),
  });
  await define("/objects/purchase_c/fields", {
    name: "most",
    kind: "rollup",
    object: "item_c",
    via: "purchase_c",
    fn: "max",
    field: "price_c",
    label: label("Most"),
  });
  await define("/objects/purchase_c/fields", {
    name: "remark",
    kind: "text",
    label: label("Remark"),
    required_if: "total_c > 100 || most_c > 90",
  });
  await define("/objects/item_c/fields", {
    name: "note",
    kind: "text",
    label: label("Note"),
    required_if: 'purchase_c.remark_c == "noted"',
  });
});
afterAll(() => app.close());

const read = async (path: string) => (await admin.get(path)).json.data;
const itemsOf = async (id: string) =>
  read(`/records/item_c?filter=${encodeURIComponent(`purchase_c == "${id}"`)}&sort=name`);
const versionOf = async (id: string): Promise<number> => (await read(`/records/purchase_c/${id}`)).version;
let purchase: string;
let first: string;
beforeEach(async () => {
  purchase = (await admin.make("purchase_c", { name: "P", items_c: [{ name: "a", price_c: "60" }] })).id;
  [{ id: first }] = await itemsOf(purchase);
});

it("every road that changes lines raises the document's version once", async () => {
  expect(await versionOf(purchase)).toBe(1);
  const roads: (() => Promise<{ status: number; text: string }>)[] = [
    () =>
      admin.patch(`/records/purchase_c/${purchase}`, {
        items_c: {
          upsert: [
            { name: "b", price_c: "1" },
            { id: first, name: "a2" },
          ],
        },
      }),
    () => admin.patch(`/records/item_c/${first}`, { price_c: "50" }),
    () => admin.post("/records/item_c", { name: "c", purchase_c: purchase, price_c: "2" }),
    () =>
      admin.post("/records/item_c/bulk", {
        filter: `purchase_c == "${purchase}"`,
        values: { note_c: "seen" },
      }),
    () =>
      admin.post("/batch", {
        operations: [
          { op: "create", object: "item_c", values: { name: "d", purchase_c: purchase, price_c: "3" } },
          { op: "update", object: "purchase_c", id: purchase, values: { name: "Q" } },
          { op: "update", object: "item_c", id: first, values: { name: "a3" } },
        ],
      }),
    () => admin.delete(`/records/item_c/${first}`),
    () => admin.post(`/records/item_c/${first}/restore`),
  ];
  for (const [at, road] of roads.entries()) {
    const answer = await road();
    expect(answer.status, `${at}: ${answer.text}`).toBeLessThan(300);
    expect([at, await versionOf(purchase)]).toEqual([at, at + 2]);
  }
  const [{ id, name }] = await itemsOf(purchase);
  expect((await admin.patch(`/records/item_c/${id}`, { name })).status).toBe(200);
  expect(await versionOf(purchase)).toBe(roads.length + 1);
});

it("what is required of the parent is asked of its lines as they will be, on every road", async () => {
  const refused = async (answer: { status: number; text: string; json: { errors: { field: string }[] } }) => {
    expect([answer.status, answer.json.errors?.[0]?.field], answer.text).toEqual([422, "remark_c"]);
    expect([await versionOf(purchase), (await itemsOf(purchase)).length]).toEqual([1, 1]);
  };
  await refused(
    await admin.patch(`/records/purchase_c/${purchase}`, {
      items_c: { upsert: [{ name: "b", price_c: "50" }] },
    }),
  );
  await refused(await admin.patch(`/records/item_c/${first}`, { price_c: "526" }));
  await refused(await admin.patch(`/records/item_c/${first}`, { price_c: "95" }));
  await refused(await admin.post("/records/item_c", { name: "b", purchase_c: purchase, price_c: "50" }));
  await refused(
    await admin.post("/batch", {
      operations: [
        { op: "create", object: "item_c", values: { name: "b", purchase_c: purchase, price_c: "50" } },
      ],
    }),
  );
  const bulk = await admin.post("/records/item_c/bulk", { ids: [first], values: { price_c: "526" } });
  expect([bulk.status, bulk.json.results[0].errors?.[0]?.field], bulk.text).toEqual([422, "remark_c"]);
  expect(await versionOf(purchase)).toBe(1);
  expect(
    (await admin.post("/records/purchase_c", { name: "P", items_c: [{ name: "a", price_c: "101" }] })).status,
  ).toBe(422);
  expect(
    (
      await admin.patch(`/records/purchase_c/${purchase}`, {
        remark_c: "big",
        items_c: { upsert: [{ id: first, price_c: "526" }] },
      })
    ).status,
  ).toBe(200);
  expect((await admin.patch(`/records/purchase_c/${purchase}`, { remark_c: null })).status).toBe(422);
  expect(
    (await admin.patch(`/records/purchase_c/${purchase}`, { remark_c: null, items_c: { delete: [first] } }))
      .status,
  ).toBe(200);
});

it("a line reads its parent as it will be", async () => {
  const noted = await admin.post("/records/purchase_c", {
    name: "P",
    remark_c: "noted",
    items_c: [{ name: "a", price_c: "1" }],
  });
  expect([noted.status, noted.json.errors?.[0]?.field], noted.text).toEqual([422, "note_c"]);
  const both = await admin.patch(`/records/purchase_c/${purchase}`, {
    remark_c: "noted",
    items_c: { upsert: [{ id: first, name: "z" }] },
  });
  expect(both.status).toBe(422);
});

it("where refused ones are left out, a line that its parent refuses leaves the others of the batch as they pass", async () => {
  const other = (await admin.make("purchase_c", { name: "Other" })).id;
  const ids: string[] = [];
  for (const [name, to] of [
    ["b", purchase],
    ["c", purchase],
    ["d", other],
  ] as const)
    ids.push((await admin.make("item_c", { name, purchase_c: to, price_c: "10" })).id);
  const bulk = await admin.post("/records/item_c/bulk", { ids, values: { price_c: "25" } });
  expect([bulk.status, bulk.json.done, bulk.json.refused], bulk.text).toEqual([200, 2, 1]);
  const prices = async (of: string) =>
    (await itemsOf(of)).map(({ price_c }: { price_c: { amount: string } }) => price_c.amount);
  expect((await prices(purchase)).toSorted()).toEqual(["10.00", "25.00", "60.00"]);
  expect(await prices(other)).toEqual(["25.00"]);
  expect((await read(`/records/purchase_c/${purchase}`)).total_c).toMatchObject({ amount: "95.00" });
});

it("the version that was seen is the document's, and that of each line", async () => {
  const stale = (version: number) =>
    admin.patch(`/records/purchase_c/${purchase}`, { name: "Mine" }, { "if-match": `"${version}"` });
  expect((await admin.patch(`/records/item_c/${first}`, { price_c: "50" })).status).toBe(200);
  expect((await stale(1)).status).toBe(409);
  expect((await stale(2)).status).toBe(200);
  const line = (version: number, name: string) =>
    admin.patch(`/records/purchase_c/${purchase}`, { items_c: { upsert: [{ id: first, version, name }] } });
  const conflict = await line(1, "mine");
  expect([conflict.status, conflict.json.code], conflict.text).toEqual([409, "version_conflict"]);
  expect((await line(2, "mine")).status).toBe(200);
  expect((await admin.delete(`/records/item_c/${first}`)).status).toBe(204);
  expect((await line(4, "gone")).status).toBe(409);
});

it("the log of the parent says which lines, in the name of who changed them; a line moved between documents changes both", async () => {
  const seller = await app.person({ name: "Buyer", role: "administrator" });
  expect(
    (
      await seller.patch(`/records/purchase_c/${purchase}`, {
        items_c: { upsert: [{ name: "b" }], delete: [first] },
      })
    ).status,
  ).toBe(200);
  const [{ id }] = await itemsOf(purchase);
  const changesOf = async (object: string, of: string) => read(`/records/${object}/${of}/changes`);
  const [last] = await changesOf("purchase_c", purchase);
  expect(last).toMatchObject({ version: 2, actor: { id: seller.id, kind: "person" } });
  expect(last.changes).toEqual([
    {
      field: "items_c",
      before: { value: null },
      after: { value: { added: [id], changed: [], removed: [first] } },
    },
  ]);
  expect((await changesOf("item_c", id))[0]).toMatchObject({
    kind: "create",
    road: "api",
    actor: { id: seller.id, kind: "person" },
  });
  const other = (await admin.make("purchase_c", { name: "Other" })).id;
  expect((await admin.patch(`/records/item_c/${id}`, { purchase_c: other })).status).toBe(200);
  expect((await changesOf("purchase_c", purchase))[0].changes[0].after.value).toEqual({
    added: [],
    changed: [],
    removed: [id],
  });
  expect((await changesOf("purchase_c", other))[0].changes[0].after.value).toEqual({
    added: [id],
    changed: [],
    removed: [],
  });
});

it("deleted and restored, a document takes its lines along at one version each; a line does not come back without it", async () => {
  expect((await admin.delete(`/records/purchase_c/${purchase}`)).status).toBe(204);
  const alone = await admin.post(`/records/item_c/${first}/restore`);
  expect([alone.status, alone.json.errors?.[0]?.code], alone.text).toEqual([422, "link_missing"]);
  expect((await admin.post(`/records/purchase_c/${purchase}/restore`)).status).toBe(200);
  expect([await versionOf(purchase), (await itemsOf(purchase)).length]).toEqual([3, 1]);
  expect((await read(`/records/purchase_c/${purchase}`)).total_c).toMatchObject({ amount: "60.00" });
});

it("racing writers of one document come one after the other: its versions count them all", async () => {
  const results = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      at % 2 === 0
        ? admin.post("/records/item_c", { name: `r${at}`, purchase_c: purchase, price_c: "15" })
        : admin.patch(`/records/purchase_c/${purchase}`, {
            items_c: { upsert: [{ name: `r${at}`, price_c: "15" }] },
          }),
    ),
  );
  expect(results.map(({ status }) => status).filter((status) => status < 300)).toHaveLength(2);
  expect(await versionOf(purchase)).toBe(3);
  expect((await read(`/records/purchase_c/${purchase}`)).total_c).toMatchObject({ amount: "90.00" });
});

it("the past of a document is its lines' too: as of, in its versions, and restored with them", async () => {
  expect(
    (
      await admin.patch(`/records/purchase_c/${purchase}`, {
        items_c: { upsert: [{ name: "b", price_c: "1" }] },
      })
    ).status,
  ).toBe(200);
  expect(
    (
      await admin.patch(`/records/purchase_c/${purchase}`, {
        items_c: { upsert: [{ id: first, price_c: "7" }] },
      })
    ).status,
  ).toBe(200);
  expect((await admin.delete(`/records/item_c/${first}`)).status).toBe(204);
  const versions = await read(`/records/purchase_c/${purchase}/versions`);
  const at = (version: number) => versions.find((one: { version: number }) => one.version === version);
  expect(at(3)).toMatchObject({
    changed: ["items_c"],
    lines: { items_c: { added: [], changed: [first], removed: [] } },
  });
  const then = async (version: number) =>
    (await read(`/records/purchase_c/${purchase}?expand=items_c&as_of=${at(version).from}`)).items_c
      .map(({ name, price_c }: { name: string; price_c: { amount: string } }) => `${name} ${price_c?.amount}`)
      .toSorted();
  expect([await then(1), await then(2), await then(3), await then(4)]).toEqual([
    ["a 60.00"],
    ["a 60.00", "b 1.00"],
    ["a 7.00", "b 1.00"],
    ["b 1.00"],
  ]);
  const back = await admin.post(`/records/purchase_c/${purchase}/versions/restore`, { from: at(1).from });
  expect(back.status, back.text).toBe(200);
  expect(await versionOf(purchase)).toBe(5);
  expect(
    (await itemsOf(purchase)).map(({ id, price_c }: { id: string; price_c: { amount: string } }) => [
      id,
      price_c.amount,
    ]),
  ).toEqual([[first, "60.00"]]);
  expect(
    (
      await admin.post(`/records/purchase_c/${purchase}/versions/restore`, {
        from: at(2).from,
        fields: ["name"],
      })
    ).status,
  ).toBe(200);
  expect(await itemsOf(purchase)).toHaveLength(1);
});

it("more than fifty lines go on by cursor", async () => {
  const items = Array.from({ length: 120 }, (_, at) => ({ name: `n${String(at).padStart(3, "0")}` }));
  const { id } = await admin.make("purchase_c", { name: "Long", items_c: items });
  const whole = await read(`/records/purchase_c/${id}?expand=items_c`);
  expect(whole.items_c).toHaveLength(50);
  const { object, filter, next } = whole.pages.items_c;
  const rest = (
    await admin.get(`/records/${object}?filter=${encodeURIComponent(filter)}&cursor=${next}&limit=100`)
  ).json;
  expect([rest.data.length, rest.page.next]).toEqual([70, null]);
  expect(new Set([...whole.items_c, ...rest.data].map(({ name }) => name)).size).toBe(120);
});
