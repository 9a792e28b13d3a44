import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());
const both = (text: string) => ({ "zh-CN": text, en: text });

test("a deleted object is hidden with its records everywhere, and comes back with them; its name is not used again", async () => {
  const { admin } = world;
  expect(
    (
      await admin.post("/objects", {
        name: "machine",
        label: both("Machine"),
        stages: true,
        fields: { account: { kind: "link", targets: ["account"], label: both("Account") } },
      })
    ).status,
  ).toBe(201);
  const stages = [
    { name: "new", label: both("New"), type: "open", order: 1 },
    { name: "sold", label: both("Sold"), type: "won", order: 2 },
  ];
  const pipeline = (
    await admin.post("/pipelines", {
      object: "machine_c",
      name: "machines",
      label: both("Machines"),
      default: true,
      stages,
    })
  ).json.data.id;
  expect((await admin.post(`/pipelines/${pipeline}/publish`)).status).toBe(200);
  const account = await admin.make("account", { name: "Owner of machines" });
  const machine = await admin.make("machine_c", { name: "Lathe seven", account_c: account.id });
  const gone = await admin.make("machine_c", { name: "Lathe eight" });
  await admin.delete(`/records/machine_c/${gone.id}`);
  await admin.make("activity", {
    type: "call",
    subject: "About the lathe",
    regarding: { object: "machine_c", id: machine.id },
  });
  await admin.make("task", { subject: "Oil the lathe", regarding: { object: "machine_c", id: machine.id } });
  await admin.make("view", { name: "Machines", object: "machine_c", filter: 'name == "Lathe seven"' });

  expect((await admin.get("/objects/machine_c/uses")).json.data).toMatchObject({
    records: 1,
    in_bin: 1,
    in_the_way: [],
  });
  expect((await admin.delete("/objects/machine_c")).status).toBe(204);
  expect((await admin.get("/objects/machine_c")).status).toBe(404);
  expect((await admin.get(`/records/machine_c/${machine.id}`)).status).toBe(404);
  for (const path of [
    "/search?q=lathe",
    "/records/activity?expand=regarding",
    "/records/task?expand=regarding",
    "/changes",
    `/records/account/${account.id}/timeline`,
    "/records/view",
    "/pipelines",
    "/objects",
    "/records/activity?sort=-created_at&count=exact",
    "/me",
  ])
    expect((await admin.get(path)).status, path).toBe(200);
  expect((await admin.get("/search?q=lathe")).text).not.toContain("Lathe seven");
  expect((await admin.post("/objects", { name: "machine", label: both("Machine") })).status).toBe(409);
  expect((await admin.get("/objects?deleted=true")).json.data).toMatchObject([
    { name: "machine_c", label: both("Machine") },
  ]);

  expect((await admin.post("/objects/machine_c/restore")).status).toBe(200);
  expect((await admin.get(`/records/machine_c/${machine.id}`)).json.data).toMatchObject({
    name: "Lathe seven",
    stage: "new",
    account_c: account.id,
  });
  expect((await admin.post(`/records/machine_c/${gone.id}/restore`)).status).toBe(200);
  expect((await admin.get("/search?q=lathe")).text).toContain("Lathe seven");
  expect((await admin.post("/objects/machine_c/restore")).status).toBe(404);
});

test("what other definitions refer to is not deleted; the list says who does", async () => {
  const { admin } = world;
  expect((await admin.post("/objects", { name: "plant", label: both("Plant") })).status).toBe(201);
  expect(
    (
      await admin.post("/objects", {
        name: "shift",
        label: both("Shift"),
        fields: {
          plant: { kind: "link", targets: ["plant_c"], label: both("Plant") },
          hours: { kind: "decimal", label: both("Hours") },
        },
      })
    ).status,
  ).toBe(201);
  expect(
    (
      await admin.post("/objects/plant_c/fields", {
        name: "hours",
        kind: "rollup",
        object: "shift_c",
        via: "plant_c",
        fn: "sum",
        field: "hours_c",
        label: both("Hours"),
      })
    ).status,
  ).toBe(201);
  for (const [object, by] of [
    ["plant_c", "Shift · Plant"],
    ["shift_c", "Plant · Hours"],
  ] as const) {
    const refused = await admin.delete(`/objects/${object}`);
    expect([refused.status, refused.json.code], refused.text).toEqual([409, "in_use"]);
    expect(refused.json.errors[0].message).toContain(by);
  }
  expect((await admin.get("/objects/plant_c/uses")).json.data.in_the_way).toHaveLength(1);
  expect((await admin.delete("/objects/plant_c/fields/hours_c")).status).toBe(204);
  expect((await admin.delete("/objects/shift_c")).status).toBe(204);
  expect((await admin.delete("/objects/plant_c")).status).toBe(204);
  // What it refers to must be there again before it comes back.
  expect((await admin.post("/objects/shift_c/restore")).status).toBe(422);
  expect((await admin.post("/objects/plant_c/restore")).status).toBe(200);
  expect((await admin.post("/objects/shift_c/restore")).status).toBe(200);
  expect((await admin.delete("/objects/account")).status).toBe(422);
});

test("a field that views, gates or sharing rules name is not deleted; the list says which", async () => {
  const { admin } = world;
  for (const name of ["alpha", "beta"])
    expect(
      (await admin.post("/objects/opportunity/fields", { name, kind: "decimal", label: both(name) })).status,
    ).toBe(201);
  await admin.make("view", { name: "By alpha", object: "opportunity", filter: "alpha_c > 1" });
  const stages = [
    { name: "a", label: both("A"), type: "open", order: 1, exit: [{ kind: "fields", fields: ["beta_c"] }] },
    { name: "won", label: both("Won"), type: "won", order: 2 },
  ];
  await admin.post("/pipelines", { object: "opportunity", name: "named", label: both("Named"), stages });
  for (const [field, by] of [
    ["alpha_c", "By alpha"],
    ["beta_c", "Named"],
  ] as const) {
    const refused = await admin.delete(`/objects/opportunity/fields/${field}`);
    expect([refused.status, refused.json.code], refused.text).toEqual([409, "in_use"]);
    expect(refused.json.errors.map((one: { message: string }) => one.message).join()).toContain(by);
  }
});
