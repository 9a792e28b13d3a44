import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { form, MULTIPART } from "../../../../testing/importer.ts";
import { tooLarge } from "./workbook-limits.ts";

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
  ({ admin } = app);
});
afterAll(() => app.close());

const named = (name: string) => `name == "${name}"`;
async function exported(body: object) {
  const answer = await app.app.inject({
    method: "POST",
    url: "/api/v1/exports",
    headers: { ...admin.headers, host: "localhost", origin: "http://localhost", "accept-language": "en" },
    payload: body,
  });
  return { status: answer.statusCode, raw: answer.rawPayload, text: answer.payload };
}
const refusal = (answer: { status: number; text: string }) => {
  const { code, detail } = JSON.parse(answer.text);
  return [answer.status, code, detail];
};

test("a text that is longer than a cell is refused with its record, and CSV holds it whole", async () => {
  const label = (text: string) => ({ "zh-CN": text, en: text });
  const made = await admin.post("/objects", { name: "essay", label: label("Essay") });
  expect(made.status, made.text).toBe(201);
  for (const [name, kind] of [
    ["body", "rich_text"],
    ["data", "json"],
  ])
    expect((await admin.post("/objects/essay_c/fields", { name, kind, label: label(name!) })).status).toBe(
      201,
    );
  await admin.make("essay_c", { name: "Short", body_c: "<p>x</p>" });
  await admin.make("essay_c", { name: "Fits", body_c: `<p>${"x".repeat(32_760)}</p>` });
  await admin.make("essay_c", { name: "Long", body_c: `<p>${"字".repeat(33_000)}</p>` });
  // Signs beyond U+FFFF take two places of a cell.
  await admin.make("essay_c", { name: "Wide", body_c: `<p>${"😀".repeat(17_000)}</p>` });
  await admin.make("essay_c", { name: "Data", data_c: { text: "y".repeat(40_000) } });
  const fields = ["name", "body_c"];
  const [status, code, detail] = refusal(
    await exported({ object: "essay_c", format: "xlsx", fields, filter: named("Long") }),
  );
  expect([status, code]).toEqual([422, "cell_too_long_for_workbook"]);
  expect(detail).toContain("“body” of “Long” has 33007 characters");
  expect(refusal(await exported({ object: "essay_c", format: "xlsx", fields })).slice(0, 2)).toEqual([
    422,
    "cell_too_long_for_workbook",
  ]);
  expect(
    refusal(await exported({ object: "essay_c", format: "xlsx", fields, filter: named("Wide") }))[1],
  ).toBe("cell_too_long_for_workbook");
  expect(
    refusal(
      await exported({
        object: "essay_c",
        format: "xlsx",
        fields: ["name", "data_c"],
        filter: named("Data"),
      }),
    )[1],
  ).toBe("cell_too_long_for_workbook");
  for (const name of ["Short", "Fits"])
    expect((await exported({ object: "essay_c", format: "xlsx", fields, filter: named(name) })).status).toBe(
      200,
    );
  expect(
    (await exported({ object: "essay_c", format: "xlsx", fields: ["name"], filter: named("Long") })).status,
  ).toBe(200);
  const whole = await exported({ object: "essay_c", format: "csv", fields, filter: named("Long") });
  expect(whole.text).toContain("字".repeat(33_000));
});

test("a history that is longer than a cell is refused, too, and a refused export counts for no limit", async () => {
  const label = { "zh-CN": "line", en: "line" };
  const field = await admin.post("/objects/essay_c/fields", {
    name: "line",
    kind: "text",
    max_length: 4000,
    label,
  });
  expect(field.status, field.text).toBe(201);
  const made = await admin.make("essay_c", { name: "Lived" });
  const used = async () => (await admin.get("/exports/allowance")).json.data.used;
  for (let at = 0; at < 12; at += 1)
    expect(
      (await admin.patch(`/records/essay_c/${made.id}`, { line_c: `${at}${"z".repeat(3_900)}` })).status,
    ).toBe(200);
  const before = await used();
  const moving = { object: "essay_c", history: true, filter: named("Lived") };
  expect(refusal(await exported({ ...moving, format: "xlsx" })).slice(0, 2)).toEqual([
    422,
    "cell_too_long_for_workbook",
  ]);
  expect(await used()).toBe(before);
  const csv = await exported({ ...moving, format: "csv" });
  expect([csv.status, csv.text.includes(`11${"z".repeat(3_900)}`)]).toEqual([200, true]);
});

test("rows and columns of a sheet are limited", () => {
  expect([tooLarge(1_048_575, 500), tooLarge(1_048_576, 2)?.code, tooLarge(1, 16_385)?.code]).toEqual([
    null,
    "too_many_rows_for_workbook",
    "too_many_columns_for_workbook",
  ]);
});

test("a text that looks like an escape of workbooks comes back as it was", async () => {
  const text = "_x0041_ and _x000D_ and _x005F_x0042_";
  await admin.make("account", { name: "Escapes", industry: text, external_id: "escapes-1" });
  const book = await exported({
    object: "account",
    format: "xlsx",
    fields: ["name", "industry", "external_id"],
    filter: named("Escapes"),
  });
  await admin.make("account", { name: "Escapes, too", external_id: "escapes-2" });
  const started = await admin.post(
    "/imports",
    form(book.raw, { options: JSON.stringify({ object: "account", match: ["external_id"], dry_run: true }) }),
    MULTIPART,
  );
  expect(started.status, started.text).toBe(202);
  await app.idle();
  expect((await admin.get(`/imports/${started.json.id}`)).json.data.preview[0].values.industry).toBe(text);
});
