import { afterAll, beforeAll, expect, it } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());

const label = (zh: string, en: string) => ({ "zh-CN": zh, en });

it("an admin-made object with a stage, fields of every plain kind, a formula and roll-ups is live at once", async () => {
  const { admin } = world;
  const made = await admin.post("/objects", { name: "bid", label: label("投标", "Bid"), stages: true });
  expect(made.status, made.text).toBe(201);
  expect(made.json.data).toMatchObject({ name: "bid_c", custom: true, stageField: "stage" });
  const fields = [
    { name: "account", kind: "link", targets: ["account"], label: label("客户", "Account") },
    { name: "price", kind: "money", label: label("报价", "Price") },
    { name: "discount", kind: "percent", label: label("折扣", "Discount") },
    {
      name: "net",
      kind: "formula",
      returns: "money",
      expression: "price_c * (1 - discount_c)",
      label: label("净价", "Net"),
    },
    {
      name: "days",
      kind: "formula",
      returns: "integer",
      expression: 'DATEDIF(due_c, today(), "days")',
      label: label("天数", "Days"),
    },
    { name: "due", kind: "date", label: label("截止", "Due") },
    {
      name: "tags",
      kind: "multiselect",
      options: [
        { name: "a", label: label("甲", "A") },
        { name: "b", label: label("乙", "B") },
      ],
      label: label("标记", "Marks"),
    },
    {
      name: "serial",
      kind: "auto_number",
      format: "TB-{YYYY}-{0000}",
      period: "year",
      label: label("编号", "Serial"),
    },
  ];
  for (const field of fields.filter((one) => one.name !== "days")) {
    const answer = await admin.post("/objects/bid_c/fields", field);
    expect(answer.status, `${field.name}: ${answer.text}`).toBe(201);
  }
  for (const [name, fn, field, expression] of [
    ["bids", "count", undefined, undefined],
    ["bid_sum", "sum", "price_c", undefined],
    ["bid_max", "max", "price_c", "discount_c < 50%"],
  ] as const) {
    const answer = await admin.post("/objects/account/fields", {
      name,
      kind: "rollup",
      object: "bid_c",
      via: "account_c",
      fn,
      ...(field ? { field } : {}),
      ...(expression ? { filter: expression } : {}),
      label: label(name, name),
    });
    expect(answer.status, `${name}: ${answer.text}`).toBe(201);
  }
  const account = await admin.make("account", { name: "Rolled" });
  const pipeline = await admin.post("/pipelines", {
    object: "bid_c",
    name: "bids",
    label: label("投标", "Bids"),
    default: true,
    stages: [
      { name: "draft", label: label("草稿", "Draft"), type: "open", order: 1, entry: [], exit: [] },
      {
        name: "won",
        label: label("中标", "Won"),
        type: "won",
        order: 2,
        entry: [{ kind: "fields", fields: ["price_c"] }],
        exit: [],
      },
    ],
  });
  expect(pipeline.status, pipeline.text).toBeLessThan(300);
  expect((await admin.post(`/pipelines/${pipeline.json.data.id}/publish`)).status).toBe(200);
  const bid = await admin.make("bid_c", {
    name: "One",
    account_c: account.id,
    price_c: "100.00",
    discount_c: "10",
    due_c: "2026-12-31",
    tags_c: ["a", "b"],
  });
  expect(bid).toMatchObject({
    stage: "draft",
    stage_type: "open",
    net_c: { amount: "90.00", currency: "CNY" },
    serial_c: expect.stringMatching(/^TB-\d{4}-0001$/),
    tags_c: ["a", "b"],
  });
  await Promise.all(
    [200, 300, 400].map((price) =>
      admin.make("bid_c", {
        name: `P${price}`,
        account_c: account.id,
        price_c: String(price),
        discount_c: price === 400 ? "60" : "5",
      }),
    ),
  );
  expect((await admin.get(`/records/account/${account.id}`)).json.data).toMatchObject({
    bids_c: 4,
    bid_sum_c: { amount: "1000.00" },
    bid_max_c: { amount: "300.00" },
  });
  const other = await admin.make("account", { name: "Other" });
  await admin.patch(`/records/bid_c/${bid.id}`, { account_c: other.id });
  expect((await admin.get(`/records/account/${account.id}`)).json.data).toMatchObject({
    bids_c: 3,
    bid_sum_c: { amount: "900.00" },
  });
  expect((await admin.get(`/records/account/${other.id}`)).json.data).toMatchObject({
    bids_c: 1,
    bid_max_c: { amount: "100.00" },
  });
  const bare = await admin.make("bid_c", { name: "No price" });
  const shut = await admin.patch(`/records/bid_c/${bare.id}`, { stage: "won" });
  expect([shut.status, shut.json.code, shut.json.errors[0].field]).toEqual([422, "gate_shut", "price_c"]);
  const described = await world.app.inject({ url: "/api/v1/objects/bid_c", headers: admin.headers });
  expect(described.json().data.fields.map((field: { name: string }) => field.name)).toContain("net_c");
});

it("wrong definitions are refused in words and change nothing", async () => {
  const { admin } = world;
  const tries: [object, string][] = [
    [{ name: "x", kind: "colour", label: label("x", "x") }, "bad_kind"],
    [{ name: "x", kind: "select", options: [], label: label("x", "x") }, "bad_property"],
    [{ name: "x", kind: "link", targets: ["nowhere"], label: label("x", "x") }, "wrong"],
    [
      { name: "x", kind: "formula", returns: "text", expression: "nme & 'a'", label: label("x", "x") },
      "wrong",
    ],
    [
      { name: "loop", kind: "formula", returns: "decimal", expression: "loop_c + 1", label: label("x", "x") },
      "wrong",
    ],
    [{ name: "Bad Name", kind: "text", label: label("x", "x") }, "wrong"],
    [{ name: "x", kind: "text", label: label("x", "x"), evil: true }, "unknown_property"],
  ];
  for (const [body, code] of tries) {
    const answer = await admin.post("/objects/account/fields", body);
    expect([answer.status, answer.json.code], JSON.stringify(body)).toEqual([422, code]);
  }
  const names = (await admin.get("/objects/account")).json.data.fields.map(
    (field: { name: string }) => field.name,
  );
  expect(names.filter((name: string) => /^(x|loop)_c$/.test(name))).toEqual([]);
  const seller = await world.person({ name: "卖家", role: "seller" });
  expect((await seller.post("/objects", { name: "mine", label: label("我的", "Mine") })).status).toBe(403);
});

it("a deleted field is hidden, refuses writes, keeps its name taken, and comes back with its values", async () => {
  const { admin } = world;
  await admin.post("/objects/account/fields", { name: "hobby", kind: "text", label: label("爱好", "Hobby") });
  const account = await admin.make("account", { name: "Hidden", hobby_c: "chess" });
  expect((await admin.delete("/objects/account/fields/hobby_c")).status).toBe(204);
  expect((await admin.get(`/records/account/${account.id}`)).json.data).not.toHaveProperty("hobby_c");
  expect((await admin.patch(`/records/account/${account.id}`, { hobby_c: "go" })).json.errors[0].code).toBe(
    "unknown_field",
  );
  expect(
    (
      await admin.post("/objects/account/fields", {
        name: "hobby",
        kind: "text",
        label: label("爱好", "Hobby"),
      })
    ).status,
  ).toBe(409);
  expect((await admin.patch("/objects/account/fields/hobby_c", { hidden: false })).status).toBe(200);
  expect((await admin.get(`/records/account/${account.id}`)).json.data.hobby_c).toBe("chess");
});
