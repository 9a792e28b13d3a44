import { afterAll, beforeAll, expect, it } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());

const iso = (text: string): string => new Date(text).toISOString();

it("the latest of moments is a moment: read, filtered, sorted, aggregated, as of the past", async () => {
  const { admin } = world;
  const quiet = await admin.make("account", { name: "久未联系" });
  const busy = await admin.make("account", { name: "常联系" });
  const talk = (id: string, at: string, status = "done") =>
    admin.make("activity", {
      type: "call",
      content: "通话",
      status,
      occurred_at: at,
      regarding: { object: "account", id },
    });
  await talk(quiet.id, "2026-01-05T02:00:00.000Z");
  const last = await talk(busy.id, "2026-03-09T02:00:00.000Z");
  await talk(busy.id, "2026-02-01T02:00:00.000Z");
  await talk(busy.id, "2027-01-01T02:00:00.000Z", "planned");
  const at = async (id: string, query = "") =>
    iso((await admin.get(`/records/account/${id}${query}`)).json.data.last_activity_at);
  expect(await at(busy.id)).toBe("2026-03-09T02:00:00.000Z");
  const found = await admin.get(
    `/records/account?filter=${encodeURIComponent('last_activity_at < "2026-02-01"')}&sort=-last_activity_at&fields=name`,
  );
  expect(found.json.data.map((row: { name: string }) => row.name)).toEqual(["久未联系"]);
  const sorted = await admin.get("/records/account?sort=-last_activity_at&limit=1&fields=name");
  expect(sorted.json.data[0].name).toBe("常联系");
  expect(
    (
      await admin.get(
        `/records/account?sort=-last_activity_at&limit=1&cursor=${encodeURIComponent(sorted.json.page.next)}`,
      )
    ).json.data[0].name,
  ).toBe("久未联系");
  const measured = await admin.post("/records/account/aggregate", {
    measures: [{ fn: "max", field: "last_activity_at" }],
  });
  expect(measured.json.groups[0].values.map(iso)).toEqual(["2026-03-09T02:00:00.000Z"]);
  const moment = new Date().toISOString();
  await admin.delete(`/records/activity/${last.id}`);
  expect(await at(busy.id)).toBe("2026-02-01T02:00:00.000Z");
  expect(await at(busy.id, `?as_of=${moment}`)).toBe("2026-03-09T02:00:00.000Z");
});

it("two departments at the top may not have one name; below different ones they may", async () => {
  const { admin } = world;
  const east = await admin.make("department", { name: "华东 A 区" });
  const again = await admin.post("/records/department", { name: "华东 ａ 区" });
  expect([again.status, again.json.code]).toEqual([409, "duplicate"]);
  await admin.make("department", { name: "华东 A 区", parent: east.id });
  const race = await Promise.all([1, 2, 3].map(() => admin.post("/records/department", { name: "华南" })));
  expect(race.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
});
