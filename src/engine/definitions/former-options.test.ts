import { afterAll, beforeAll, expect, test } from "vitest";
import { save } from "../record/save.ts";
import { testApp, type TestApp } from "../../testing/app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());
const both = (text: string) => ({ "zh-CN": text, en: text });
const option = (name: string) => ({ name, label: both(name.toUpperCase()) });

test("options that went: records in the bin and past versions come back with what took their place, racing writers are swept", async () => {
  const { admin } = world;
  for (const [name, kind] of [
    ["tier", "select"],
    ["kinds", "multiselect"],
  ]) {
    const made = await admin.post("/objects/account/fields", {
      name,
      kind,
      label: both(String(name)),
      options: [option("a"), option("b"), option("c")],
    });
    expect(made.status, made.text).toBe(201);
  }
  const binned = await admin.make("account", { name: "Binned", tier_c: "a", kinds_c: ["a", "c"] });
  expect((await admin.delete(`/records/account/${binned.id}`)).status).toBe(204);
  const lived = await admin.make("account", { name: "Lived", tier_c: "a", kinds_c: ["a"] });
  const then = (await admin.get(`/records/account/${lived.id}`)).json.data.created_at;
  await admin.patch(`/records/account/${lived.id}`, { tier_c: "c", kinds_c: ["c"] });
  // Somebody who still knows the old options, and writes one after the records were mapped.
  const late = await admin.make("account", { name: "Late" });
  const before = await world.context();
  const mapping = { options: [option("b"), option("c")], map: { a: "b" } };
  expect((await admin.patch("/objects/account/fields/tier_c", mapping)).status).toBe(200);
  const multi = await admin.patch("/objects/account/fields/kinds_c", {
    options: [option("b"), option("c")],
    map: { a: null },
  });
  expect(multi.status, multi.text).toBe(200);
  const raced = await save(before, {
    road: "api",
    mode: "all",
    operations: [{ op: "update", object: "account", id: late.id, values: { tier_c: "a" } }],
  });
  expect(raced.saved).toBe(true);
  const { sweepOptions } = await import("./sweep-options.job.ts");
  await sweepOptions(await world.context(), { object: "account", field: "tier_c" });
  expect((await admin.get(`/records/account/${late.id}`)).json.data.tier_c).toBe("b");

  const restored = await admin.post(`/records/account/${binned.id}/restore`);
  expect([restored.status, restored.json.data?.tier_c, restored.json.data?.kinds_c], restored.text).toEqual([
    200,
    "b",
    ["c"],
  ]);
  // The past says what it said, under the label that it had; restored, it is what took its place.
  const past = (await admin.get(`/records/account/${lived.id}?as_of=${encodeURIComponent(then)}`)).json.data;
  expect([past.tier_c, past.kinds_c]).toEqual(["a", ["a"]]);
  const field = (await admin.get("/objects/account")).json.data.fields.find(
    (one: { name: string }) => one.name === "tier_c",
  );
  expect(field.former).toEqual([{ name: "a", label: both("A"), to: "b" }]);
  const back = await admin.post(`/records/account/${lived.id}/versions/restore`, {
    from: then,
    fields: ["tier_c", "kinds_c"],
  });
  expect([back.status, back.json.data?.tier_c, back.json.data?.kinds_c], back.text).toEqual([200, "b", null]);
  // One that goes later takes along what had been mapped to it.
  const [again] = [
    await admin.patch("/objects/account/fields/tier_c", { options: [option("c")], map: { b: "c" } }),
  ];
  expect(again.json.data.fields.find((one: { name: string }) => one.name === "tier_c").former).toEqual([
    { name: "a", label: both("A"), to: "c" },
    { name: "b", label: both("B"), to: "c" },
  ]);
  // Kept by the program alone: neither given nor taken along.
  expect((await admin.patch("/objects/account/fields/tier_c", { former: [] })).json.errors[0].code).toBe(
    "unknown_property",
  );
  const packed = (await admin.get("/definitions/package")).json;
  expect(JSON.stringify(packed.fields)).not.toContain("former");
  const twice = await admin.post("/definitions/package", { package: packed, dry_run: true });
  expect([twice.status, twice.json.data?.differing], twice.text).toEqual([200, 0]);
});
