import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, clientOf, testApp, type TestApp } from "../../../../testing/app.ts";
import { dayLeft } from "../../../../testing/time-left.ts";
import type { ExportLimits } from "../../../base/identity/shared/export-limits.ts";

let app: TestApp;
let seller: Client & { id: string };
let manager: Client & { id: string };
const role: Record<string, string> = {};
beforeAll(async () => {
  app = await testApp();
  for (const one of (await app.admin.get("/records/role")).json.data) role[one.name] = one.id;
  seller = await app.person({ name: "Seller", role: "sales_manager" });
  manager = await app.person({ name: "Manager", role: "sales_director" });
  for (let at = 0; at < 6; at += 1) await seller.make("account", { name: `Export ${at}` });
  // What was taken out is counted by the day.
  await dayLeft(60_000);
});
afterAll(() => app.close());

const limit = (company: ExportLimits, roles: Record<string, ExportLimits> = {}) =>
  app.admin.patch("/settings/security", { exports: { company, roles } });
const take = (who: Client, rows: number, more: object = {}) =>
  who.post("/exports", {
    object: "account",
    filter: `name in [${Array.from({ length: rows }, (_, at) => `"Export ${at}"`).join(", ")}]`,
    ...more,
  });
const lines = (text: string): number => text.trim().split("\r\n").length - 1;
const allowance = async (who: Client) => (await who.get("/exports/allowance")).json.data;

test("without limits everything goes, and is counted all the same", async () => {
  expect(lines((await take(seller, 6)).text)).toBe(6);
  expect(await allowance(seller)).toEqual({ rows: null, daily: null, used: 6, left: null });
});

test("one export may have so many rows, one day so many; both are said in the language of who asks", async () => {
  expect((await limit({ rows: 4, daily: 12 })).status).toBe(200);
  const large = await take(seller, 5);
  expect([large.status, large.json.code, large.json.detail]).toEqual([
    422,
    "export_rows_limit_left",
    "An export can have at most 4 rows; this one has 5, and 6 are left today. Narrow the range.",
  ]);
  const chinese = await seller.post("/exports", { object: "account" }, { "accept-language": "zh-CN" });
  expect(chinese.json.detail).toMatch(
    /^一次最多导出 4 行，这次有 \d+ 行；今天还可以导出 6 行。请缩小范围。$/,
  );
  expect((await take(seller, 4, { format: "xlsx" })).status).toBe(200);
  const over = await take(seller, 3);
  expect([over.status, over.json.code, over.json.detail]).toEqual([
    422,
    "export_daily_limit",
    "You can export 12 rows a day. 2 are left today; this export has 3.",
  ]);
  expect(await allowance(seller)).toEqual({ rows: 4, daily: 12, used: 10, left: 2 });
  const both = await Promise.all([take(seller, 2), take(seller, 2)]);
  expect(both.map(({ status }) => status).toSorted(), "the last of a day goes out once").toEqual([200, 422]);
});

test("a role has limits of its own, the widest of one’s roles holds, and a key is held by its person’s", async () => {
  await limit({ rows: 1, daily: 1 }, { [role["sales_director"] ?? ""]: { rows: null, daily: 8 } });
  expect((await take(manager, 6)).status).toBe(200);
  const both = await app.person({ name: "Both", role: "marketing" });
  expect((await take(both, 2)).status).toBe(422);
  await app.admin.make("user_role", { user: both.id, role: role["sales_director"] ?? null });
  expect((await take(both, 2)).status).toBe(200);
  await limit({ rows: 100, daily: 100 }, { [role["administrator"] ?? ""]: { rows: 1, daily: 1 } });
  const made = await app.admin.post("/api-keys", { name: "narrow", role: "marketing" });
  const key = clientOf(app.app, { authorization: `Bearer ${made.json.key}` });
  expect((await take(key, 2)).json.code).toBe("export_rows_limit_left");
  expect((await take(key, 1)).status).toBe(200);
  expect((await take(app.admin, 1)).json.code, "a key and its person share a day").toBe("export_daily_limit");
});

test("the change log is a bulk file, too, errors and personal data are not", async () => {
  await limit({ rows: 3, daily: null });
  expect((await app.admin.post("/audit/export", {})).json.code).toBe("export_rows_limit");
  const [account] = (await app.admin.get("/records/account?limit=1")).json.data;
  expect((await app.admin.post("/audit/export", { record: account.id })).status).toBe(200);
});

test("administrators see who took out how much, others do not; the access log has each file with its rows", async () => {
  const { data } = (await app.admin.get("/exports/use")).json;
  expect(data.find((row: { user: string }) => row.user === seller.id)).toMatchObject({
    name: "Seller",
    today: 12,
    week: 12,
    month: 12,
    files: 3,
  });
  expect((await seller.get("/exports/use")).status).toBe(403);
  const log = (await app.admin.get(`/access-log?kind=export&user=${manager.id}`)).json.data;
  expect(log).toMatchObject([{ detail: { object: "account", rows: 6 } }]);
  expect((await limit({ rows: -1, daily: null })).status).toBe(400);
  expect(
    (
      await seller.patch("/settings/security", {
        exports: { company: { rows: null, daily: null }, roles: {} },
      })
    ).status,
  ).toBe(403);
});
