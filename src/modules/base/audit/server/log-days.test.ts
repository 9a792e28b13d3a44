import { afterAll, beforeAll, expect, test } from "vitest";
import { daysBetween } from "../../../../shared/time/dates.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import type { LogDay } from "../shared/log.contract.ts";

let app: TestApp;
let seller: Client & { id: string };
let account: string;
beforeAll(async () => {
  app = await testApp();
  seller = await app.person({ name: "Li Na", role: "seller" });
  account = (await seller.make("account", { name: "Vision Water" })).id;
  await app.admin.patch(`/records/account/${account}`, { short_name: "VW" });
});
afterAll(() => app.close());

const days = async (asked: string): Promise<readonly LogDay[]> => {
  const answer = await app.admin.get(`/audit/days?${asked}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.data;
};
const today = async (asked: string) => {
  const { day: _day, ...counts } = (await days(asked)).at(-1) ?? expect.fail("no day");
  return counts;
};

test("thirty days in a row, the last is today; a day without a change counts none", async () => {
  const all = await days(`record=${account}`);
  expect(all).toHaveLength(30);
  for (const [at, { day }] of all.entries()) expect(daysBetween(day, all.at(-1)?.day ?? "")).toBe(29 - at);
  expect(all[0]).toMatchObject({ changes: 0, people: 0, undone: 0 });
});

test("counts changes and the persons behind them, each once, by the same filter as the log", async () => {
  expect(await today(`record=${account}`)).toEqual({ changes: 2, people: 2, undone: 0 });
  expect(await today(`record=${account}&actor=${seller.id}`)).toEqual({ changes: 1, people: 1, undone: 0 });
  expect(await today(`record=${account}&kind=delete`)).toEqual({ changes: 0, people: 0, undone: 0 });
  const listed = (await app.admin.get("/audit/changes?object=account")).json.data;
  expect(await today("object=account")).toMatchObject({ changes: listed.length });
});

test("an undo counts once, however many records it reverted; the program itself is nobody", async () => {
  const revert = (request: string, note: string) =>
    app.database.db.query({
      text: `insert into w_main.changes (seq, at, object, record, version, kind, actor_kind, road, request, before, after, note)
        select max(seq) + 1, now(), 'campaign', gen_random_uuid(), 2, 'update', 'system', 'bulk', '${request}', '{}', '{}', '${note}' from w_main.changes`,
    });
  const undo = JSON.stringify({ cause: { object: "job", id: account, note: "undo" } });
  for (const request of ["one", "one", "two"]) await revert(request, undo);
  await revert("three", JSON.stringify({ cause: { object: "job", id: account } }));
  expect(await today("object=campaign")).toEqual({ changes: 4, people: 0, undone: 2 });
});

test("only who may read the log is told", async () => {
  expect((await seller.get("/audit/days")).status).toBe(403);
});
