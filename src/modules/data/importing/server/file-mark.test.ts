import { afterAll, beforeAll, expect, test } from "vitest";
import { readXlsx } from "hucre/xlsx";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
  admin = app.admin;
  await admin.patch(`/records/user/${(await admin.get("/me")).json.data.user.id}`, { name: "王/立" });
  await admin.make("account", { name: "带印记的公司", external_id: "MARK-1", employees: 12 });
});
afterAll(() => app.close());

const BOUNDARY = "sluice-mark-boundary";
const take = async (format: "csv" | "xlsx") => {
  const answer = await app.app.inject({
    method: "POST",
    url: "/api/v1/exports",
    headers: { ...admin.headers, host: "localhost", origin: "http://localhost" },
    payload: { object: "account", filter: 'external_id == "MARK-1"', format },
  });
  return {
    name: decodeURIComponent(String(answer.headers["content-disposition"])),
    content: answer.rawPayload,
  };
};
async function imported(content: Buffer, name: string) {
  const part = (head: string): string => `--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(part(`name="file"; filename="${name}"`)),
    content,
    Buffer.from(`\r\n${part('name="options"')}{"object":"account"}\r\n--${BOUNDARY}--\r\n`),
  ]);
  const started = await admin.post("/imports", body, {
    "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
  });
  await app.idle();
  return (await admin.get(`/imports/${started.json.id}`)).json.data;
}

test("without the setting neither screens nor files say who had them", async () => {
  expect((await admin.get("/me")).json.data.watermark).toBe(false);
  expect((await take("csv")).name).toMatch(/^attachment; filename="account-\d{4}-\d\d-\d\d\.csv"$/);
});

test("with it screens are told so, and files say who and when in their name and the name of their sheet, and import as before", async () => {
  expect((await admin.patch("/settings/security", { watermark: true })).status).toBe(200);
  expect((await admin.get("/me")).json.data.watermark).toBe(true);
  const [csv, xlsx] = [await take("csv"), await take("xlsx")];
  expect(csv.name).toMatch(/filename\*=UTF-8''account-\d{4}-\d\d-\d\d 王立 \d{4}-\d\d-\d\d \d{4}\.csv$/);
  const book = await readXlsx(xlsx.content);
  expect(book.sheets.map(({ name }) => name)[0]).toMatch(/^王立 \d{4}-\d\d-\d\d \d{4}$/);
  for (const [content, name] of [
    [csv.content, "x.csv"],
    [xlsx.content, "x.xlsx"],
  ] as const)
    expect(await imported(content, name), name).toMatchObject({
      status: "done",
      rows: 1,
      skipped: 1,
      failed: 0,
    });
  const log = await app.app.inject({
    method: "POST",
    url: "/api/v1/audit/export",
    headers: { ...admin.headers, host: "localhost", origin: "http://localhost" },
    payload: { object: "account" },
  });
  expect(decodeURIComponent(String(log.headers["content-disposition"]))).toContain("changes 王立");
});
