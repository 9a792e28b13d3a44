import { afterAll, beforeAll, expect, it } from "vitest";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
let admin: Client;
const label = (text: string) => ({ "zh-CN": text, en: text });
beforeAll(async () => {
  app = await testApp();
  ({ admin } = app);
});
afterAll(() => app.close());

interface Row {
  order: number;
  kind: string;
  name: string;
  reads: string[];
  writes: string[];
}

it("tells everything that runs on an object, in the order in which it does", async () => {
  const { status, json, text } = await admin.get("/objects/opportunity/behaviour");
  expect(status, text).toBe(200);
  const rows: Row[] = json.data;
  expect(rows.map(({ order }) => order)).toEqual(rows.map((_, at) => at + 1));
  const named = (name: string) => rows.find((row) => row.name === name);
  expect(named("opportunity.name_from_account_and_product")).toMatchObject({
    kind: "derive",
    writes: ["name"],
    reads: expect.arrayContaining(["account", "product.name"]),
  });
  expect(named("rollup:account.open_amount")).toMatchObject({
    kind: "add",
    reads: expect.arrayContaining(["account", "amount"]),
    writes: ["account.open_amount"],
  });
  expect(named("notifications.people")).toMatchObject({ kind: "react" });
  expect(rows.findIndex(({ kind }) => kind === "derive")).toBeLessThan(
    rows.findIndex(({ kind }) => kind === "react"),
  );
  expect(json.conflicts).toEqual([]);
  const entries = (name: string): readonly string[] =>
    json.registries.find((one: { name: string }) => one.name === name)?.entries.map(nameOf) ?? [];
  const nameOf = (entry: { name: string }): string => entry.name;
  expect(entries("timeline")).toEqual(expect.arrayContaining(["task", "note", "approval_request"]));
  expect(entries("criteria")).toEqual(expect.arrayContaining(["fields", "dwell"]));
  expect(entries("jobs")).toEqual(expect.arrayContaining(["bulk", "stage_move"]));
  expect(entries("notices")).toEqual(expect.arrayContaining(["mention", "stalled"]));
  expect(entries("retention")).toEqual(expect.arrayContaining(["bin", "deleted_fields"]));
  expect(entries("consents")).toEqual(["stage_move"]);
  expect(entries("import_stages")).toEqual(["pipelines"]);
  expect(entries("metrics")).toEqual(expect.arrayContaining(["win_rate", "funnel"]));
  const without = (await admin.get("/objects/competitor/behaviour")).json.registries;
  expect(without.map(nameOf)).not.toContain("criteria");
  expect((await admin.get("/objects/nothing/behaviour")).status).toBe(404);
});

it("finds two that fill one field, and a condition that never holds", async () => {
  const field = (more: object) => admin.post("/objects/competitor/fields", { label: label("F"), ...more });
  expect((await field({ name: "note", kind: "text", required_if: "1 > 2" })).status).toBe(201);
  expect((await admin.get("/objects/competitor/behaviour")).json.conflicts).toEqual([
    { kind: "never", names: ["required_if:note_c"], field: "note_c" },
  ]);
});

it("is for those who may manage objects", async () => {
  const seller = await app.person({ name: "Seller", role: "seller" });
  expect((await seller.get("/objects/opportunity/behaviour")).status).toBe(403);
});
