import { shippedKinds } from "../../gates/shared/kinds/shipped-kinds.ts";
import { describe, expect, test } from "vitest";
import { buildCatalog, EMPTY_LAYER } from "../../../../engine/catalog/build-catalog.ts";
import { shippedObjects } from "../../../../objects/registry.ts";
import { checkExpression } from "../../../../shared/expression/check.ts";
import { checkDefinition } from "./check-definition.ts";
import { DEFAULT_PIPELINES } from "./default-pipelines.ts";
import { DEFAULT_RULES, type PipelineDefinition, type Stage } from "./pipeline.ts";
import { both, ENTRY, pipeline, stage } from "./sample-pipeline.fixture.ts";

describe("a definition is checked before it is published", () => {
  const schema = buildCatalog(1, shippedObjects, EMPTY_LAYER);
  const check = (definition: PipelineDefinition) =>
    checkDefinition(definition, {
      schema,
      checkExpression,
      forms: ["survey", "sales_needs_survey"],
      roles: ["finance"],
      people: ["p1"],
      kinds: new Map(Object.entries(shippedKinds)),
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
