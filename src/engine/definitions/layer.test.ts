import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCatalog } from "../catalog/build-catalog.ts";
import { outdatedOf } from "../catalog/lay-over.ts";
import { loadLayer } from "../catalog/load-layer.ts";
import { testApp, type TestApp } from "../../testing/app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());
const both = (text: string) => ({ "zh-CN": text, en: text });
type Field = {
  readonly name: string;
  readonly label: Record<string, string>;
  readonly options?: readonly { readonly name: string }[];
  readonly changed?: readonly string[];
};
const fieldOf = async (object: string, name: string): Promise<Field | undefined> =>
  (await world.admin.get(`/objects/${object}`)).json.data.fields.find((one: Field) => one.name === name);
const patch = (path: string, body: object) => world.admin.patch(`/objects/${path}`, body);

test("a shipped field takes a company's words; only what differs is kept, and null gives the shipped word back", async () => {
  const changed = await patch("opportunity/fields/next_step", {
    label: { en: "Next move" },
    description: both("What we do next"),
    required: false,
  });
  expect(changed.status, changed.text).toBe(200);
  expect((await fieldOf("opportunity", "next_step"))?.label).toEqual({
    "zh-CN": expect.any(String),
    en: "Next move",
  });
  const { layer } = await loadLayer(world.database.db, { code: "main", schema: "w_main" });
  expect(layer.changes).toEqual([
    {
      object: "opportunity",
      field: "next_step",
      changes: { label: { en: "Next move" }, description: both("What we do next") },
    },
  ]);
  // People may write conditions with the new word at once.
  const view = await world.admin.make("view", {
    name: "v",
    object: "opportunity",
    filter: '"" != `Next move`',
  });
  expect(view["filter"]).toContain("next_step");
  const settings = (await world.admin.get("/objects/opportunity/fields")).json.data.find(
    (one: Field) => one.name === "next_step",
  );
  expect(settings).toMatchObject({
    changed: ["label", "description"],
    shipped: { label: { en: "Next step" } },
  });
  expect((await patch("opportunity/fields/next_step", { label: null, description: null })).status).toBe(200);
  expect((await loadLayer(world.database.db, { code: "main", schema: "w_main" })).layer.changes).toEqual([]);
});

test("a field’s place in the form is kept; null gives it back", async () => {
  const shipped = await fieldOf("contact", "mobile");
  expect((await patch("contact/fields/mobile", { width: "full", create_form: false })).status).toBe(200);
  expect(await fieldOf("contact", "mobile")).toMatchObject({
    width: "full",
    create_form: false,
    changed: ["width", "create_form"],
  });
  const odd = await patch("contact/fields/mobile", { width: "third" });
  expect([odd.status, odd.json.errors[0].field]).toEqual([422, "width"]);
  expect((await patch("contact/fields/mobile", { width: null, create_form: null })).status).toBe(200);
  expect(await fieldOf("contact", "mobile")).toEqual(shipped);
});

test("options of a shipped field are added, relabelled, hidden and ordered; a shipped one stays", async () => {
  const { admin } = world;
  const options = (await fieldOf("account", "type"))?.options ?? [];
  const [first, second, ...others] = options;
  const given = [
    ...others,
    { ...second, label: both("Second") },
    { name: "school", label: both("School") },
    { ...first, hidden: true },
  ];
  const changed = await patch("account/fields/type", { options: given });
  expect(changed.status, changed.text).toBe(200);
  const now = (await fieldOf("account", "type"))?.options ?? [];
  expect(now.map((one) => one.name)).toEqual(given.map((one) => one.name));
  expect(now.at(-1)).toMatchObject({ hidden: true });
  const account = await admin.make("account", { name: "A school", type: "school" });
  expect(
    (await patch("account/fields/type", { options: given.filter((one) => one.name !== "school") })).json.code,
  ).toBe("option_in_use");
  expect(
    (await patch("account/fields/type", { options: given.filter((one) => one.name !== first?.name) })).json
      .errors[0].message,
  ).toContain("used by rules");
  await admin.delete(`/records/account/${account.id}`);
  expect((await patch("account/fields/type", { options: null })).status).toBe(409);
});

test("the list, sections and order of a shipped object are a company's own", async () => {
  const { admin } = world;
  await admin.post("/objects/contact/fields", { name: "hobby", kind: "text", label: both("Hobby") });
  const changed = await patch("contact", {
    label: { en: "Person" },
    list: { columns: ["name", "hobby_c", "account"] },
    sections: [{ label: both("Who"), fields: ["name", "hobby_c"] }],
    order: ["hobby_c", "name"],
  });
  expect(changed.status, changed.text).toBe(200);
  const object = changed.json.data;
  expect(object).toMatchObject({
    label: { en: "Person" },
    list: { columns: ["name", "hobby_c", "account"], sort: expect.any(String) },
    sections: [{ fields: ["name", "hobby_c"] }],
  });
  const names = object.fields.map((one: Field) => one.name);
  expect(names.indexOf("hobby_c")).toBeLessThan(names.indexOf("name"));
  expect((await patch("contact", { list: { columns: ["nothing"] } })).status).toBe(422);
  expect((await patch("contact", { sharing: "everyone" })).status).toBe(422);
  expect((await patch("contact", { label: null, list: null, sections: null, order: null })).status).toBe(200);
});

test("a layer cannot break what the program does: it is refused in words", async () => {
  const refused: readonly [string, object, string][] = [
    ["opportunity/fields/name", { hidden: true }, "take their name from it"],
    ["opportunity/fields/amount", { hidden: true }, "rules"],
    ["opportunity/fields/stage", { hidden: true }, "pipelines"],
    ["opportunity/fields/pipeline", { hidden: true }, "pipelines"],
    ["opportunity/fields/owner", { hidden: true }, "every record"],
    ["opportunity/fields/account", { hidden: true }, "rules"],
    ["lead/fields/source", { hidden: true }, "required"],
    ["lead/fields/contact_name", { required: false }, "rules"],
    ["account/fields/open_amount", { required: true }, "system fills"],
    ["user/fields/login", { hidden: true }, "relies on this object"],
    ["user/fields/title", { required: true }, "relies on this object"],
    ["view/fields/filter", { hidden: true }, "relies on this object"],
    ["account/fields/name", { kind: "decimal" }, "kind"],
    ["account/fields/name", { max_length: 5 }, "max_length"],
  ];
  for (const [path, body, word] of refused) {
    const answer = await patch(path, body);
    expect(answer.status, `${path} ${JSON.stringify(body)}: ${answer.text}`).toBe(422);
    expect(answer.json.errors[0].message, path).toContain(word);
  }
});

test("what is asked of people alone does not stop what the program writes itself", async () => {
  const { admin } = world;
  expect((await patch("task/fields/description", { required: true })).status).toBe(200);
  expect(
    (
      await admin.post("/objects/task/fields", {
        name: "room",
        kind: "text",
        required: true,
        label: both("Room"),
      })
    ).status,
  ).toBe(201);
  expect(
    (await admin.post("/records/task", { subject: "By hand" })).json.errors.map(
      (one: { field: string }) => one.field,
    ),
  ).toEqual(["description", "room_c"]);
  const stages = [
    {
      name: "a",
      label: both("A"),
      type: "open",
      order: 1,
      on_enter: [{ id: "t", kind: "task", title: both("Call them"), due_days: 1 }],
    },
    { name: "won", label: both("Won"), type: "won", order: 2 },
  ];
  const pipeline = (
    await admin.post("/pipelines", { object: "opportunity", name: "asked", label: both("Requested"), stages })
  ).json.data.id;
  expect((await admin.post(`/pipelines/${pipeline}/publish`)).status).toBe(200);
  const deal = await admin.post("/records/opportunity", { name: "With a task", pipeline, stage: "a" });
  expect(deal.status, deal.text).toBe(201);
  expect(
    (await admin.get(`/records/task?filter=${encodeURIComponent('subject == "Call them"')}`)).json.data,
  ).toHaveLength(1);
});

test("a shipped field that is switched off is gone for everybody, and comes back with its values", async () => {
  const { admin } = world;
  const account = await admin.make("account", { name: "Has a year", year_founded: 1999 });
  expect((await patch("account/fields/year_founded", { hidden: true })).status).toBe(200);
  expect((await admin.get(`/records/account/${account.id}`)).json.data).not.toHaveProperty("year_founded");
  expect(
    (await admin.patch(`/records/account/${account.id}`, { year_founded: 2000 })).json.errors[0].code,
  ).toBe("unknown_field");
  expect((await admin.get(`/records/account?filter=${encodeURIComponent("year_founded > 1")}`)).status).toBe(
    400,
  );
  const listed = (await admin.get("/objects/account/fields")).json.data.find(
    (one: Field) => one.name === "year_founded",
  );
  expect(listed).toMatchObject({ hidden: true, changed: ["hidden"] });
  expect((await patch("account/fields/year_founded", { hidden: null })).status).toBe(200);
  expect((await admin.get(`/records/account/${account.id}`)).json.data.year_founded).toBe(1999);
});

test(
  "every shipped field that may be switched off leaves an object that can be made, changed, listed and deleted",
  { timeout: 180_000 },
  async () => {
    const { admin } = world;
    const samples: Record<string, Record<string, unknown>> = {
      opportunity: { name: "S" },
      task: { subject: "S", description: "d", room_c: "1" },
      activity: { type: "call", subject: "S" },
      lead: { company: "S", contact_name: "S", mobile: "13800138000", source: "website" },
    };
    for (const [object, sample] of Object.entries(samples)) {
      const fields: readonly Field[] = (await admin.get(`/objects/${object}/fields`)).json.data;
      const off: string[] = [];
      for (const { name } of fields)
        if ((await patch(`${object}/fields/${name}`, { hidden: true })).status === 200) off.push(name);
      expect(off.length, object).toBeGreaterThan(0);
      const made = await admin.post(
        `/records/${object}`,
        Object.fromEntries(Object.entries(sample).filter(([name]) => !off.includes(name))),
      );
      expect(made.status, `${object} without ${off.join()}: ${made.text}`).toBe(201);
      const { id } = made.json.data;
      const roads = [
        admin.patch(`/records/${object}/${id}`, {
          [object === "task" || object === "activity" ? "subject" : object === "lead" ? "company" : "name"]:
            "T",
        }),
        admin.get(`/records/${object}?count=exact&sort=-updated_at`),
        admin.get(`/records/${object}/${id}/timeline`),
        admin.get(`/records/${object}/${id}/changes`),
        admin.get("/search?q=T"),
      ];
      for (const road of roads) expect((await road).status, `${object}: ${(await road).text}`).toBe(200);
      expect((await admin.delete(`/records/${object}/${id}`)).status).toBe(204);
      for (const name of off)
        expect((await patch(`${object}/fields/${name}`, { hidden: null })).status, name).toBe(200);
    }
  },
);

test("an upgrade keeps the changes and lists what no longer applies; the rest holds", async () => {
  const context = await world.context();
  const without = context.shipped.map((object) => {
    if (object.name !== "account") return object;
    const { year_founded: _gone, ...fields } = object.fields;
    return { ...object, fields };
  });
  const changes = [
    { object: "account", field: "year_founded", changes: { label: { en: "Born" } } },
    { object: "account", field: "type", changes: { options: { changed: { nothing: { hidden: true } } } } },
    {
      object: "account",
      field: null,
      changes: { label: { en: "Client" }, list: { columns: ["name", "year_founded"] } },
    },
    { object: "nowhere", field: null, changes: { label: { en: "X" } } },
    { object: "account", field: "industry", changes: { width: "full", create_form: false } },
  ] as const;
  const catalog = buildCatalog(1, without, { objects: [], fields: [], changes });
  expect(catalog.object("account")).toMatchObject({ label: { en: "Client" }, list: { columns: ["name"] } });
  expect(catalog.object("account")?.byName["industry"]).toMatchObject({ width: "full", create_form: false });
  expect(outdatedOf(without, () => false, changes)).toEqual([
    { object: "account", field: "year_founded" },
    { object: "account", field: "type", property: "options.nothing" },
    { object: "account", field: null, property: "list.columns.year_founded" },
    { object: "nowhere", field: null },
  ]);
  await world.database.db.query({
    text: `insert into w_main.o_definition_change (id, version, object, field, changes, valid_from, recorded, created_at) values (gen_random_uuid(), 1, 'account', 'lost_in_upgrade', '{"label": {"en": "L"}}', now(), 0, now())`,
  });
  await world.database.db.query({ text: "update w_main.versions set definitions = definitions + 1" });
  expect((await world.admin.get("/definitions/problems")).json.data).toMatchObject([
    { code: "outdated", object: "account", field: "lost_in_upgrade" },
  ]);
});

test("what is made without a name is called after its label, in pinyin where there is no English one", async () => {
  const { admin } = world;
  const made = await admin.post("/objects", { label: { "zh-CN": "样机", en: "Sample unit" } });
  expect([made.status, made.json.data.name]).toEqual([201, "sample_unit_c"]);
  const add = () =>
    admin.post("/objects/sample_unit_c/fields", { kind: "text", label: { "zh-CN": "押金", en: "押金" } });
  expect((await add()).status).toBe(201);
  const { json } = await add();
  const names = json.data.fields.map((one: Field) => one.name);
  expect(names).toEqual(expect.arrayContaining(["ya_jin_c", "ya_jin_2_c"]));
});
