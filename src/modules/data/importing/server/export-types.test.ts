import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
  admin = app.admin;
});
afterAll(() => app.close());

const BOUNDARY = "sluice-export-boundary";
async function exported(body: object): Promise<Buffer> {
  const answer = await app.app.inject({
    method: "POST",
    url: "/api/v1/exports",
    headers: { ...admin.headers, host: "localhost", origin: "http://localhost" },
    payload: { format: "xlsx", ...body },
  });
  if (answer.statusCode !== 200) throw new Error(answer.payload);
  return answer.rawPayload;
}
async function imported(content: Buffer, object: string) {
  const part = (head: string): string => `--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(part('name="file"; filename="back.xlsx"')),
    content,
    Buffer.from(`\r\n${part('name="options"')}${JSON.stringify({ object })}\r\n--${BOUNDARY}--\r\n`),
  ]);
  const started = await admin.post("/imports", body, {
    "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
  });
  await app.idle();
  return (await admin.get(`/imports/${started.json.id}`)).json.data;
}

test("a workbook holds numbers, percentages, days and moments that one can calculate with", async () => {
  await admin.make("opportunity", {
    name: "X-types",
    amount: "27000.00",
    probability: "12.5",
    close_date: "2025-01-26",
    external_id: "00123456789012345678",
  });
  const content = await exported({
    object: "opportunity",
    filter: 'name == "X-types"',
    fields: ["name", "amount", "probability", "close_date", "created_at", "external_id"],
  });
  const [sheet] = (await readXlsx(content)).sheets;
  const [titles = [], row = []] = sheet?.rows ?? [];
  const of = Object.fromEntries(titles.map((title, at) => [String(title), row[at]]));
  const [name, amount, , probability, day, moment, code] = row.slice(1);
  expect([name, amount, probability, code], JSON.stringify(of)).toEqual([
    "X-types",
    27000,
    0.125,
    "00123456789012345678",
  ]);
  expect([day, moment].every((value) => value instanceof Date)).toBe(true);
  expect((day as Date).toISOString().slice(0, 10)).toBe("2025-01-26");
});

test("and comes back without a difference, long numbers included", async () => {
  const label = (text: string) => ({ "zh-CN": text, en: text });
  const made = await admin.post("/objects", { name: "typed_c", label: label("T"), plural: label("Ts") });
  expect(made.status, made.text).toBeLessThan(300);
  const fields = [
    { name: "long_c", kind: "decimal", label: label("Long"), scale: 6 },
    { name: "short_c", kind: "decimal", label: label("Short"), scale: 6 },
    { name: "whole_c", kind: "integer", label: label("Whole") },
    { name: "rate_c", kind: "percent", label: label("Share"), scale: 4 },
    { name: "at_c", kind: "datetime", label: label("At") },
    { name: "old_c", kind: "date", label: label("Old") },
    { name: "sum_c", kind: "money", label: label("Sum") },
  ];
  for (const field of fields)
    expect((await admin.post("/objects/typed_c/fields", field)).status).toBeLessThan(300);
  const rows: Record<string, string | number>[] = [
    {
      long_c: "123456789012345678.123456",
      short_c: "-0.000001",
      whole_c: 9007199254740991,
      rate_c: "7.0001",
      at_c: "2025-03-01T01:02:03.456Z",
      old_c: "1850-01-01",
    },
    {
      long_c: "0.1",
      short_c: "33.333333",
      whole_c: -12,
      rate_c: "100",
      at_c: "2025-03-01T01:02:03.456789Z",
      old_c: "1900-02-28",
      sum_c: "99999999999999.99",
    },
    {
      long_c: "1",
      short_c: "0",
      whole_c: 0,
      rate_c: "0.07",
      at_c: "1999-12-31T16:00:00Z",
      old_c: "2024-02-29",
      sum_c: "0.01",
    },
  ];
  for (const [at, values] of rows.entries()) await admin.make("typed_c", { name: `N${at}`, ...values });
  const before = (await admin.get("/records/typed_c?sort=name")).json.data;
  expect(await imported(await exported({ object: "typed_c" }), "typed_c")).toMatchObject({
    rows: 3,
    skipped: 3,
    failed: 0,
  });
  const after = (await admin.get("/records/typed_c?sort=name")).json.data;
  expect(after).toEqual(before);
});
