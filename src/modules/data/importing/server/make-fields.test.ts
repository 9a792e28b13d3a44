import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../../testing/app.ts";
import { importer, type Importer } from "../../../../testing/importer.ts";

let app: TestApp;
let files: Importer;
beforeAll(async () => {
  app = await testApp();
  files = importer(app);
});
afterAll(() => app.close());

const CSV = [
  "客户名称,中标级别,合同金额（万元）,是否重点,建档日",
  "甲水务,A级,12.5,是,2027-03-04",
  '乙水务,B级,"1,200",否,2027-03-05',
  "丙水务,A级,8,是,2027-03-06",
  "丁水务,ｂ级,8,是,2027-03-06",
].join("\n");
const make = (columns: object[], client = app.admin) =>
  client.post("/imports/fields", { object: "account", columns });
const fieldsOf = async () => (await app.admin.get("/objects/account")).json.data.fields;

test("columns without a field come with what they would be; made in one go, the import fills them", async () => {
  const { columns } = await files.inspect(CSV, "account");
  const asked = columns.filter((one: { new_field?: object }) => one.new_field);
  const wanted = Object.fromEntries(
    asked.map((one: { name: string; new_field: { kind: string } }) => [one.name, one.new_field.kind]),
  );
  expect(wanted).toMatchObject({ 中标级别: "select", 是否重点: "boolean", "合同金额（万元）": "money" });
  const made = await make(
    asked.map((one: { name: string; new_field: object }) => ({ column: one.name, ...one.new_field })),
  );
  expect([made.status, made.text]).toEqual([200, expect.anything()]);
  const field = Object.fromEntries(
    made.json.data.map((one: { column: string; field: string }) => [one.column, one.field]),
  );
  expect(field["中标级别"]).toBe("zhong_biao_ji_bie_c");
  const level = (await fieldsOf()).find((one: { name: string }) => one.name === field["中标级别"]);
  // ｂ级 and B级 are one option; neighbours have different colours.
  expect(level.options).toHaveLength(2);
  expect(new Set(level.options.map((one: { color: string }) => one.color)).size).toBe(2);
  const done = await files.imported(CSV, {
    object: "account",
    mapping: { 客户名称: "name", ...field },
  });
  expect(done).toMatchObject({ created: 4, failed: 0, questions: [] });
  const filter = encodeURIComponent('name == "乙水务"');
  const [one] = (await app.admin.get(`/records/account?filter=${filter}`)).json.data;
  expect(one[field["合同金额（万元）"]]).toMatchObject({ amount: expect.stringMatching(/^12000000/) });
  expect(one[field["是否重点"]]).toBe(false);
});

test("equal names get numbers, also those that were deleted", async () => {
  const twice = await make([
    { column: "a", label: "装机 容量", kind: "integer" },
    { column: "b", label: "装机-容量", kind: "integer" },
  ]);
  expect(twice.json.data.map((one: { field: string }) => one.field)).toEqual([
    "zhuang_ji_rong_liang_c",
    "zhuang_ji_rong_liang_2_c",
  ]);
  await app.admin.delete("/objects/account/fields/zhuang_ji_rong_liang_c");
  const again = await make([{ column: "a", label: "装机容量", kind: "integer" }]);
  expect(again.json.data).toEqual([{ column: "a", field: "zhuang_ji_rong_liang_3_c" }]);
});

test("one that cannot be made stops all of them, and says which", async () => {
  const before = (await fieldsOf()).length;
  const wrong = await make([
    { column: "good", label: "可行", kind: "text" },
    { column: "bad", label: "没有选项", kind: "select", options: [" "] },
  ]);
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain("fields.1");
  expect(await fieldsOf()).toHaveLength(before);
});

test("only who may manage objects makes fields", async () => {
  const seller = await app.person({ name: "Seller", role: "seller" });
  expect((await make([{ column: "a", label: "不许", kind: "text" }], seller)).status).toBe(403);
});
