import { afterAll, beforeAll, expect, test } from "vitest";
import { runSubscribers } from "../../../../engine/changes/run-subscribers.ts";
import type { Context } from "../../../../engine/kernel/context.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { addDays } from "../../../../shared/time/dates.ts";
import { startOfDate, formatMoment } from "../../../../shared/time/moment.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { movePerson, watchMoves } from "./department-move.react.ts";

let world: TestApp;
let seller: Client & { id: string };
let north: Values & { id: string };
let south: Values & { id: string };
let today: string;
const zone = "Asia/Shanghai";
beforeAll(async () => {
  world = await testApp();
  north = await world.admin.make("department", { name: "北区" });
  south = await world.admin.make("department", { name: "南区" });
  seller = await world.person({ name: "小周", role: "sales_manager", department: north.id });
  for (const [name, department] of [
    ["北区客户", north.id],
    ["南区客户", south.id],
  ] as const)
    await world.admin.make("account", { name, department, owner: null });
  today = dayIn(zone, (await world.context()).now);
});
afterAll(() => world.close());

const seen = async () =>
  (await seller.get("/records/account?sort=name")).json.data.map((one: Values) => one["name"]);
/** The program at the first moment of a day of the company. */
const at = async (day: string, move: string) => {
  const context = await world.context();
  const then: Context = { ...context, now: formatMoment(startOfDate(day, zone)) };
  await movePerson(then, { move });
};
const plan = (values: Values) => world.admin.make("department_move", { user: seller.id, ...values });
const statusOf = async (id: string) =>
  (await world.admin.get(`/records/department_move/${id}`)).json.data.status;

test("a main department changes at midnight of its day, and rights and the feed follow", async () => {
  const day = addDays(today, 3);
  const { id } = await plan({ place: south.id, kind: "main", first_day: day });
  await at(addDays(day, -1), id);
  expect([await seen(), await statusOf(id)]).toEqual([["北区客户"], "planned"]);
  const { next } = (await seller.get("/changes?cursor=0&limit=500")).json.page;
  await at(day, id);
  expect([await seen(), await statusOf(id)]).toEqual([["南区客户"], "in_force"]);
  const told = (await seller.get(`/changes?cursor=${next}&limit=500`)).json.data as Values[];
  expect(told.map(({ type, object }) => [type, object])).toContainEqual(["reset", "*"]);
  await at(day, id);
  const undone = await world.admin.delete(`/records/department_move/${id}`);
  expect([undone.status, undone.json.errors[0].code]).toEqual([422, "move_done"]);
});

test("an additional department begins and ends on its days", async () => {
  const day = addDays(today, 10);
  const { id } = await plan({ place: north.id, kind: "further", first_day: day, last_day: addDays(day, 1) });
  await at(day, id);
  expect(await seen()).toEqual(["北区客户", "南区客户"]);
  await at(addDays(day, 1), id);
  expect(await seen()).toEqual(["北区客户", "南区客户"]);
  await at(addDays(day, 2), id);
  expect([await seen(), await statusOf(id)]).toEqual([["南区客户"], "ended"]);
});

test("a move of today happens at once; days that make no sense and places beyond one’s sight are refused", async () => {
  const { id } = await plan({ place: north.id, kind: "main", first_day: today });
  const context = await world.context();
  while ((await runSubscribers(context.db, context.workspace, world.context, [watchMoves])).read > 0);
  expect(await statusOf(id)).toBe("in_force");
  const ask = async (who: Client, values: Values) => {
    const reply = await who.post("/records/department_move", { user: seller.id, place: south.id, ...values });
    return reply.json.errors?.[0]?.code ?? reply.json.code;
  };
  const later = addDays(today, 2);
  expect(await ask(world.admin, { kind: "main", first_day: later, last_day: later })).toBe("main_until");
  expect(await ask(world.admin, { kind: "further", first_day: later, last_day: today })).toBe("until_before");
  expect(await ask(seller, { kind: "further", first_day: later })).toBe("forbidden");
});
