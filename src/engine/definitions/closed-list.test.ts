import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());

const both = (text: string) => ({ "zh-CN": text, en: text });
const names = async () =>
  (await world.admin.get("/objects")).json.data.map((object: { name: string }) => object.name);

test("an object with any property that is not as required is not made, and the fault is named by its place in words", async () => {
  const before = await names();
  const wrong: readonly [string, Record<string, unknown>, string][] = [
    ["sharing", { sharing: "bogus" }, "Sharing"],
    ["sharing", { sharing: { parent: 3 } }, "Sharing"],
    ["sharing.extra", { sharing: { parent: "account_c", extra: 1 } }, "extra"],
    ["area", { area: "moon" }, "Place in navigation"],
    ["colour", { colour: "red" }, "colour"],
    ["list.columns", { list: { columns: "name" } }, "Columns"],
    ["list.sort", { list: { sort: "name; drop" } }, "Sort"],
    ["sections.0.label", { sections: [{ label: { en: "Only English" }, fields: ["name"] }] }, "Chinese"],
    ["stages", { stages: "yes" }, "stages"],
    ["icon", { icon: 5 }, "Icon"],
    ["unique", { unique: { fields: ["name"] } }, "Unique"],
    ["label", { label: { en: "Only English" } }, "Chinese"],
    ["rights.seller.read", { rights: { seller: { read: "every" } } }, "View"],
    ["fields.price.label", { fields: { price: { kind: "money" } } }, "Label"],
    ["fields.price.scale", { fields: { price: { kind: "money", label: both("p"), scale: 2 } } }, "scale"],
    [
      "fields.size.options",
      { fields: { size: { kind: "select", label: both("s"), options: [] } } },
      "Options",
    ],
  ];
  for (const [path, more, word] of wrong) {
    const made = await world.admin.post("/objects", { name: "closed", label: both("Closed"), ...more });
    expect(
      [made.status, made.json.errors?.map((one: { field: string }) => one.field)],
      `${path}: ${made.text}`,
    ).toEqual([422, [path]]);
    expect(made.json.errors[0].message.toLowerCase(), path).toContain(word.toLowerCase());
  }
  const dangling = await world.admin.post("/objects", {
    name: "closed",
    label: both("Closed"),
    sharing: { parent: "nowhere_c" },
  });
  expect([dangling.status, dangling.json.errors[0].field]).toEqual([422, "sharing"]);
  const unreachable = await world.admin.post("/objects", {
    name: "closed",
    label: both("Closed"),
    rights: { nobody: { read: "all" } },
  });
  expect([unreachable.status, unreachable.json.errors[0].field]).toEqual([422, "rights.nobody"]);
  const huge = await world.admin.post("/objects", {
    name: "closed",
    label: both("Closed"),
    fields: Object.fromEntries(
      Array.from({ length: 150 }, (_, at) => [
        `f${at}`,
        { kind: "text", label: both("x"), description: { en: "y".repeat(3000) } },
      ]),
    ),
  });
  expect(huge.status).toBe(422);
  expect(await names()).toEqual(before);
  expect((await world.admin.get("/search?q=closed")).status).toBe(200);
  expect((await world.admin.post("/objects", { name: "closed", label: both("Closed") })).status).toBe(201);
});

test("a field's properties are a closed list with values that fit its kind", async () => {
  const wrong: readonly [string, Record<string, unknown>][] = [
    ["max_length", { kind: "text", max_length: -1 }],
    ["max_length", { kind: "text", max_length: 1e9 }],
    ["scale", { kind: "decimal", scale: 99 }],
    ["min", { kind: "money", min: "ten" }],
    ["max", { kind: "integer", min: 5, max: 4 }],
    ["default", { kind: "integer", default: "many" }],
    ["default", { kind: "select", options: [{ name: "a", label: both("A") }], default: "b" }],
    ["computed", { kind: "text", computed: true }],
    ["internal", { kind: "text", internal: true }],
    ["format", { kind: "auto_number", format: "no place" }],
    ["period", { kind: "auto_number", format: "{0000}", period: "week" }],
    ["on_delete", { kind: "link", targets: ["account"], on_delete: "explode" }],
    ["inverse.label", { kind: "link", targets: ["account"], inverse: { label: "Bids" } }],
    [
      "options.1.label",
      {
        kind: "select",
        options: [
          { name: "a", label: both("A") },
          { name: "b", label: { en: "B" } },
        ],
      },
    ],
    ["options.0.size", { kind: "select", options: [{ name: "a", label: both("A"), size: 3 }] }],
    [
      "options",
      {
        kind: "select",
        options: [
          { name: "a", label: both("A") },
          { name: "a", label: both("B") },
        ],
      },
    ],
    ["label", { kind: "text", label: { "zh-CN": "x".repeat(101) } }],
    ["label", { kind: "text", label: { en: "No Chinese" } }],
    ["via", { kind: "rollup", object: "opportunity", via: "name", fn: "count" }],
    ["field", { kind: "rollup", object: "opportunity", via: "account", fn: "sum", field: "nothing" }],
    ["required_if", { kind: "text", required_if: "name" }],
    ["visible_if", { kind: "text", visible_if: "nme == 1" }],
    ["expression", { kind: "formula", returns: "text", expression: "nme" }],
    ["unique", { kind: "money", unique: true }],
  ];
  for (const [path, more] of wrong) {
    const made = await world.admin.post("/objects/account/fields", {
      name: "odd",
      label: both("Odd"),
      ...more,
    });
    expect(
      [made.status, made.json.errors?.map((one: { field: string }) => one.field)],
      `${path}: ${made.text}`,
    ).toEqual([422, [path]]);
  }
  const many = await world.admin.post("/objects/account/fields", {
    name: "odd",
    kind: "text",
    label: both("Odd"),
    ...Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`k${at}`, 1])),
  });
  expect([many.status, many.text.length < 20_000]).toEqual([422, true]);
  expect(
    (await world.admin.get("/objects/account")).json.data.fields.filter(
      (field: { name: string }) => field.name === "odd_c",
    ),
  ).toEqual([]);
  // A change is held to the same list as a new field.
  expect(
    (await world.admin.post("/objects/account/fields", { name: "odd", kind: "text", label: both("Odd") }))
      .status,
  ).toBe(201);
  for (const change of [
    { max_length: "many" },
    { evil: 1 },
    { label: "text" },
    { required: "yes" },
    { required_if: "nme == 1" },
  ])
    expect(
      (await world.admin.patch("/objects/account/fields/odd_c", change)).status,
      JSON.stringify(change),
    ).toBe(422);
});

test("no other road writes a definition", async () => {
  const { admin } = world;
  const rows = await world.database.db.query<{ id: string }>({
    text: `select id from w_main.o_object_definition limit 1`,
  });
  const id = rows[0]?.id ?? "";
  const values = {
    name: "back_c",
    definition: {
      label: both("B"),
      plural: both("B"),
      title: "name",
      sharing: "bogus",
      list: { columns: [], sort: "" },
    },
  };
  expect((await admin.post("/records/object_definition", values)).status).toBe(422);
  expect((await admin.patch(`/records/object_definition/${id}`, { definition: {} })).status).toBe(422);
  expect((await admin.delete(`/records/object_definition/${id}`)).status).toBe(422);
  expect(
    (
      await admin.post("/records/field_definition", {
        object: "account",
        name: "evil_c",
        definition: { kind: "bogus" },
      })
    ).status,
  ).toBe(422);
  expect(
    (await admin.post("/records/definition_change", { object: "account", changes: { sharing: "bogus" } }))
      .status,
  ).toBe(422);
  expect(
    (await admin.post("/batch", { operations: [{ op: "create", object: "object_definition", values }] }))
      .status,
  ).toBe(422);
  expect((await admin.get("/search?q=ab")).status).toBe(200);
});

test("who may use a new object is said as it is made, by those who manage roles", async () => {
  const { admin } = world;
  const made = await admin.post("/objects", {
    name: "visit",
    label: both("Visit"),
    rights: { seller: { create: true, read: "all", update: "own" } },
  });
  expect(made.status, made.text).toBe(201);
  const seller = await world.person({ name: "卖家", role: "seller" });
  const record = await seller.post("/records/visit_c", { name: "First" });
  expect(record.status, record.text).toBe(201);
  expect((await seller.delete(`/records/visit_c/${record.json.data.id}`)).status).toBe(403);
  const role = await admin.make("role", {
    name: "builder",
    label: both("Builder"),
    rights: { objects: {}, fields: {}, abilities: ["objects.manage"] },
  });
  const builder = await world.person({ name: "搭建", role: "builder" });
  expect(role.id).toBeTruthy();
  expect(
    (
      await builder.post("/objects", {
        name: "mine",
        label: both("Mine"),
        rights: { seller: { read: "all" } },
      })
    ).status,
  ).toBe(403);
  expect((await builder.post("/objects", { name: "mine", label: both("Mine") })).status).toBe(201);
});
