import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarOf } from "../../../../shared/time/working-calendar.ts";
import type { GateWorld } from "./gate-kind.ts";
import { shippedKinds } from "./kinds/shipped-kinds.ts";
import { judge } from "./gate.ts";
import {
  type Criterion,
  DEFAULT_RULES,
  LAYERS,
  type PipelineDefinition,
} from "../../pipeline/shared/pipeline.ts";
import { both, ENTRY, pipeline, stage } from "../../pipeline/shared/sample-pipeline.fixture.ts";

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
  kinds: new Map(Object.entries(shippedKinds)),
  ...more,
});

const EXIT: Criterion = { id: "out", kind: "fields", fields: ["amount"] };
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
