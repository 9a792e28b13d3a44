import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";

let here: TestApp;
let there: TestApp;
beforeAll(async () => {
  [here, there] = [await testApp(), await testApp()];
});
afterAll(async () => {
  await here.close();
  await there.close();
});
const both = (text: string) => ({ "zh-CN": text, en: text });

const PLACES = [
  ["rig_c/fields/size_c", { width: "full", create_form: false }],
  ["account/fields/rigs_c", { width: "full" }],
  ["account/fields/industry", { width: "full", create_form: false }],
  ["account/fields/owner", { width: "full", create_form: true }],
] as const;

test("a package takes objects, fields, options, layer, pipelines, questionnaires and views to another installation; a second time changes nothing", async () => {
  const { admin } = here;
  const fields = {
    size: { kind: "select", label: both("Size"), options: [{ name: "s", label: both("Small") }] },
    account: { kind: "link", targets: ["account"], label: both("Account") },
  };
  expect(
    (await admin.post("/objects", { name: "rig", label: both("Rig"), stages: true, fields })).status,
  ).toBe(201);
  expect(
    (
      await admin.post("/objects/rig_c/fields", {
        name: "big",
        kind: "formula",
        returns: "boolean",
        expression: 'Size != "Small"',
        label: both("Big"),
      })
    ).status,
  ).toBe(201);
  expect(
    (
      await admin.post("/objects/account/fields", {
        name: "rigs",
        kind: "rollup",
        object: "rig_c",
        via: "account_c",
        fn: "count",
        label: both("Rigs"),
      })
    ).status,
  ).toBe(201);
  expect(
    (await admin.patch("/objects/opportunity/fields/next_step", { label: { en: "Next move" } })).status,
  ).toBe(200);
  // Where fields stand in the form goes along: of one’s own, of shipped ones, of what every record has.
  for (const [path, place] of PLACES)
    expect((await admin.patch(`/objects/${path}`, place)).status, path).toBe(200);
  const type = (await admin.get("/objects/account")).json.data.fields.find(
    (one: { name: string }) => one.name === "type",
  );
  expect(
    (
      await admin.patch("/objects/account/fields/type", {
        options: [...type.options, { name: "school", label: both("School") }],
      })
    ).status,
  ).toBe(200);
  await admin.make("form", {
    name: "survey",
    label: both("Survey"),
    questions: [{ id: "q", kind: "text", label: both("Why?"), required: true }],
  });
  const stages = [
    {
      name: "plan",
      label: both("Plan"),
      type: "open",
      order: 1,
      exit: [
        { kind: "form", form: "survey" },
        { kind: "condition", expression: 'Size == "Small"' },
      ],
    },
    { name: "won", label: both("Won"), type: "won", order: 2 },
  ];
  const pipeline = (
    await admin.post("/pipelines", {
      object: "rig_c",
      name: "rigs",
      label: both("Rigs"),
      default: true,
      stages,
    })
  ).json.data.id;
  expect((await admin.post(`/pipelines/${pipeline}/publish`)).status).toBe(200);
  await admin.make("view", {
    name: "Small rigs",
    object: "rig_c",
    filter: 'Size == "Small"',
    visibility: "everyone",
  });
  await admin.make("view", { name: "Mine alone", object: "rig_c", filter: "", visibility: "private" });

  const file = (await admin.get("/definitions/package")).json;
  const put = async (body: object) => there.admin.post("/definitions/package", body);
  const tried = await put({ package: file, dry_run: true });
  expect([tried.status, tried.json.data?.dry_run, tried.json.data?.refused], tried.text).toEqual([
    200,
    true,
    0,
  ]);
  const planned = tried.json.data.lines
    .filter((line: { difference: string }) => line.difference !== "same")
    .map((line: { part: string; name: string }) => `${line.part} ${line.name}`);
  for (const line of [
    "objects rig_c",
    "fields rig_c.size_c",
    "fields account.rigs_c",
    "changes opportunity.next_step",
    "changes account.type",
    "forms survey",
    "pipelines rig_c · rigs",
    "views Small rigs",
  ])
    expect(planned).toContain(line);
  expect(planned).not.toContain("views Mine alone");
  expect((await there.admin.get("/objects/rig_c")).status).toBe(404);

  const done = await put({ package: file });
  expect([done.status, done.json.data?.refused], done.text).toEqual([200, 0]);
  const again = await put({ package: file });
  expect(
    again.json.data.lines.filter((line: { difference: string }) => line.difference !== "same"),
    again.text,
  ).toEqual([]);
  for (const [path, place] of PLACES) {
    const [object = "", , name] = path.split("/");
    const fields_ = (await there.admin.get(`/objects/${object}`)).json.data.fields;
    expect(fields_.find((one: { name: string }) => one.name === name)).toMatchObject(place);
  }
  const rig = await there.admin.make("rig_c", { name: "One", size_c: "s" });
  expect(rig).toMatchObject({ stage: "plan", big_c: false });
  expect((await there.admin.patch(`/records/rig_c/${rig.id}`, { stage: "won" })).json.code).toBe("gate_shut");
  const answer = {
    ...(await there.admin.get("/definitions/package")).json,
    made_at: file.made_at,
    company: file.company,
  };
  expect(answer.fields.length).toBe(file.fields.length);
});

test("a package that is not as required changes nothing and says where", async () => {
  const before = (await there.admin.get("/definitions/package")).json;
  const bad: readonly [string, object][] = [
    ["package", { sluice_package: 9 }],
    ["package.extra", { sluice_package: 1, extra: [] }],
    ["package.objects.0", { sluice_package: 1, objects: [{ name: "evil", definition: {} }] }],
    [
      "package.objects.0.sharing",
      {
        sluice_package: 1,
        objects: [
          {
            name: "evil_c",
            definition: {
              label: both("E"),
              plural: both("E"),
              title: "name",
              sharing: "bogus",
              list: { columns: ["name"], sort: "name" },
            },
          },
        ],
      },
    ],
    [
      "package.fields.0.definition.kind",
      {
        sluice_package: 1,
        fields: [{ object: "account", name: "evil_c", definition: { kind: "bogus", label: both("E") } }],
      },
    ],
    [
      "package.fields.0.name",
      {
        sluice_package: 1,
        fields: [{ object: "account", name: "name", definition: { kind: "text", label: both("E") } }],
      },
    ],
    [
      "hidden",
      { sluice_package: 1, changes: [{ object: "opportunity", field: "name", changes: { hidden: true } }] },
    ],
    [
      "package.changes.0.sharing",
      { sluice_package: 1, changes: [{ object: "account", field: null, changes: { sharing: "everyone" } }] },
    ],
  ];
  for (const [field, given] of bad) {
    const refused = await there.admin.post("/definitions/package", { package: given });
    expect([refused.status, refused.json.errors?.[0]?.field], refused.text).toEqual([422, field]);
  }
  const after = (await there.admin.get("/definitions/package")).json;
  expect({ ...after, made_at: "" }).toEqual({ ...before, made_at: "" });
});

test("roles, sharing rules and the departments of pipelines travel by name; who is missing is told, and a second time changes nothing", async () => {
  const { admin } = here;
  const rights = {
    objects: { account: { create: true, read: "own", update: "own", delete: "none" } },
    fields: {},
    abilities: [],
  };
  await admin.make("role", { name: "presales_x", label: both("Presales"), rights });
  const [root] = (await admin.get("/records/department?sort=created_at&limit=1")).json.data;
  const east = await admin.make("department", { name: "East", parent: root.id });
  const west = await admin.make("department", { name: "West", parent: root.id });
  const [role] = (await admin.get(`/records/role?filter=${encodeURIComponent('name == "presales_x"')}`)).json
    .data;
  const rule = { object: "account", criteria: 'industry != "other"', level: "read" };
  await admin.make("sharing_rule", { ...rule, name: "To presales", to: { object: "role", id: role.id } });
  await admin.make("sharing_rule", {
    ...rule,
    name: "To the east",
    to: { object: "department", id: east.id },
  });
  await admin.make("sharing_rule", {
    ...rule,
    name: "To the west",
    to: { object: "department", id: west.id },
  });
  const stages = [
    { name: "plan", label: both("Plan"), type: "open", order: 1 },
    { name: "won", label: both("Won"), type: "won", order: 2 },
  ];
  for (const [name, department] of [
    ["east_deals", east.id],
    ["west_deals", west.id],
  ]) {
    const made = await admin.post("/pipelines", {
      object: "opportunity",
      name,
      label: both(String(name)),
      default: true,
      default_for: department,
      stages,
    });
    expect((await admin.post(`/pipelines/${made.json.data.id}/publish`)).status, made.text).toBe(200);
  }
  const file = (await admin.get("/definitions/package")).json;
  expect(file.roles.map((one: { name: string }) => one.name)).not.toContain("administrator");
  expect(JSON.stringify([file.roles, file.sharing_rules, file.pipelines])).not.toMatch(
    new RegExp(`${role.id}|${east.id}`),
  );

  // There the east is called the same, below the same top; there is no west.
  const [top] = (await there.admin.get("/records/department?sort=created_at&limit=1")).json.data;
  const mine = await there.admin.make("department", { name: "East", parent: top.id });
  expect(top.name).toBe(root.name);
  const put = async (dry_run: boolean) => {
    const answer = await there.admin.post("/definitions/package", { package: file, dry_run });
    expect(answer.status, answer.text).toBe(200);
    type Line = { part: string; name: string; difference: string; reasons?: { message: string }[] };
    return (answer.json.data.lines as Line[]).filter(
      (line) =>
        ["roles", "sharing_rules", "pipelines"].includes(line.part) &&
        (line.difference !== "same" || line.reasons),
    );
  };
  const told = (lines: Awaited<ReturnType<typeof put>>) =>
    lines.map(({ name, difference, reasons }) => [
      name,
      difference,
      ...(reasons ?? []).map((one) => one.message),
    ]);
  const absent = `There is no department called “${root.name} / West” here`;
  const tried = told(await put(true));
  for (const line of [
    ["presales_x", "new"],
    ["To presales", "new"],
    ["To the east", "new"],
    ["To the west", "refused", absent],
    ["opportunity · east_deals", "new"],
    ["opportunity · west_deals", "new", absent],
  ])
    expect(tried).toContainEqual(line);
  expect(
    (await there.admin.get(`/records/role?filter=${encodeURIComponent('name == "presales_x"')}`)).json.data,
  ).toEqual([]);
  await put(false);
  const pipelines = (await there.admin.get("/pipelines?object=opportunity")).json.data;
  const named = (name: string) => pipelines.find((one: { name: string }) => one.name === name);
  expect([named("east_deals").default, named("east_deals").default_for, named("west_deals").default]).toEqual(
    [true, mine.id, false],
  );
  const rules = (await there.admin.get("/records/sharing_rule?sort=name")).json.data;
  expect(
    rules.map((one: { name: string; to: { object: string; id: string } }) => [one.name, one.to.object]),
  ).toEqual([
    ["To presales", "role"],
    ["To the east", "department"],
  ]);
  expect(told(await put(false))).toEqual([
    ["To the west", "refused", absent],
    ["opportunity · west_deals", "same", absent],
  ]);

  // Once the department is there, the package brings what was missing.
  const late = await there.admin.make("department", { name: "West", parent: top.id });
  await put(false);
  const [ruleOfWest] = (
    await there.admin.get(`/records/sharing_rule?filter=${encodeURIComponent('name == "To the west"')}`)
  ).json.data;
  expect(ruleOfWest?.to).toMatchObject({ object: "department", id: late.id });
  const dealsOfWest = (await there.admin.get("/pipelines?object=opportunity")).json.data.find(
    (one: { name: string }) => one.name === "west_deals",
  );
  expect([dealsOfWest.default, dealsOfWest.default_for]).toEqual([true, late.id]);
  expect(told(await put(false))).toEqual([]);
});

test("whoever brings a package gives nobody rights by it that they could not give by hand", async () => {
  const role = await there.admin.make("role", {
    name: "definer",
    label: both("Definer"),
    rights: { objects: {}, fields: {}, abilities: ["objects.manage"] },
  });
  expect(role.id).toBeTruthy();
  const definer = await there.person({ name: "Definer", role: "definer" });
  const evil = {
    name: "boss_x",
    label: both("Boss"),
    rights: {
      objects: { "*": { create: true, read: "all", update: "all", delete: "all" } },
      fields: {},
      abilities: ["*"],
    },
  };
  const answer = await definer.post("/definitions/package", {
    package: { sluice_package: 1, roles: [evil] },
  });
  expect([answer.status, answer.json.data?.lines?.[0]?.difference], answer.text).toEqual([200, "refused"]);
  expect((await definer.get("/definitions/package")).json.roles).toEqual([]);
});
