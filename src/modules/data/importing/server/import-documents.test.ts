import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { form, importer, type Importer, MULTIPART } from "../../../../testing/importer.ts";
import { testWorkbook } from "../../../../testing/workbook.ts";

let app: TestApp;
let admin: Client;
let files: Importer;
const label = (text: string) => ({ "zh-CN": text, en: text });

/** An order with lines; its remark is required when the lines sum up to more than 100. */
beforeAll(async () => {
  app = await testApp();
  ({ admin } = app);
  files = importer(app);
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
  await define("/objects/item_c/fields", {
    name: "product",
    kind: "link",
    targets: ["product"],
    on_delete: "refuse",
    label: label("Product"),
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
    name: "remark",
    kind: "text",
    label: label("Remark"),
    required_if: "total_c > 100",
  });
  for (const name of ["Pump", "Valve", "Gauge"]) await admin.make("product", { name, code: name });
});
afterAll(() => app.close());

const list = async (object: string, filter: string, more = "") =>
  (await admin.get(`/records/${object}?filter=${encodeURIComponent(filter)}${more}`)).json.data;
const orderOf = async (no: string) => (await list("purchase_c", `external_id == "${no}"`))[0];
const itemsOf = async (id: string) =>
  (await list("item_c", `purchase_c == "${id}"`, "&sort=name")).map(
    (one: { name: string; price_c: { amount: string } | null }) => [one.name, one.price_c?.amount ?? null],
  );
const rows = async (id: string) =>
  (await admin.get(`/imports/${id}/rows`)).json.data.map(
    ({
      row,
      outcome,
      errors,
    }: {
      row: number;
      outcome: string;
      errors: { code: string; field?: string }[];
    }) => [row, outcome, ...errors.map(({ code, field }) => (field ? `${code} ${field}` : code))],
  );

const MAPPING = {
  no: "external_id",
  name: "name",
  remark: "remark_c",
  item: "items_c.name",
  product: { field: "items_c.product_c", by: "name" },
  price: "items_c.price_c",
};
const OPTIONS = { object: "purchase_c", match: ["external_id"], mapping: MAPPING };

test("lines stand below their document, its columns repeated or blank: one version, one guard, one result for each row", async () => {
  const csv = [
    "no,name,remark,item,product,price",
    "D-1,First,,a,Pump,40",
    ",,,b,Valve,50",
    "D-2,Second,,a,Pump,60",
    "D-2,Second,,b,Valve,70",
    "D-3,Third,noted,a,Gauge,90",
    "D-3,,,b,Pump,95",
    "D-4,Fourth,,,,",
  ].join("\n");
  const dry = await files.imported(csv, { ...OPTIONS, dry_run: true });
  expect(dry).toMatchObject({ rows: 7, created: 5, failed: 2 });
  expect(dry.preview[0].values).toMatchObject({ "items_c.product_c": "Pump", "items_c.name": "a" });
  expect(await orderOf("D-1")).toBeUndefined();

  const done = await files.imported(csv, OPTIONS);
  expect(done).toMatchObject({ rows: 7, created: 5, updated: 0, failed: 2, linked_created: 0 });
  expect(await rows(done.id)).toEqual([
    [1, "created"],
    [2, "created"],
    [3, "failed", "required remark_c"],
    [4, "failed", "document_refused"],
    [5, "created"],
    [6, "created"],
    [7, "created"],
  ]);
  const [first, third, fourth] = [await orderOf("D-1"), await orderOf("D-3"), await orderOf("D-4")];
  expect([first.version, third.version, fourth.version]).toEqual([1, 1, 1]);
  expect(await itemsOf(first.id)).toEqual([
    ["a", "40.00"],
    ["b", "50.00"],
  ]);
  expect(await itemsOf(fourth.id)).toEqual([]);
  expect(await orderOf("D-2")).toBeUndefined();
  expect(await list("item_c", 'name == "b" && purchase_c.external_id == "D-2"')).toEqual([]);
});

test("errors stand at their row, the document's other rows say which; names are asked about; rows that contradict their document are wrong", async () => {
  const csv =
    "no,name,remark,item,product,price\nE-1,One,,a,Pump,1\n,,,b,Pumpp,2\n,,,c,Valve,x\nE-2,Two,,a,Pump,1\nE-2,Other,,b,Pump,1\n";
  const done = await files.imported(csv, OPTIONS);
  expect(done).toMatchObject({ created: 0, failed: 5 });
  expect(await rows(done.id)).toEqual([
    [1, "failed", "document_refused"],
    [2, "failed", "link_near items_c.product_c"],
    [3, "failed", "not_money items_c.price_c"],
    [4, "failed", "document_refused"],
    [5, "failed", "document_differs name"],
  ]);
  const [question] = done.questions;
  expect(question).toMatchObject({ column: "product", cell: "Pumpp", candidates: [{ title: "Pump" }] });
  await admin.post(`/imports/${done.id}/continue`, {
    options: {
      ...OPTIONS,
      mapping: {
        ...MAPPING,
        product: { field: "items_c.product_c", by: "name", values: { Pumpp: "Pump" } },
        price: { field: "items_c.price_c", values: { x: "3" } },
      },
    },
  });
  await app.idle();
  expect(await files.show(done.id)).toMatchObject({ created: 3, failed: 2 });
  expect(await itemsOf((await orderOf("E-1")).id)).toEqual([
    ["a", "1.00"],
    ["b", "2.00"],
    ["c", "3.00"],
  ]);
});

test("the same file again changes nothing; a newer one changes and adds lines, one version each; undo takes exactly that back", async () => {
  const first = "no,name,item,price\nF-1,One,a,1\n,,b,2\n";
  const mapping = { no: "external_id", name: "name", item: "items_c.name", price: "items_c.price_c" };
  await files.imported(first, { ...OPTIONS, mapping });
  expect(await files.imported(first, { ...OPTIONS, mapping })).toMatchObject({
    created: 0,
    updated: 0,
    skipped: 2,
  });
  const order = await orderOf("F-1");
  expect(order.version).toBe(1);
  const [a] = await list("item_c", `purchase_c == "${order.id}"`, "&sort=name");
  const newer = await files.imported(`no,name,line,item,price\nF-1,One,${a.id},a,11\n,,,c,3\n`, {
    ...OPTIONS,
    mapping: { ...mapping, line: "items_c.id" },
  });
  expect(newer).toMatchObject({ updated: 1, created: 1 });
  expect(await itemsOf(order.id)).toEqual([
    ["a", "11.00"],
    ["b", "2.00"],
    ["c", "3.00"],
  ]);
  expect((await orderOf("F-1")).version).toBe(2);
  expect(await files.undone(newer.id)).toMatchObject({ status: "undone", undo: { kept: [] } });
  expect(await itemsOf(order.id)).toEqual([
    ["a", "1.00"],
    ["b", "2.00"],
  ]);
  const made = await files.imported("no,name,item,price\nF-2,Two,a,1\n,,b,2\n", { ...OPTIONS, mapping });
  const two = await orderOf("F-2");
  expect(await files.undone(made.id)).toMatchObject({ undo: { kept: [] } });
  expect(await orderOf("F-2")).toBeUndefined();
  expect(await itemsOf(two.id)).toEqual([]);
});

test("titles of other programs are known for lines, too", async () => {
  const inspected = await files.inspect(
    "价格表名称,产品名称,单价,起订量\n华东 2026,Pump,100,1\n,Valve,200,1\n",
    "price_book",
  );
  const suggested = Object.fromEntries(
    inspected.columns.map(({ name, suggestion }: { name: string; suggestion: { field: string } | null }) => [
      name,
      suggestion?.field,
    ]),
  );
  expect(suggested).toEqual({
    价格表名称: "name",
    产品名称: "entries.product",
    单价: "entries.price",
    起订量: "entries.min_quantity",
  });
});

test.each(["zh-CN", "en"])(
  "an export with lines comes back by its suggested mapping without a difference (%s)",
  async (language) => {
    for (const format of ["csv", "xlsx"]) {
      const answer = await app.app.inject({
        method: "POST",
        url: "/api/v1/exports",
        headers: {
          host: "localhost",
          origin: "http://localhost",
          ...admin.headers,
          "accept-language": language,
        },
        payload: { object: "purchase_c", lines: true, format },
      });
      expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
      const started = await admin.post(
        "/imports",
        form(answer.rawPayload, { options: JSON.stringify({ object: "purchase_c" }) }),
        MULTIPART,
      );
      await app.idle();
      const done = await files.show(started.json.id);
      expect(done).toMatchObject({ status: "done", created: 0, updated: 0, failed: 0 });
      expect(done.rows).toBeGreaterThanOrEqual(8);
    }
  },
);

test("documents on one sheet and their lines on another that names them by number come in together", async () => {
  const documents = [
    ["External ID", "Name", "Remark"],
    ["S-1", "Two lines", "noted"],
    ["S-2", "No line"],
    ["S-3", "One line"],
  ];
  const lines = [
    ["Price", "External ID", "Name", "Product"],
    [60, "S-1", "a", "Pump"],
    [20, "S-3", "a", "Gauge"],
    [70, "S-1", "b", "Valve"],
  ];
  const sheets = [
    { name: "Purchases", rows: documents },
    { name: "Positions", rows: lines },
  ];
  const book = testWorkbook({ sheets });
  const send = async (content: Buffer, options: object) => {
    const started = await admin.post(
      "/imports",
      form(content, { options: JSON.stringify({ object: "purchase_c", ...options }) }),
      MULTIPART,
    );
    expect(started.status, started.text).toBe(202);
    await app.idle();
    return (await admin.get(`/imports/${started.json.id}`)).json.data;
  };
  const seen = (await admin.post("/imports/inspect", form(book, { object: "purchase_c" }), MULTIPART)).json
    .data;
  expect([seen.sheet, seen.lines_sheet, seen.rows]).toEqual(["Purchases", "Positions", 6]);
  expect(
    seen.columns.map(({ suggestion }: { suggestion: { field: string } | null }) => suggestion?.field),
  ).toEqual(["external_id", "name", "remark_c", "items_c.price_c", "items_c.name", "items_c.product_c"]);
  const done = await send(book, { match: ["external_id"] });
  expect([done.created, done.failed, done.notices.map(({ code }: { code: string }) => code)]).toEqual([
    6,
    0,
    ["lines_sheet"],
  ]);
  const of = async (no: string) => itemsOf((await orderOf(no)).id);
  expect([await of("S-1"), await of("S-2"), await of("S-3")]).toEqual([
    [
      ["a", "60.00"],
      ["b", "70.00"],
    ],
    [],
    [["a", "20.00"]],
  ]);
  expect((await orderOf("S-1")).version).toBe(1);

  // The same once more changes nothing; a line of a document that the file does not hold finds it on record
  // or is refused in words.
  expect(await send(book, { match: ["external_id"] })).toMatchObject({ created: 0, failed: 0, updated: 0 });
  const more = testWorkbook({
    sheets: [
      { name: "Purchases", rows: [documents[0]!, ["S-4", "New"]] },
      {
        name: "Positions",
        rows: [lines[0]!, [5, "S-4", "a", "Pump"], [6, "S-2", "late", "Pump"], [7, "S-9", "lost", "Pump"]],
      },
    ],
  });
  const later = await send(more, { match: ["external_id"], lines_sheet: "Positions" });
  expect([await of("S-4"), await of("S-2"), later.failed]).toEqual([[["a", "5.00"]], [["late", "6.00"]], 1]);

  const alone = await send(book, { match: ["external_id"], lines_sheet: "-", dry_run: true });
  expect(alone.rows).toBe(3);
  const apart = testWorkbook({
    sheets: [
      sheets[0]!,
      {
        name: "Other",
        rows: [
          ["Price", "Product"],
          [1, "Pump"],
        ],
      },
    ],
  });
  const refused = await admin.post(
    "/imports",
    form(apart, { options: JSON.stringify({ object: "purchase_c", lines_sheet: "Other" }) }),
    MULTIPART,
  );
  expect([refused.status, refused.json.code]).toEqual([422, "no_lines"]);
});
