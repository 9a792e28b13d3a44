import { expect, it } from "vitest";
import { OPPORTUNITY_PIPELINE } from "../../pipeline/shared/default-pipelines.ts";
import { stageOf } from "../../pipeline/shared/public.ts";
import { pathOf, type VisitOfPath } from "./passed-stages.ts";

const OWN = "p1";
const definition = OPPORTUNITY_PIPELINE;
const visit = (stage: string, more: Partial<VisitOfPath> = {}): VisitOfPath => ({
  pipeline: OWN,
  stage,
  stage_type: stageOf(definition, stage)?.type ?? "open",
  skipped: null,
  imported: false,
  override_unmet: null,
  working_days: null,
  ...more,
});
const passed = (...visits: VisitOfPath[]) => [...pathOf(definition, OWN, visits).passed];
/** A criterion of the stage, by its id. */
const criterionOf = (stage: string): string => {
  const { entry = [], exit = [] } = stageOf(definition, stage) ?? {};
  const [first] = [...exit, ...entry];
  if (!first) throw new Error(`${stage} asks for nothing`);
  return first.id;
};

it("a stage that was left forward is passed; the one it stands in is not", () => {
  expect(passed(visit("discovery"), visit("needs"), visit("solution"))).toEqual(["discovery", "needs"]);
});

it("what a move left out and answered for is passed, too", () => {
  expect(passed(visit("discovery"), visit("solution", { skipped: ["needs"] }))).toEqual([
    "discovery",
    "needs",
  ]);
});

it("winning passes the stage it was won from, losing does not", () => {
  expect(passed(visit("negotiation"), visit("won"))).toEqual(["negotiation"]);
  expect(passed(visit("negotiation"), visit("lost"))).toEqual([]);
});

it("going back passes nothing, and takes nothing back that was passed before", () => {
  expect(passed(visit("discovery"), visit("needs"), visit("discovery"))).toEqual(["discovery"]);
});

it("what an override let past is not passed", () => {
  const override_unmet = [{ criterion: criterionOf("needs") }];
  expect(passed(visit("needs"), visit("solution", { override_unmet }))).toEqual([]);
});

it("the visits that a file told share the judgement of the last of them", () => {
  const override_unmet = [{ criterion: criterionOf("needs") }];
  const told = { imported: true };
  expect(
    passed(visit("discovery", told), visit("needs", told), visit("solution", { ...told, override_unmet })),
  ).toEqual(["discovery"]);
});

it("another pipeline's stages count for nothing here", () => {
  const elsewhere = { pipeline: "p2", skipped: ["needs"] };
  expect(passed(visit("discovery", elsewhere), visit("needs", elsewhere))).toEqual([]);
  expect(passed(visit("discovery"), visit("needs", elsewhere))).toEqual([]);
});

it("of several stays in one stage the longest counts; one that has not ended is no stay", () => {
  const { stood } = pathOf(definition, OWN, [
    visit("discovery", { working_days: 3 }),
    visit("needs", { working_days: 9 }),
    visit("discovery", { working_days: 2 }),
    visit("needs", { working_days: null }),
  ]);
  expect(Object.fromEntries(stood)).toEqual({ discovery: 3, needs: 9 });
});
