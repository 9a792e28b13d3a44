import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { workingTimes } from "./working-times.ts";

let app: TestApp;
let admin: Client;
let seller: Client & { id: string };
let [north, east] = ["", ""];
beforeAll(async () => {
  app = await testApp();
  admin = app.admin;
  north = (await admin.make("department", { name: "North" })).id;
  east = (await admin.make("department", { name: "North-east", parent: north })).id;
  seller = await app.person({ name: "李娜", role: "seller", department: east });
});
afterAll(() => app.close());

const MONDAY = "2026-11-30T02:00:00.000Z"; // 10:00 in Shanghai
const later = async (who: { user?: string; department?: string }, amount = 4): Promise<string | null> => {
  const times = await workingTimes(await app.context());
  const { user = null, department = null } = who;
  return times({ user, department }).add(MONDAY, { amount, unit: "working_hours" });
};

test("hours of the company, of a department and those below, and absences decide when work goes on", async () => {
  expect(await later({})).toBe("2026-11-30T07:00:00.000000Z");
  const own = await admin.post("/records/working_calendar", {
    name: "Company",
    hours: { mon: [["09:00", "11:00"]], tue: [["09:00", "18:00"]] },
  });
  expect([own.status, own.json.data.department]).toEqual([201, null]);
  await admin.make("working_calendar", {
    name: "North",
    department: north,
    hours: { mon: [["09:00", "10:30"]], tue: [["13:00", "22:00"]] },
  });
  expect([await later({}), await later({ department: east })]).toEqual([
    "2026-12-01T04:00:00.000000Z",
    "2026-12-01T08:30:00.000000Z",
  ]);
  await admin.make("calendar_day", { date: "2026-12-01", name: "Holiday", working: false });
  expect(await later({ department: east }, 1)).toBe("2026-12-07T01:30:00.000000Z");
  const away = { from: "2026-11-30T00:00:00Z", until: "2026-12-07T01:15:00Z" };
  const absence = await seller.post("/records/absence", away);
  expect(absence.json.data).toMatchObject({ user: seller.id, owner: seller.id, kind: "leave" });
  expect(await later({ department: east, user: seller.id }, 1)).toBe("2026-12-07T02:15:00.000000Z");
});

test("what counts by hours follows the company's in the database as in memory", async () => {
  const filter = "ADD_WORKING_HOURS(created_at, 400) > now() && WORKING_MINUTES(created_at, now()) >= 0";
  const found = await admin.get(`/records/user?filter=${encodeURIComponent(filter)}&fields=id`);
  expect([found.status, found.json.data.length > 0]).toEqual([200, true]);
});

test("one week each, hours that a clock shows, absences of one's own that end after they begin", async () => {
  const code = async (who: Client, object: string, values: object): Promise<unknown> => {
    const { status, json } = await who.post(`/records/${object}`, values);
    return [status, json.errors?.[0]?.code, json.errors?.[0]?.field];
  };
  const hours = { mon: [["09:00", "11:00"]] };
  expect([
    await code(admin, "working_calendar", { name: "Again", hours }),
    await code(admin, "working_calendar", { name: "Again", hours, department: north }),
    await code(admin, "working_calendar", { name: "Wrong", hours: { mon: [["9", "11"]] }, department: east }),
    await code(seller, "absence", { from: "2026-12-02T00:00:00Z", until: "2026-12-01T00:00:00Z" }),
    await code(seller, "working_calendar", { name: "Mine", hours, department: east }),
  ]).toEqual([
    [422, "has_hours", "department"],
    [422, "has_hours", "department"],
    [422, "bad_hours", "hours"],
    [422, "ends_before", "until"],
    [403, undefined, undefined],
  ]);
  const other = await app.person({ name: "王伟", role: "seller", department: east });
  const until = "2026-12-03T00:00:00Z";
  expect(await code(seller, "absence", { user: other.id, from: "2026-12-02T00:00:00Z", until })).toEqual([
    422,
    "not_yours",
    "user",
  ]);
  const manager = await app.person({ name: "周敏", role: "sales_manager", department: north });
  expect(
    (await manager.post("/records/absence", { user: other.id, from: "2026-12-02T00:00:00Z", until })).status,
  ).toBe(201);
  expect((await other.get("/records/absence")).json.data).toHaveLength(1);
});
