import { afterAll, beforeAll, expect, it } from "vitest";
import { type Client, testApp, type TestApp } from "../../testing/app.ts";
import { save } from "./save.ts";

let app: TestApp;
let admin: Client;
const label = (text: string) => ({ "zh-CN": text, en: text });
const year = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date()).slice(0, 4);

beforeAll(async () => {
  app = await testApp();
  ({ admin } = app);
  expect((await admin.post("/objects", { name: "bill", label: label("Bill") })).status).toBe(201);
  const field = (more: object) =>
    admin.post("/objects/bill_c/fields", { kind: "auto_number", label: label("Number"), ...more });
  for (const more of [
    { name: "serial", format: "F{YYYY}-{DEPT}-{000}", period: "year", by_department: true, gapless: true },
    { name: "loose", format: "L{0000}" },
  ])
    expect((await field(more)).status).toBe(201);
});
afterAll(() => app.close());

it("a format that would give one number twice or none is refused in words", async () => {
  for (const more of [
    { format: "Q-{YYYY}" },
    { format: "Q-{0}{000}" },
    { format: "Q-{MONTH}{000}" },
    { format: "Q-{000" },
    { format: "Q-{MM}{000}", period: "month" },
    { format: "Q-{YY}{000}", period: "day" },
    { format: "Q-{000}", by_department: true },
    { format: "{0000}".padEnd(70, "x") },
  ]) {
    const answer = await admin.post("/objects/account/fields", {
      name: "wrong",
      kind: "auto_number",
      label: label("Wrong"),
      ...more,
    });
    const code = "period" in more || "by_department" in more ? "bad_number_format" : "bad_property";
    expect([answer.status, answer.json.errors?.[0]?.code], JSON.stringify(more)).toEqual([422, code]);
  }
});

it("numbers are counted by department and period, without gaps whoever races and whatever is rolled back", async () => {
  const [east, west] = [
    await admin.make("department", { name: "East", code: "E" }),
    await admin.make("department", { name: "West" }),
  ];
  const make = (department: string, more: object = {}) =>
    admin.post("/records/bill_c", { name: "B", department, ...more });
  const refused = { op: "create", object: "bill_c", values: { name: "no", department: east.id } };
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      at % 3 === 2
        ? admin.post("/batch", { operations: [refused, { op: "create", object: "account", values: {} }] })
        : make(at % 3 === 0 ? east.id : west.id),
    ),
  );
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(4);
  const numbers = answers.flatMap(({ json }) => (json.data?.serial_c ? [json.data.serial_c] : [])).toSorted();
  expect(numbers).toEqual(
    ["00", "E"].flatMap((code) => [1, 2, 3, 4].map((at) => `F${year}-${code}-00${at}`)),
  );
  const { results } = await save(await app.context(), {
    road: "import",
    mode: "each",
    operations: [
      { values: { name: "ok", loose_c: null } },
      { values: { name: "no", loose_c: ["x"] } },
      { values: { name: "ok too", loose_c: null } },
    ].map(({ values }) => ({
      op: "create" as const,
      object: "bill_c",
      values: { ...values, department: east.id },
    })),
  });
  expect(results.map((one) => (one.ok ? one.record["serial_c"] : null))).toEqual([
    `F${year}-E-005`,
    null,
    `F${year}-E-006`,
  ]);
  expect((await make(east.id, { serial_c: `F${year}-E-050` })).json.errors[0].code).toBe("number_given");
});

it("where gaps are allowed a number may be given: once, and counting goes on after it", async () => {
  const make = async (more: object = {}) => {
    const answer = await admin.post("/records/bill_c", { name: "B", ...more });
    return answer.status === 201 ? answer.json.data.loose_c : answer.json.errors[0].code;
  };
  const first = await make();
  expect(first).toMatch(/^L00\d\d$/);
  expect(await make({ loose_c: "L0100" })).toBe("L0100");
  expect(await make({ loose_c: "L0100" })).toBe("number_taken");
  expect(await make({ loose_c: "old 7" })).toBe("old 7");
  expect(await make()).toBe("L0101");
});
