import { afterAll, beforeAll, expect, test } from "vitest";
import { runSubscribers } from "../../../../engine/changes/run-subscribers.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { notifyPeople } from "./notify-people.react.ts";

let app: TestApp;
let seller: Client & { id: string };
beforeAll(async () => {
  app = await testApp();
  seller = await app.person({ name: "被提醒的人", role: "seller" });
  await app.admin.make("task", { subject: "请回电", owner: seller.id });
  while (
    (await runSubscribers(app.database.db, (await app.context()).workspace, app.context, [notifyPeople]))
      .read > 0
  );
});
afterAll(() => app.close());

const objects = async (query: string) =>
  (await app.admin.get(`/audit/changes${query}`)).json.data.map((row: { object: string }) => row.object);

test("lines of the bell are left out until they are asked for: all, or by object or record", async () => {
  const [bell] = await app.database.db.query<{ id: string }>({
    text: "select id from w_main.o_notification limit 1",
  });
  expect(bell, "somebody was told").toBeDefined();
  expect(await objects("")).not.toContain("notification");
  expect(await objects("")).toContain("task");
  expect(await objects("?notifications=1")).toContain("notification");
  expect(new Set(await objects("?object=notification"))).toEqual(new Set(["notification"]));
  expect(await objects(`?record=${bell?.id}`)).toContain("notification");
  expect((await app.admin.get("/audit/changes?notifications=maybe")).status).toBe(400);
  const file = (await app.admin.post("/audit/export", {})).text;
  expect([file.includes(",task,"), file.includes(",notification,")]).toEqual([true, false]);
  expect((await app.admin.post("/audit/export", { notifications: "1" })).text).toContain(",notification,");
});
