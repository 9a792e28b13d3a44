import { afterAll, beforeAll, expect, test } from "vitest";
import { pipelineApp, type PipelineApp } from "../../../../../testing/pipeline-app.ts";
import type { PastState } from "../../../../../engine/kernel/save-request.ts";
import { save } from "../../../../../engine/record/save.ts";
import type { Values } from "../../../../../shared/metadata/object.ts";
import { measureClocks } from "./measure-clocks.ts";

let app: PipelineApp;
let pipeline: string;
const both = (text: string) => ({ "zh-CN": text, en: text });
const stage = (name: string, type: string, more: object = {}) => ({ name, label: both(name), type, ...more });
/** November 2026 begins on a Sunday; no holidays are in the calendar of the test. */
const day = (date: number, hour = 2): string =>
  `2026-11-${String(date).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00.000Z`;

beforeAll(async () => {
  app = await pipelineApp();
  app.now = day(2);
  pipeline = await publish("clocks", [
    stage("one", "open", {
      max_dwell: 12,
      clocks: { idle: { amber: 3, red: 5 }, slip: { amber: 2, red: 8 } },
    }),
    stage("two", "open"),
    stage("won", "won"),
    stage("lost", "lost"),
  ]);
});
afterAll(() => app.close());

async function publish(name: string, stages: object[]): Promise<string> {
  const made = await app.call("POST", "/pipelines", {
    object: "opportunity",
    name,
    label: both(name),
    stages,
  });
  const id = String(made.at("data.id"));
  expect((await app.call("POST", `/pipelines/${id}/publish`, {})).at("errors")).toBe(undefined);
  return id;
}
const deal = (more: object = {}) => app.make("opportunity", { name: "deal", pipeline, ...more });
const act = (id: string, more: object) =>
  app.make("activity", { type: "call", regarding: { object: "opportunity", id }, ...more });
/**
 * What a record was created on is the database's own clock, so the idle clock of these begins with a call.
 */
async function dealInTouch(): Promise<string> {
  app.now = day(2);
  const id = await deal();
  await act(id, { occurred_at: day(2) });
  return id;
}
const FIELDS =
  "idle_days,idle_level,dwell_days,dwell_level,slip_count,slip_days,slip_level,stall_level,next_meeting_at";
const found = async (filter: string, query = "") => {
  const answer = await app.call(
    "GET",
    `/records/opportunity?filter=${encodeURIComponent(filter)}&fields=${FIELDS}${query}`,
  );
  expect(answer.at("errors")).toBe(undefined);
  return answer.at("data") as Record<string, unknown>[];
};
const one = async (id: string, query = "") => (await found(`id == "${id}"`, query))[0];

test("each clock runs by itself: a call sets back the idle one, a note or task does not, a move sets back the dwell", async () => {
  const id = await dealInTouch();
  app.now = day(6);
  expect(await one(id)).toMatchObject({
    idle_days: 4,
    idle_level: "amber",
    dwell_days: 4,
    dwell_level: null,
    stall_level: "amber",
  });
  await app.make("note", { content: "thought about it", regarding: { object: "opportunity", id } });
  await app.make("task", { subject: "write", status: "done", regarding: { object: "opportunity", id } });
  await act(id, { type: "other", occurred_at: day(6) });
  await act(id, { status: "planned", occurred_at: day(5) });
  expect(await one(id)).toMatchObject({ idle_days: 4 });
  await act(id, { occurred_at: day(5) });
  expect(await one(id)).toMatchObject({ idle_days: 1, idle_level: null, dwell_days: 4, stall_level: null });
  app.now = day(13);
  expect(await one(id)).toMatchObject({
    idle_days: 6,
    idle_level: "red",
    dwell_days: 9,
    dwell_level: null,
    stall_level: "red",
  });
  app.now = day(17);
  expect(await one(id)).toMatchObject({ dwell_days: 11, dwell_level: "amber" });
  expect((await app.call("POST", `/records/opportunity/${id}/transitions`, { to: "two" })).status).toBe(200);
  expect(await one(id)).toMatchObject({
    idle_days: 8,
    idle_level: "amber",
    dwell_days: 0,
    dwell_level: null,
  });
  expect((await app.call("POST", `/records/opportunity/${id}/transitions`, { to: "won" })).status).toBe(200);
  expect(await one(id)).toMatchObject({
    idle_days: null,
    idle_level: null,
    dwell_days: null,
    stall_level: null,
  });
});

test("a meeting that is planned within the days of the pipeline eases the idle clock, not the dwell", async () => {
  const id = await dealInTouch();
  app.now = day(20);
  expect(await one(id)).toMatchObject({
    idle_days: 14,
    idle_level: "red",
    dwell_days: 14,
    dwell_level: "red",
  });
  await act(id, { type: "call", occurred_at: day(23) });
  expect(await one(id)).toMatchObject({ idle_level: "red", next_meeting_at: null });
  await act(id, { type: "visit", occurred_at: "2026-12-20T02:00:00.000Z" });
  expect(await one(id)).toMatchObject({ idle_level: "red" });
  await act(id, { type: "meeting", occurred_at: day(25) });
  expect(await one(id)).toMatchObject({
    idle_days: 14,
    idle_level: "amber",
    dwell_level: "red",
    stall_level: "red",
  });
  const shown = await app.call("GET", `/records/opportunity/${id}/stage-clocks`, undefined, "seller");
  expect(shown.status).toBe(200);
  expect(shown.at("data.idle.limit")).toMatchObject({ amber: 3, red: 5, meeting: 14, from: "set" });
  expect(shown.at("data.dwell.limit")).toMatchObject({ red: 12, from: "max" });
  expect((shown.at("data.idle.resets") as { name: string }[]).map(({ name }) => name)).toEqual([
    "call",
    "visit",
    "wechat",
    "email",
    "meeting",
    "needs_interview",
    "demo",
  ]);
  expect(shown.at("data.idle")).toMatchObject({
    has_contact: true,
    since: "2026-11-02T02:00:00.000000Z",
    last: { type: "call", by: "Admin" },
  });
  // Over, it eases nothing any more.
  app.now = day(26);
  expect(await one(id)).toMatchObject({ idle_level: "red" });
});

test("the close date is put off, counted on every road, with the days of all together; closing and bringing forward count nothing", async () => {
  app.now = day(2);
  const id = await deal({ close_date: "2026-11-06" });
  expect(await one(id)).toMatchObject({ slip_count: 0, slip_days: 0, slip_level: null });
  await app.call("PATCH", `/records/opportunity/${id}`, { close_date: "2026-11-10" });
  expect(await one(id)).toMatchObject({ slip_count: 1, slip_days: 2, slip_level: null });
  await app.call("POST", "/records/opportunity/bulk", { ids: [id], values: { close_date: "2026-11-13" } });
  await app.call("PATCH", `/records/opportunity/${id}`, { close_date: "2026-11-11" });
  expect(await one(id)).toMatchObject({ slip_count: 2, slip_days: 5, slip_level: "amber" });
  await app.call("POST", "/batch", {
    operations: [{ op: "update", object: "opportunity", id, values: { close_date: "2026-11-20" } }],
  });
  expect(await one(id)).toMatchObject({ slip_count: 3, slip_days: 12, slip_level: "red" });
  await app.call("POST", `/records/opportunity/${id}/transitions`, {
    to: "won",
    values: { close_date: "2026-12-30" },
  });
  expect(await one(id)).toMatchObject({ slip_count: 3, slip_days: 12, slip_level: null });
});

test("a board of the past shows the clocks of that day, and lists filter, sort and count by them", async () => {
  app.now = day(18);
  const told = async (object: string, values: Values, past: readonly PastState[]) => {
    const { results } = await save(await app.context(), {
      road: "import",
      mode: "all",
      operations: [{ op: "create", object, values, past }],
    });
    return String(results[0]?.id);
  };
  const id = await told("opportunity", { name: "past", pipeline, stage: "one", close_date: "2026-12-30" }, [
    { at: day(2), values: { close_date: "2026-11-06" } },
    { at: day(17), values: {} },
  ]);
  for (const at of [2, 9])
    await told("activity", { type: "call", occurred_at: day(at), regarding: { object: "opportunity", id } }, [
      { at: day(at), values: {} },
    ]);
  expect(await one(id, "&as_of=2026-11-09")).toMatchObject({
    idle_days: 0,
    dwell_days: 5,
    slip_count: 0,
    idle_level: null,
    slip_level: null,
  });
  expect(await one(id, "&as_of=2026-11-07")).toMatchObject({ idle_days: 4, idle_level: "amber" });
  expect(await one(id)).toMatchObject({
    idle_days: 7,
    dwell_days: 12,
    slip_count: 1,
    idle_level: "red",
    slip_level: "red",
  });
  const other = await deal({ name: "fresh" });
  await act(other, { occurred_at: day(18) });
  const mine = `id in ["${id}", "${other}"]`;
  expect((await found(`${mine} && stall_level == "red"`)).map((record) => record["id"])).toEqual([id]);
  expect((await found(mine, "&sort=-idle_days")).map((record) => record["id"])).toEqual([id, other]);
  const counted = await app.call("POST", "/records/opportunity/aggregate", {
    filter: `${mine} && idle_level == "red"`,
    measures: [{ fn: "count" }],
  });
  expect(counted.at("groups.0.values.0") ?? counted.at("data.groups.0.values.0")).toBe(1);
  // What costs more than the record is answered where it is asked for.
  expect((await app.call("GET", `/records/opportunity/${id}`)).at("data")).not.toHaveProperty("idle_days");
});

test("without limits of its own a stage follows its won records, and the usual days while there are too few", async () => {
  const limits = async (id: string, clock: string) =>
    (await app.call("GET", `/records/opportunity/${id}/stage-clocks`)).at(`data.${clock}.limit`) as Record<
      string,
      unknown
    >;
  const walk = async (days: number, calls: readonly number[]) => {
    app.now = day(2);
    const id = await app.make("opportunity", { name: "won", pipeline: cohort, close_date: "2026-11-06" });
    for (const date of calls) await act(id, { status: "done", occurred_at: day(date) });
    app.now = day(2 + days);
    await app.call("PATCH", `/records/opportunity/${id}`, { close_date: "2026-11-10" });
    await app.call("POST", `/records/opportunity/${id}/transitions`, { to: "won" });
  };
  app.now = day(2);
  const cohort = await publish("cohort", [stage("open", "open"), stage("won", "won")]);
  for (const days of [2, 4, 8, 10]) await walk(days, [3]);
  const id = await app.make("opportunity", { name: "now", pipeline: cohort });
  await measureClocks(await app.context());
  expect(await limits(id, "idle")).toMatchObject({ amber: 5, red: 10, from: "usual" });
  await walk(22, [5, 9, 16]);
  await measureClocks(await app.context());
  // Stays of 2, 4, 6, 8 and 16 working days; left alone for 1, 3, 5, 7 and 6 at the longest.
  expect(await limits(id, "dwell")).toMatchObject({ amber: 8, red: 12.8, from: "won", n: 5 });
  expect(await limits(id, "idle")).toMatchObject({ amber: 6, red: 6.6, from: "won", n: 5 });
  expect(await limits(id, "slip")).toMatchObject({ amber: 2, red: 2, from: "won", n: 5 });
  app.now = day(27);
  expect(await one(id)).toMatchObject({ dwell_days: 11, dwell_level: "amber" });
});
