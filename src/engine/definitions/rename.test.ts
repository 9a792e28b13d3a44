import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";
import { spellSavedOnce } from "./rewrite-saved.ts";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());
const both = (text: string) => ({ "zh-CN": text, en: text });
const option = (name: string, label: string) => ({ name, label: both(label) });

test("renaming a field, an option or a stage breaks nothing that is saved", async () => {
  const { admin } = world;
  const fields = {
    seg: {
      kind: "select",
      label: both("Segment"),
      options: [option("k", "Key ones"), option("l", "Long tail")],
    },
    size: { kind: "decimal", label: both("Size") },
    mark: { kind: "select", label: both("Mark"), options: [option("m", "Moved")] },
  };
  expect(
    (await admin.post("/objects", { name: "probe", label: both("Probe"), stages: true, fields })).status,
  ).toBe(201);
  const add = async (name: string, more: object) => {
    const made = await admin.post("/objects/probe_c/fields", { name, label: both(name), ...more });
    expect(made.status, made.text).toBe(201);
  };
  await add("f", { kind: "formula", returns: "integer", expression: 'IF(Segment == "Key ones", 1, 0)' });
  await add("dead", { kind: "formula", returns: "integer", expression: 'IF(Segment == "Key ones", 1, 0)' });
  expect((await admin.delete("/objects/probe_c/fields/dead_c")).status).toBe(204);
  await add("why", {
    kind: "text",
    required_if: 'Segment == "Key ones" && Size > 100',
    visible_if: 'Segment == "Key ones"',
  });
  await add("account", { kind: "link", targets: ["account"] });
  const rolled = await admin.post("/objects/account/fields", {
    name: "keys",
    kind: "rollup",
    object: "probe_c",
    via: "account_c",
    fn: "count",
    filter: 'Segment == "Key ones"',
    label: both("Keys"),
  });
  expect(rolled.status, rolled.text).toBe(201);
  const stages = [
    {
      name: "one",
      label: both("First"),
      type: "open",
      order: 1,
      exit: [
        { id: "k", kind: "condition", expression: 'Segment == "Key ones"' },
        { id: "f", kind: "fields", fields: ["Size"] },
      ],
    },
    {
      name: "done",
      label: both("Done"),
      type: "won",
      order: 2,
      on_enter: [{ id: "s", kind: "set", field: "Mark", value: "Moved" }],
    },
  ];
  const pipeline = (
    await admin.post("/pipelines", {
      object: "probe_c",
      name: "probes",
      label: both("Probes"),
      default: true,
      stages,
    })
  ).json.data.id;
  const published = await admin.post(`/pipelines/${pipeline}/publish`);
  expect(published.status, published.text).toBe(200);
  const seller = await world.person({ name: "Reader", role: "seller" });
  const rule = await admin.make("sharing_rule", {
    name: "Keys",
    object: "probe_c",
    criteria: 'Segment == "Key ones" && Stage == "First"',
    to: { object: "user", id: seller.id },
    level: "read",
  });
  const view = await admin.make("view", { name: "Keys", object: "probe_c", filter: 'Segment == "Key ones"' });
  expect(rule["criteria"]).toBe('seg_c == "k" && stage == "one"');

  const rename = await admin.patch("/objects/probe_c/fields/seg_c", {
    label: both("Tier"),
    options: [option("k", "Focus"), option("l", "Long tail")],
  });
  expect(rename.status, rename.text).toBe(200);
  expect((await admin.patch("/objects/probe_c/fields/size_c", { label: both("Extent") })).status).toBe(200);
  // The stage gets another label, too; its name stays.
  const { stages: drawn } = (await admin.get("/pipelines?object=probe_c")).json.data[0];
  expect(JSON.stringify(drawn)).toContain('seg_c == \\"k\\"');
  const restaged = drawn.map((stage: (typeof stages)[number]) => ({
    ...stage,
    label: both(`${stage.label.en} again`),
  }));
  expect((await admin.patch(`/pipelines/${pipeline}`, { stages: restaged })).status).toBe(200);
  expect((await admin.post(`/pipelines/${pipeline}/publish`)).json.errors ?? []).toEqual([]);

  const kept = (await admin.get(`/records/view/${view.id}`)).json.data.filter;
  expect(kept).toBe('seg_c == "k"');
  const account = await admin.make("account", { name: "Rolls" });
  const made = await admin.make("probe_c", { name: "P", seg_c: "k", size_c: "5", account_c: account.id });
  expect(made["f_c"]).toBe(1);
  expect((await admin.get(`/records/probe_c?filter=${encodeURIComponent(kept)}`)).json.data).toHaveLength(1);
  expect((await admin.get(`/records/account/${account.id}`)).json.data.keys_c).toBe(1);
  expect(
    (await admin.post("/records/probe_c", { name: "Q", seg_c: "k", size_c: "500" })).json.errors[0],
  ).toMatchObject({ code: "required", field: "why_c" });
  const shut = await admin.patch(
    `/records/probe_c/${(await admin.make("probe_c", { name: "R", seg_c: "l" })).id}`,
    { stage: "done" },
  );
  expect([shut.status, shut.json.code]).toEqual([422, "gate_shut"]);
  expect(shut.json.errors.map((one: { message: string }) => one.message).join()).toContain("Tier is Focus");
  const moved = await admin.patch(`/records/probe_c/${made.id}`, { stage: "done" });
  expect([moved.status, moved.json.data?.mark_c], moved.text).toEqual([200, "m"]);
});

test("what an earlier version stored as typed is spelled once, where it still holds", async () => {
  const { admin, database } = world;
  const fine = await admin.make("view", { name: "Old", object: "account", filter: 'size == "large"' });
  const broken = await admin.make("view", { name: "Broken", object: "account", filter: "名称 == 1" });
  await database.db.query({
    text: `update w_main.o_view set filter = '企业规模 == "大型"' where id = $1::uuid`,
    values: [fine.id],
  });
  await database.db.query({
    text: `update w_main.o_view set filter = 'Nothing == 1' where id = $1::uuid`,
    values: [broken.id],
  });
  await database.db.query({ text: `delete from w_main.derived_state where name like 'once:%'` });
  await spellSavedOnce(await world.context());
  const filterOf = async (id: string) => (await admin.get(`/records/view/${id}`)).json.data.filter;
  expect([await filterOf(fine.id), await filterOf(broken.id)]).toEqual(['size == "large"', "Nothing == 1"]);
});

test("racing edits of one field are all kept, and nothing typed in a label while it is renamed is lost", async () => {
  const { admin } = world;
  expect((await admin.post("/objects", { name: "race", label: both("Race") })).status).toBe(201);
  await admin.post("/objects/race_c/fields", { name: "lane", kind: "text", label: both("Lane") });
  const changes = [
    { max_length: 77 },
    { description: both("Help") },
    { example: "one" },
    { searchable: true },
    { personal: true },
    { label: both("Track") },
  ];
  const answers = await Promise.all([
    ...changes.map((change) => admin.patch("/objects/race_c/fields/lane_c", change)),
    ...["a", "b", "c"].map((name) =>
      admin.post("/objects/race_c/fields", {
        name,
        kind: "formula",
        returns: "text",
        expression: "lane_c",
        label: both(name),
      }),
    ),
    admin
      .make("view", { name: "Racing", object: "race_c", filter: 'lane_c == "x"' })
      .then(() => ({ status: 200, text: "" })),
  ]);
  expect(
    answers.map((answer) => answer.status < 300),
    answers.map((answer) => answer.text).join("\n"),
  ).not.toContain(false);
  const field = (await admin.get("/objects/race_c")).json.data.fields.find(
    (one: { name: string }) => one.name === "lane_c",
  );
  expect(field).toMatchObject({
    max_length: 77,
    description: both("Help"),
    example: "one",
    searchable: true,
    personal: true,
    label: both("Track"),
  });
});

test("an option in use is not taken away; mapped, its records and every saved expression get the other", async () => {
  const { admin } = world;
  const fields = {
    size: {
      kind: "select",
      label: both("Size"),
      options: [option("s", "Small"), option("m", "Middle"), option("l", "Large")],
    },
    marks: {
      kind: "multiselect",
      label: both("Marks"),
      options: [option("x", "X"), option("y", "Y"), option("z", "Z")],
    },
  };
  expect((await admin.post("/objects", { name: "shirt", label: both("Shirt"), fields })).status).toBe(201);
  await admin.post("/objects/shirt_c/fields", {
    name: "is_m",
    kind: "formula",
    returns: "integer",
    expression: 'IF(Size == "Middle", 1, 0)',
    label: both("Is M"),
  });
  const view = await admin.make("view", {
    name: "M",
    object: "shirt_c",
    filter: 'size_c in ["m", "l"] && marks_c.contains("x")',
  });
  const one = await admin.make("shirt_c", { name: "One", size_c: "m", marks_c: ["x", "y"] });
  const without = { options: [option("s", "Small"), option("l", "Large")] };
  const refused = await admin.patch("/objects/shirt_c/fields/size_c", without);
  expect([refused.status, refused.json.code, refused.json.errors[0].params.count], refused.text).toEqual([
    409,
    "option_in_use",
    1,
  ]);
  expect((await admin.patch("/objects/shirt_c/fields/size_c", { ...without, map: { m: "xl" } })).status).toBe(
    422,
  );
  const mapped = await admin.patch("/objects/shirt_c/fields/size_c", { ...without, map: { m: "l" } });
  expect(mapped.status, mapped.text).toBe(200);
  expect(
    (
      await admin.patch("/objects/shirt_c/fields/marks_c", {
        options: [option("y", "Y"), option("z", "Z")],
        map: { x: "z" },
      })
    ).status,
  ).toBe(200);
  expect((await admin.get(`/records/shirt_c/${one.id}`)).json.data).toMatchObject({
    size_c: "l",
    marks_c: ["z", "y"],
    is_m_c: 1,
    version: 3,
  });
  expect((await admin.get(`/records/view/${view.id}`)).json.data.filter).toBe(
    'size_c in ["l", "l"] && INCLUDES(marks_c, "z")',
  );
  // Used by no record, but by a view: it says which.
  await admin.make("view", { name: "Smalls", object: "shirt_c", filter: 'size_c == "s"' });
  const named = await admin.patch("/objects/shirt_c/fields/size_c", { options: [option("l", "Large")] });
  expect([named.status, named.json.code], named.text).toEqual([409, "in_use"]);
  expect(named.json.errors[0].message).toContain("Smalls");
});
