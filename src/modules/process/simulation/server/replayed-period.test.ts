import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  app,
  ask,
  at,
  both,
  move,
  openSimulationWorld,
  patch,
  publish,
  set,
  settle,
  stage,
} from "../../../../testing/worlds/simulation-world.ts";

let pipeline: string;
let first: string;
let second: string;
const STAGES = [stage("needs", "open"), stage("demo", "open"), stage("won", "won"), stage("lost", "lost")];
beforeAll(async () => {
  await openSimulationWorld();
  await at("2026-02-27");
  pipeline = await publish("replayed", STAGES);
  await at("2026-03-02");
  first = await app.make("opportunity", { name: "first", pipeline, amount: "100" });
  second = await app.make("opportunity", { name: "second", pipeline, amount: "900" });
  await set("2026-03-03T15:59:59.000Z"); // The last second of the 3rd in Shanghai.
  await move(first, "demo");
  await set("2026-03-03T16:00:00.000Z");
  await move(second, "demo");
  await at("2026-03-06");
  await patch(first, { next_step: "call" });
  await at("2026-03-09");
  await move(first, "won");
  await move(second, "lost", { values: { lost_reason: "other" } });
  await settle();
});
afterAll(() => app.close());

const draft = (stages: object[], rules: object = {}) =>
  app.call("PATCH", `/pipelines/${pipeline}`, { stages, rules });
const simulate = (from: string, to: string, as?: "seller") =>
  app.call("POST", `/pipelines/${pipeline}/simulate`, { from, to }, as);

describe("the period", () => {
  it("is of whole days of the company, or of moments", async () => {
    await draft(STAGES);
    const moves = async (from: string, to: string) => (await ask(pipeline, from, to)).moves;
    expect([
      await moves("2026-03-03", "2026-03-03"),
      await moves("2026-03-04", "2026-03-04"),
      await moves("2026-03-03", "2026-03-04"),
      await moves("2026-03-03T15:59:59.000Z", "2026-03-03T16:00:00.000Z"),
      await moves("2026-03-05", "2026-03-08"),
    ]).toEqual([1, 1, 2, 1, 0]);
  });

  it.each([
    ["2026-03-05", "2026-03-04"],
    ["2026-02-30", "2026-03-04"],
    ["2026-13-01", "2026-13-02"],
    ["2026-03-04T02:00:00.000Z", "2026-03-04T02:00:00.000Z"],
  ])("from %s to %s is none", async (from, to) => {
    const { status, at: inAnswer } = await simulate(from, to);
    expect([status, inAnswer("code")]).toEqual([400, "malformed"]);
  });

  it("is replayed for who may change pipelines, of a pipeline that there is", async () => {
    expect((await simulate("2026-03-01", "2026-03-31", "seller")).status).toBe(403);
    const nowhere = "/pipelines/00000000-0000-4000-8000-000000000001/simulate";
    expect((await app.call("POST", nowhere, { from: "2026-03-01", to: "2026-03-31" })).status).toBe(404);
  });
});

describe("what the draft would have stopped", () => {
  it("nothing where it asks what holds; then nothing became of it either", async () => {
    await draft(STAGES);
    const found = await ask(pipeline, "2026-03-01", "2026-03-31");
    expect(found.draft).toEqual({ refused: 0, passed: found.moves, undecided: 0, absent: 0 });
    expect([found.refused, found.gates, found.delay]).toEqual([
      [],
      [],
      { met_later: 0, never: 0, median: null, p90: null },
    ]);
    expect(found.outcomes.map(({ records }) => records)).toEqual([0, 0, 0]);
  });

  it("the largest value first, each with what became of it and how late it would have been", async () => {
    const exit = [{ id: "k", kind: "fields", fields: ["next_step"], message: both("Say what is next") }];
    await draft([stage("needs", "open", { exit }), ...STAGES.slice(1)]);
    const found = await ask(pipeline, "2026-03-03", "2026-03-04");
    expect(found.refused.map(({ title, outcome, value, delay }) => [title, outcome, value, delay])).toEqual([
      ["second", "lost", "900.00", null],
      ["first", "won", "100.00", 3],
    ]);
    expect(found.gates).toEqual([
      expect.objectContaining({
        stage: "demo",
        criterion: "k",
        asked: 2,
        unmet: 2,
        text: both("Say what is next"),
      }),
    ]);
    expect(found.outcomes).toEqual([
      { outcome: "won", records: 1, value: "100.00" },
      { outcome: "lost", records: 1, value: "900.00" },
      { outcome: "open", records: 0, value: "0.00" },
    ]);
    expect(found.delay).toEqual({ met_later: 1, never: 1, median: 3, p90: 3 });
    expect(found.live?.refused).toBe(0);
  });

  it("a move into a stage that it does not have is told apart, not counted as refused", async () => {
    await draft([stage("needs", "open"), stage("won", "won"), stage("lost", "lost")]);
    const found = await ask(pipeline, "2026-03-03", "2026-03-04");
    expect([found.draft.absent, found.draft.refused, found.live?.absent]).toEqual([2, 0, 0]);
  });

  it("a rule that a move broke is told as one", async () => {
    await draft(STAGES, { create_in: ["demo"] });
    const found = await ask(pipeline, "2026-03-02", "2026-03-02");
    expect([found.moves, found.draft.refused]).toEqual([2, 2]);
    expect(found.gates[0]).toMatchObject({ criterion: "rule.create_not_allowed", kind: "rule", layer: null });
    await draft(STAGES, { create_in: null });
  });

  it("a draft with faults is replayed no more than published", async () => {
    await draft([stage("needs", "open", { exit: [{ kind: "fields", fields: [] }] }), ...STAGES.slice(1)]);
    const { status, at: inAnswer } = await simulate("2026-03-01", "2026-03-31");
    expect([status, inAnswer("errors.0.code")]).toEqual([422, "empty"]);
    await draft(STAGES);
  });
});
