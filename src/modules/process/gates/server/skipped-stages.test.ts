import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OperationResult, PastState } from "../../../../engine/kernel/save-request.ts";
import { save } from "../../../../engine/record/save.ts";
import { pipelineApp, type PipelineApp, type PipelineReply } from "../../../../testing/pipeline-app.ts";

let app: PipelineApp;
const both = (text: string) => ({ "zh-CN": text, en: text });
const stage = (name: string, type: string, more: object = {}) => ({
  name,
  label: both(`Stage ${name}`),
  type,
  ...more,
});
const tick = (id: string) => ({ id, kind: "checklist", items: [{ id: "done", label: both(`${id} done`) }] });
const STAGES = [
  stage("one", "open"),
  stage("two", "open", {
    entry: [{ id: "two_in", kind: "fields", fields: ["next_step"] }],
    exit: [{ id: "two_out", kind: "condition", expression: "amount >= 1000" }],
  }),
  stage("three", "open", { exit: [tick("three_out")] }),
  stage("four", "open", { entry: [{ id: "four_in", kind: "fields", fields: ["close_date"] }] }),
  stage("won", "won"),
  stage("lost", "lost"),
];
let pipeline: string;

beforeAll(async () => {
  app = await pipelineApp();
  pipeline = await publish("skips", STAGES);
});
afterAll(() => app.close());

async function publish(name: string, stages: object[], rules: object = {}): Promise<string> {
  const made = await app.call("POST", "/pipelines", {
    object: "opportunity",
    name,
    label: both(name),
    stages,
    rules,
  });
  const id = String(made.at("data.id"));
  const published = await app.call("POST", `/pipelines/${id}/publish`, {});
  expect([made.status, published.status, published.at("errors")]).toEqual([201, 200, undefined]);
  return id;
}
const deal = (values: object = {}) => app.make("opportunity", { name: "deal", pipeline, ...values });
const path = (id: string) => `/records/opportunity/${id}`;
const move = (id: string, to: string, more: object = {}) =>
  app.call("POST", `${path(id)}/transitions`, { to, ...more });
const stageNow = async (id: string) => (await app.call("GET", path(id))).at("data.stage");
interface Unmet {
  readonly criterion: string;
  readonly code: string;
  readonly message: string;
  readonly params?: { readonly stage?: string };
}
const unmetOf = (reply: PipelineReply) => (reply.at("errors") ?? []) as readonly Unmet[];
const criteria = (errors: readonly Unmet[]) => errors.map(({ criterion }) => criterion);
const savedCriteria = (result: OperationResult | undefined) =>
  result && !result.ok ? result.refusal.reasons.map(({ criterion }) => criterion) : ["passed"];

describe("a move answers for the stages that it leaves out", () => {
  const SKIPPED = ["two_in", "two_out", "three_out"];

  test("on every road with the same reasons, each naming its stage", async () => {
    const id = await deal();
    const asked = await move(id, "four");
    expect([asked.status, asked.at("code"), criteria(unmetOf(asked))]).toEqual([
      422,
      "gate_shut",
      [...SKIPPED, "four_in"],
    ]);
    expect(unmetOf(asked).map(({ params }) => params?.stage ?? null)).toEqual(["two", "two", "three", null]);
    expect(unmetOf(asked)[1]?.message).toBe("Stage two: Condition not met: Amount ≥ 1,000");
    const listed = (await app.call("GET", `${path(id)}/transitions`)).at("data") as {
      to: string;
      allowed: boolean;
      unmet: readonly Unmet[];
    }[];
    expect(listed.map(({ to, allowed, unmet }) => [to, allowed, criteria(unmet)])).toEqual([
      ["one", true, []],
      ["two", false, ["two_in"]],
      ["three", false, ["two_in", "two_out"]],
      ["four", false, [...SKIPPED, "four_in"]],
      ["won", false, [...SKIPPED, "four_in"]],
      ["lost", true, []],
    ]);
    expect(criteria(unmetOf(await app.call("PATCH", path(id), { stage: "four" })))).toEqual([
      ...SKIPPED,
      "four_in",
    ]);
    expect(criteria(unmetOf(await move(id, "won")))).toEqual([...SKIPPED, "four_in"]);
    const bulk = await app.call("POST", "/records/opportunity/bulk", {
      ids: [id],
      values: { stage: "four" },
    });
    expect(criteria(bulk.at("results.0.errors") as readonly Unmet[])).toEqual([...SKIPPED, "four_in"]);
    const batch = await app.call("POST", "/batch", {
      operations: [{ op: "update", object: "opportunity", id, values: { stage: "four" } }],
    });
    expect([batch.status, await stageNow(id)]).toEqual([422, "one"]);
    const context = await app.context();
    for (const road of ["import", "automation", "sync", "seed", "board"] as const) {
      const { results } = await save(context, {
        road,
        mode: "each",
        operations: [
          { op: "update", object: "opportunity", id, values: { stage: "four" } },
          { op: "create", object: "opportunity", values: { name: road, pipeline, stage: "four" } },
        ],
      });
      expect([road, ...results.map(savedCriteria)]).toEqual([
        road,
        [...SKIPPED, "four_in"],
        [...SKIPPED, "four_in"],
      ]);
    }
    expect(await stageNow(id)).toBe("one");
  });

  test("creating in a later stage, also told with a past", async () => {
    expect(
      criteria(
        unmetOf(await app.call("POST", "/records/opportunity", { name: "late", pipeline, stage: "three" })),
      ),
    ).toEqual(["two_in", "two_out"]);
    expect(
      (
        await app.call("POST", "/records/opportunity", {
          name: "late",
          pipeline,
          stage: "three",
          next_step: "call",
          amount: "1000",
        })
      ).status,
    ).toBe(201);
    const past: readonly PastState[] = [
      { at: "2026-01-05T00:00:00Z", values: { stage: "one" } },
      { at: "2026-02-05T00:00:00Z", values: {} },
    ];
    const told = {
      op: "create",
      object: "opportunity",
      values: { name: "told", pipeline, stage: "won", amount: "5" },
      past,
    } as const;
    const request = { road: "import", mode: "each", operations: [told] } as const;
    const refused = await save(await app.context(), request);
    expect(savedCriteria(refused.results[0])).toEqual([...SKIPPED, "four_in"]);
    const passed = await save(await app.context(), { ...request, override: { reason: "history" } });
    expect(passed.results[0]?.ok).toBe(true);
  });

  test("all of it is met in one request, and what was met is not asked again", async () => {
    const id = await deal();
    const values = { next_step: "call", amount: "1000", close_date: "2027-01-31" };
    expect(
      (await move(id, "four", { values, meet: [{ criterion: "three_out", value: ["done"] }] })).status,
    ).toBe(200);
    expect((await move(id, "one")).status).toBe(200);
    // The amount has gone since, but both stages were properly passed.
    expect((await app.call("PATCH", path(id), { amount: null })).status).toBe(200);
    expect((await move(id, "four")).status).toBe(200);
  });

  test("losing asks nothing of what was left out, and reopening further on does not wash it clean", async () => {
    const id = await deal();
    expect((await move(id, "lost")).status).toBe(200);
    // The day of the loss stands as its close date, which is all that the fourth stage asks for.
    expect(criteria(unmetOf(await move(id, "four", { reason: "budget is back" })))).toEqual(SKIPPED);
    expect((await move(id, "one", { reason: "budget is back" })).status).toBe(200);
    expect((await move(id, "won", { override: { reason: "board" } })).status).toBe(200);
    // Overridden is not passed: reopened, it is asked again.
    expect(criteria(unmetOf(await move(id, "three", { reason: "again" })))).toEqual(["two_in", "two_out"]);
  });

  test("going round by another pipeline does not help", async () => {
    const plain = await publish("plain", [stage("a", "open"), stage("won", "won"), stage("lost", "lost")]);
    const id = await deal();
    expect((await app.call("PATCH", path(id), { pipeline: plain, stage: "a" })).status).toBe(200);
    expect(criteria(unmetOf(await app.call("PATCH", path(id), { pipeline, stage: "three" })))).toEqual([
      "two_in",
      "two_out",
    ]);
    expect((await app.call("PATCH", path(id), { stage: "lost" })).status).toBe(200);
    expect(
      criteria(unmetOf(await app.call("PATCH", path(id), { pipeline, stage: "four", reason: "x" }))),
    ).toContain("two_out");
  });

  test("a bin that gives back what it holds moves nothing; an older version does", async () => {
    const id = await deal({ next_step: "call", amount: "1000", stage: "three" });
    expect((await app.call("DELETE", path(id))).status).toBe(204);
    expect((await app.call("POST", `${path(id)}/restore`)).status).toBe(200);
    expect(await stageNow(id)).toBe("three");
  });

  test("a stage that asks for a stay cannot be left out", async () => {
    const slow = await publish("slow", [
      stage("a", "open"),
      stage("b", "open", { exit: [{ id: "stay", kind: "dwell", min_days: 2 }] }),
      stage("c", "open"),
      stage("won", "won"),
    ]);
    const id = await app.make("opportunity", { name: "slow", pipeline: slow });
    expect(
      unmetOf(await move(id, "c")).map(({ criterion, code, params }) => [criterion, code, params?.stage]),
    ).toEqual([["stay", "dwell_too_short", "b"]]);
  });
});

describe("what a pipeline says about skipping, beginning and losing", () => {
  test("a skip may be forbidden: the next stage is named, for moves, creations and reopenings", async () => {
    const strict = await publish(
      "strict",
      [
        stage("a", "open"),
        stage("b", "open"),
        stage("c", "open"),
        stage("won", "won"),
        stage("lost", "lost"),
      ],
      {
        allow_skip: false,
      },
    );
    const id = await app.make("opportunity", { name: "strict", pipeline: strict });
    const codes = (reply: PipelineReply) =>
      unmetOf(reply).map(({ code, params }) => [code, (params as { next?: string } | undefined)?.next]);
    expect(codes(await move(id, "c"))).toEqual([["skip_not_allowed", "b"]]);
    expect(
      codes(await app.call("POST", "/records/opportunity", { name: "x", pipeline: strict, stage: "c" })),
    ).toEqual([["skip_not_allowed", "a"]]);
    expect((await move(id, "b")).status).toBe(200);
    expect((await move(id, "lost")).status).toBe(200);
    expect(codes(await move(id, "won", { reason: "again" }))).toEqual([["skip_not_allowed", "b"]]);
    expect((await move(id, "b", { reason: "again" })).status).toBe(200);
  });

  test("records may have to begin in the first stage", async () => {
    const first = await publish("first", [stage("a", "open"), stage("b", "open"), stage("won", "won")], {
      create_in: "first",
    });
    expect((await app.call("GET", `/pipelines/${first}`)).at("data.rules.create_in")).toBe("first");
    const late = await app.call("POST", "/records/opportunity", { name: "x", pipeline: first, stage: "b" });
    expect(unmetOf(late).map(({ code }) => code)).toEqual(["create_not_allowed"]);
    expect(
      (await app.call("POST", "/records/opportunity", { name: "x", pipeline: first })).at("data.stage"),
    ).toBe("a");
    expect(
      (await app.call("PATCH", `/pipelines/${first}`, { rules: { create_in: "any" } })).at(
        "data.draft.rules.create_in",
      ),
    ).toBeUndefined();
  });

  test("losing asks the stage that is left where the pipeline says so", async () => {
    const asks = await publish(
      "asks",
      [stage("a", "open", { exit: [tick("why")] }), stage("won", "won"), stage("lost", "lost")],
      { lost_asks_exit: true },
    );
    const id = await app.make("opportunity", { name: "x", pipeline: asks });
    expect(criteria(unmetOf(await move(id, "lost")))).toEqual(["why"]);
  });
});

test("skips and overrides are counted together, as rates of people and of stages; refusals beside them", async () => {
  const counted = await publish("counted", STAGES);
  const make = () =>
    app.make("opportunity", { name: "n", pipeline: counted, next_step: "s", amount: "1000" });
  const [a, b, c] = [await make(), await make(), await make()];
  expect((await move(a, "two")).status).toBe(200);
  expect((await move(b, "three")).status).toBe(200);
  expect((await move(c, "won")).status).toBe(422);
  expect((await move(c, "won", { override: { reason: "urgent" } })).status).toBe(200);
  const visits = (await app.call("GET", `${path(c)}/visits`)).at("data") as {
    stage: string;
    skipped: readonly string[] | null;
  }[];
  expect(visits.map(({ stage: name, skipped }) => [name, skipped])).toEqual([
    ["one", null],
    ["won", ["two", "three", "four"]],
  ]);
  const report = await app.call("GET", `/pipelines/${counted}/overrides`);
  const rows = (place: string) =>
    (
      report.at(place) as {
        person?: string;
        stage?: string;
        moves: number;
        overrides: number;
        skips: number;
        bypasses: number;
        rate: string;
        refusals: number;
      }[]
    ).map(({ moves, overrides, skips, bypasses, rate, refusals, ...key }) => [
      key.person ?? key.stage,
      moves,
      overrides,
      skips,
      bypasses,
      rate,
      refusals,
    ]);
  expect(rows("people")).toEqual([[app.people.admin, 6, 1, 2, 2, "0.3333", 1]]);
  expect(rows("stages")).toEqual([
    ["one", 3, 0, 0, 0, "0.0000", 0],
    ["two", 1, 0, 0, 0, "0.0000", 0],
    ["three", 1, 0, 1, 1, "1.0000", 0],
    ["won", 1, 1, 1, 1, "1.0000", 1],
  ]);
  const log = JSON.stringify((await app.call("GET", `${path(b)}/changes`)).at("data"));
  expect(log).toContain("skipped");
});
