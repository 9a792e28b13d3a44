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

test("a package takes objects, fields, options, layer, pipelines, questionnaires and views to another installation; a second time changes nothing", async () => {
  const { admin } = here;
  const fields = {
    size: { kind: "select", label: both("Size"), options: [{ name: "s", label: both("Small") }] },
    account: { kind: "link", targets: ["account"], label: both("Account") },
  };
  expect((await admin.post("/objects", { name: "rig", label: both("Rig"), stages: true, fields })).status).toBe(201);
  expect(
    (await admin.post("/objects/rig_c/fields", { name: "big", kind: "formula", returns: "boolean", expression: 'Size != "Small"', label: both("Big") })).status,
  ).toBe(201);
  expect(
    (await admin.post("/objects/account/fields", { name: "rigs", kind: "rollup", object: "rig_c", via: "account_c", fn: "count", label: both("Rigs") })).status,
  ).toBe(201);
  expect((await admin.patch("/objects/opportunity/fields/next_step", { label: { en: "Next move" } })).status).toBe(200);
  const type = (await admin.get("/objects/account")).json.data.fields.find((one: { name: string }) => one.name === "type");
  expect((await admin.patch("/objects/account/fields/type", { options: [...type.options, { name: "school", label: both("School") }] })).status).toBe(200);
  await admin.make("form", { name: "survey", label: both("Survey"), questions: [{ id: "q", kind: "text", label: both("Why?"), required: true }] });
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
  const pipeline = (await admin.post("/pipelines", { object: "rig_c", name: "rigs", label: both("Rigs"), default: true, stages })).json.data.id;
  expect((await admin.post(`/pipelines/${pipeline}/publish`)).status).toBe(200);
  await admin.make("view", { name: "Small rigs", object: "rig_c", filter: 'Size == "Small"', visibility: "everyone" });
  await admin.make("view", { name: "Mine alone", object: "rig_c", filter: "", visibility: "private" });

  const file = (await admin.get("/definitions/package")).json;
  const put = async (body: object) => there.admin.post("/definitions/package", body);
  const tried = await put({ package: file, dry_run: true });
  expect([tried.status, tried.json.data?.dry_run, tried.json.data?.refused], tried.text).toEqual([200, true, 0]);
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
  const rig = await there.admin.make("rig_c", { name: "One", size_c: "s" });
  expect(rig).toMatchObject({ stage: "plan", big_c: false });
  expect((await there.admin.patch(`/records/rig_c/${rig.id}`, { stage: "won" })).json.code).toBe("gate_shut");
  const answer = { ...(await there.admin.get("/definitions/package")).json, made_at: file.made_at, company: file.company };
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
          { name: "evil_c", definition: { label: both("E"), plural: both("E"), title: "name", sharing: "bogus", list: { columns: ["name"], sort: "name" } } },
        ],
      },
    ],
    [
      "package.fields.0.definition.kind",
      { sluice_package: 1, fields: [{ object: "account", name: "evil_c", definition: { kind: "bogus", label: both("E") } }] },
    ],
    ["package.fields.0.name", { sluice_package: 1, fields: [{ object: "account", name: "name", definition: { kind: "text", label: both("E") } }] }],
    ["hidden", { sluice_package: 1, changes: [{ object: "opportunity", field: "name", changes: { hidden: true } }] }],
    ["package.changes.0.sharing", { sluice_package: 1, changes: [{ object: "account", field: null, changes: { sharing: "everyone" } }] }],
  ];
  for (const [field, given] of bad) {
    const refused = await there.admin.post("/definitions/package", { package: given });
    expect([refused.status, refused.json.errors?.[0]?.field], refused.text).toEqual([422, field]);
  }
  const after = (await there.admin.get("/definitions/package")).json;
  expect({ ...after, made_at: "" }).toEqual({ ...before, made_at: "" });
});
