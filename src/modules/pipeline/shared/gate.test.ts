import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarOf } from "../../../shared/time/working-calendar.ts";
import type { GateWorld } from "./criterion.ts";
import { judge } from "./gate.ts";
import { LAYERS, type Criterion, DEFAULT_RULES, type PipelineDefinition, type Stage } from "./pipeline.ts";
import { checkDefinition } from "./check-definition.ts";
import { DEFAULT_PIPELINES } from "./default-pipelines.ts";
import { buildCatalog, EMPTY_LAYER } from "../../../engine/catalog/build-catalog.ts";
import { shippedObjects } from "../../../objects/registry.ts";
import { checkExpression } from "../../../shared/expression/check.ts";

const both = (text: string) => ({ "zh-CN": text, en: text });
const stage = (name: string, order: number, more: Partial<Stage> = {}): Stage => ({
  name,
  label: both(name),
  type: "open",
  order,
  probability: 0,
  forecast_category: "pipeline",
  entry: [],
  exit: [],
  on_enter: [],
  on_exit: [],
  ...more,
});
const pipeline = (stages: readonly Stage[], rules = DEFAULT_RULES): PipelineDefinition => ({
  object: "opportunity",
  name: "p",
  label: both("p"),
  stages,
  rules,
});
const mover = { roles: ["seller"], canReopen: false };
const labels = { field: both, object: both, documentType: both, form: both, role: both, fieldsOf: () => [] };
const world = (more: Partial<GateWorld> = {}): GateWorld => ({
  record: {},
  evidence: {},
  facts: {},
  enteredOn: "2026-11-02",
  today: "2026-11-06",
  calendar: calendarOf([]),
  labels,
  ...more,
});

const EXIT: Criterion = { id: "out", kind: "fields", fields: ["amount"] };
const ENTRY: Criterion = { id: "in", kind: "fields", fields: ["amount", "close_date"] };
const stages = [
  stage("a", 1, { entry: [ENTRY], exit: [EXIT] }),
  stage("b", 2, { entry: [ENTRY], exit: [EXIT] }),
  stage("c", 3),
  stage("won", 4, { type: "won", entry: [ENTRY] }),
  stage("lost", 5, { type: "lost", entry: [{ id: "why", kind: "fields", fields: ["lost_reason"] }] }),
];
const unmet = (
  from: string | null,
  to: string,
  more: { definition?: PipelineDefinition; reason?: string; mover?: typeof mover; world?: GateWorld } = {},
) => {
  const definition = more.definition ?? pipeline(stages);
  const find = (name: string) => definition.stages.find((one) => one.name === name)!;
  return judge(
    {
      definition,
      to: find(to),
      from: from === null ? null : { pipeline: definition, stage: find(from) },
      mover: more.mover ?? mover,
      ...(more.reason ? { reason: more.reason } : {}),
    },
    more.world ?? world(),
  ).unmet.map((reason) => `${reason.criterion}:${reason.field ?? reason.code}`);
};

describe("which criteria a move asks", () => {
  test.each([
    ["create asks entry", null, "b", ["in:amount", "in:close_date"]],
    ["forward asks exit and entry, a shared field once", "a", "b", ["out:amount", "in:close_date"]],
    ["a skip answers for the stages between", "a", "c", ["out:amount", "in:close_date"]],
    ["creating further on answers for the stages before", null, "c", ["in:amount", "in:close_date"]],
    ["to won asks exit and entry", "b", "won", ["out:amount", "in:close_date"]],
    ["to lost asks entry only", "b", "lost", ["why:lost_reason"]],
    ["back asks entry only", "b", "a", ["in:amount", "in:close_date"]],
    [
      "reopening needs the right and answers for what was never passed",
      "won",
      "c",
      ["rule.reopen_not_allowed:reopen_not_allowed", "in:amount", "in:close_date"],
    ],
  ] as const)("%s", (_name, from, to, expected) => expect(unmet(from, to)).toEqual(expected));

  test("rules of the pipeline", () => {
    const strict = pipeline(stages, {
      ...DEFAULT_RULES,
      allow_skip: false,
      allow_backward: true,
      backward_needs_reason: true,
      create_in: ["a"],
    });
    expect(unmet("a", "c", { definition: strict })).toEqual([
      "rule.skip_not_allowed:skip_not_allowed",
      "out:amount",
      "in:close_date",
    ]);
    expect(unmet("a", "won", { definition: strict })[0]).toBe("rule.skip_not_allowed:skip_not_allowed");
    expect(unmet("a", "lost", { definition: strict })).toEqual(["why:lost_reason"]);
    expect(unmet("c", "a", { definition: strict })[0]).toBe(
      "rule.backward_reason_required:backward_reason_required",
    );
    expect(unmet("c", "a", { definition: strict, reason: "new buyer" })[0]).toBe("in:amount");
    const met = { world: world({ record: { amount: "1", close_date: "2027-01-01" } }) };
    expect(unmet(null, "c", { definition: strict, ...met })).toEqual([
      "rule.create_not_allowed:create_not_allowed",
    ]);
    expect(unmet("won", "c", { mover: { roles: [], canReopen: true }, ...met })).toEqual([
      "rule.reopen_reason_required:reopen_reason_required",
    ]);
    expect(unmet("won", "c", { mover: { roles: [], canReopen: true }, reason: "again", ...met })).toEqual([]);
  });
});

test("an exception excuses until its last day; then what it passed is owed by every forward move, not by losing", () => {
  const definition = pipeline(stages);
  const find = (name: string) => definition.stages.find((one) => one.name === name)!;
  const exceptions = {
    $exceptions: { in: { until: "2026-11-06", at: "2026-11-02T00:00:00Z", by: null, reason: "later" } },
  };
  const moved = (to: string, today: string) => {
    const owed = today > "2026-11-06" ? ["in"] : [];
    const move = { definition, from: { pipeline: definition, stage: find("b") }, to: find(to), mover, owed };
    return judge(move, world({ evidence: exceptions, today, record: { amount: "1" } })).unmet.map(
      (reason) => `${reason.criterion}:${reason.field}:${reason.params?.["exception_until"] ?? ""}`,
    );
  };
  expect(moved("won", "2026-11-06")).toEqual([]);
  expect(moved("won", "2026-11-07")).toEqual(["in:close_date:2026-11-06"]);
  expect(moved("c", "2026-11-07")).toContain("in:close_date:2026-11-06");
  expect(moved("lost", "2026-11-07")).toEqual(["why:lost_reason:"]);
});

describe("criteria", () => {
  const one = (criterion: Criterion, more: Partial<GateWorld> = {}) =>
    unmet("a", "b", {
      definition: pipeline([
        stage("a", 1, { exit: [criterion], on_enter: [{ id: "t", kind: "task", title: both("t") }] }),
        stage("b", 2),
      ]),
      world: world(more),
    });
  const list: Criterion = {
    id: "k",
    kind: "checklist",
    items: [
      { id: "x", label: both("x") },
      { id: "y", label: both("y"), optional: true },
    ],
  };
  const stay: Criterion = { id: "k", kind: "dwell", min_days: 4, max_days: 5 };
  const related: Criterion = { id: "k", kind: "related", object: "activity", min: 2, max: 3 };
  test.each([
    ["blank text is missing", { id: "k", kind: "fields", fields: ["f"] }, { record: { f: "  " } }, ["k:f"]],
    ["false is a value", { id: "k", kind: "fields", fields: ["f"] }, { record: { f: false } }, []],
    [
      "a condition without an answer is unmet",
      { id: "k", kind: "condition", expression: "x" },
      {},
      ["k:condition_unmet"],
    ],
    ["a condition that holds", { id: "k", kind: "condition", expression: "x" }, { facts: { k: true } }, []],
    ["optional items may stay open", list, { evidence: { k: { x: true } } }, []],
    ["a mandatory item is open", list, { evidence: { k: { y: true } } }, ["k:checklist_open"]],
    ["the stage's own tasks", { id: "k", kind: "tasks" }, { facts: { k: {} } }, ["k:tasks_open"]],
    ["tasks done", { id: "k", kind: "tasks" }, { facts: { k: { t: true } } }, []],
    [
      "one document too few",
      { id: "k", kind: "document", document_type: "contract", min: 2 },
      { facts: { k: 1 } },
      ["k:document_missing"],
    ],
    ["counts may come as text", related, { facts: { k: "2" } }, []],
    ["too few", related, { facts: { k: 1 } }, ["k:related_missing"]],
    ["too many", related, { facts: { k: 4 } }, ["k:related_too_many"]],
    [
      "signed by somebody",
      { id: "k", kind: "approval", approval: "finance" },
      { evidence: { k: { by: "u", at: "t" } } },
      [],
    ],
    [
      "a bare true signs nothing",
      { id: "k", kind: "approval", approval: "finance" },
      { evidence: { k: true } },
      ["k:approval_required"],
    ],
    ["four working days from Monday to Friday", stay, {}, []],
    ["a day short", stay, { today: "2026-11-05" }, ["k:dwell_too_short"]],
    ["the weekend does not count", stay, { today: "2026-11-08" }, []],
    ["too long", stay, { today: "2026-11-10" }, ["k:dwell_too_long"]],
  ] as const)("%s", (_name, criterion, more, expected) =>
    expect(one(criterion as Criterion, more as Partial<GateWorld>)).toEqual(expected),
  );
});

test("a gate is open exactly when every asked criterion holds and its layer is on", () => {
  const layersOff = fc.subarray([...LAYERS]);
  const values = fc.record({
    amount: fc.option(fc.constant("5")),
    close_date: fc.option(fc.constant("2027-01-01")),
  });
  const facts = fc.record({ cond: fc.boolean(), docs: fc.nat(2) });
  fc.assert(
    fc.property(layersOff, values, facts, fc.boolean(), (off, record, { cond, docs }, ticked) => {
      const entry: Criterion[] = [
        { id: "f", kind: "fields", fields: ["amount", "close_date"] },
        { id: "c", kind: "condition", expression: "x" },
        { id: "d", kind: "document", document_type: "t" },
        { id: "l", kind: "checklist", items: [{ id: "i", label: both("i") }] },
      ];
      const layers = Object.fromEntries(off.map((layer) => [layer, false]));
      const definition = pipeline([stage("a", 1), stage("b", 2, { entry, layers })]);
      const answer = judge(
        {
          definition,
          to: definition.stages[1]!,
          from: { pipeline: definition, stage: definition.stages[0] },
          mover,
        },
        world({ record, evidence: { l: { i: ticked } }, facts: { c: cond, d: docs } }),
      );
      const isOff = (layer: (typeof LAYERS)[number]) => off.includes(layer);
      const open =
        (isOff("information") || (record.amount !== null && record.close_date !== null)) &&
        (isOff("entry") || cond) &&
        (isOff("documents") || docs > 0) &&
        (isOff("tasks") || ticked);
      expect(answer.unmet.length === 0).toBe(open);
      expect(answer.ring.every((one) => one.state !== "open")).toBe(open);
    }),
  );
});

describe("a definition is checked before it is published", () => {
  const schema = buildCatalog(1, shippedObjects, EMPTY_LAYER);
  const check = (definition: PipelineDefinition) =>
    checkDefinition(definition, {
      schema,
      checkExpression,
      forms: ["survey", "sales_needs_survey"],
      roles: ["finance"],
      people: ["p1"],
    }).map((problem) => `${problem.path}:${problem.code}`);
  test("the shipped ones are right", () => expect(DEFAULT_PIPELINES.flatMap(check)).toEqual([]));
  test.each([
    ["no open stage", [stage("won", 1, { type: "won" })], ["stages:no_open_stage"]],
    ["the same name twice", [stage("a", 1), stage("a", 2)], ["stages.a:duplicate_stage"]],
    [
      "a label without English",
      [stage("a", 1, { label: { "zh-CN": "甲" } })],
      ["stages.a.label:label_missing"],
    ],
    [
      "an unknown field",
      [stage("a", 1, { entry: [{ id: "k", kind: "fields", fields: ["ammount"] }] })],
      ["stages.a.entry.k:unknown_field"],
    ],
    [
      "an expression that is none",
      [stage("a", 1, { exit: [{ id: "k", kind: "condition", expression: "amount >" }] })],
      ["stages.a.exit.k:bad_expression"],
    ],
    [
      "a condition that is no yes or no",
      [stage("a", 1, { exit: [{ id: "k", kind: "condition", expression: "amount + 1" }] })],
      ["stages.a.exit.k:bad_expression"],
    ],
    [
      "an id used twice",
      [stage("a", 1, { entry: [ENTRY], exit: [ENTRY] })],
      ["stages.a.exit.in:duplicate_id"],
    ],
    [
      "nothing points here",
      [stage("a", 1, { entry: [{ id: "k", kind: "related", object: "product" }] })],
      ["stages.a.entry.k:unknown_related"],
    ],
    [
      "an unknown form",
      [stage("a", 1, { entry: [{ id: "k", kind: "form", form: "nope" }] })],
      ["stages.a.entry.k:unknown_form"],
    ],
    [
      "nobody, and somebody gone, to notify",
      [
        stage("a", 1, {
          on_enter: [
            { id: "n", kind: "notify", to: [], text: both("n") },
            {
              id: "m",
              kind: "notify",
              to: ["owner", { person: "p1" }, { person: "p2" }, { role: "boss" }],
              text: { en: "m" },
            },
          ],
        }),
      ],
      [
        "stages.a.actions.n:nobody",
        "stages.a.actions.m:label_missing",
        "stages.a.actions.m:unknown_person",
        "stages.a.actions.m:unknown_role",
      ],
    ],
    [
      "a link that is not safe to open",
      [
        stage("a", 1, {
          guidance: {
            tips: [{}],
            links: [
              { label: both("l"), url: "javascript:alert(1)" },
              { label: both("l"), url: "https://me:pw@example.com" },
              { label: both("l"), url: "https://example.com/a" },
            ],
          },
        }),
      ],
      ["stages.a.guidance:empty", "stages.a.guidance:bad_link", "stages.a.guidance:bad_link"],
    ],
    [
      "an unknown role",
      [stage("a", 1, { entry: [{ id: "k", kind: "approval", approval: "boss" }] })],
      ["stages.a.entry.k:unknown_role"],
    ],
    [
      "setting what is computed",
      [stage("a", 1, { on_enter: [{ id: "k", kind: "set", field: "stage_type", value: "won" }] })],
      ["stages.a.actions.k:computed_field"],
    ],
  ] as const)("%s", (_name, list, expected) =>
    expect(check(pipeline(list as readonly Stage[]))).toEqual(expected),
  );
  test("a stage that nothing leads to", () => {
    const rules = { ...DEFAULT_RULES, allow_backward: false, create_in: ["b"] };
    expect(check(pipeline([stage("a", 1), stage("b", 2), stage("won", 3, { type: "won" })], rules))).toEqual([
      "stages.a:unreachable",
    ]);
  });
});
