import { expect, test } from "vitest";
import { checklistProgress } from "./checklist-progress.ts";
import { OPPORTUNITY_PIPELINE } from "../../pipeline/shared/default-pipelines.ts";
import { stageOf } from "../../pipeline/shared/pipeline.ts";

const inStage = (name: string, gate_state: object) => {
  const stage = stageOf(OPPORTUNITY_PIPELINE, name);
  if (!stage) throw new Error(name);
  return checklistProgress(stage, { gate_state: JSON.parse(JSON.stringify(gate_state)) })?.percent ?? null;
};

test("a card says how far the checklist of its stage is; optional points and stages without one do not count", () => {
  expect(inStage("needs", {})).toBe(0);
  expect(inStage("needs", { needs_checked: { pain: true } })).toBe(50);
  expect(inStage("needs", { needs_checked: { pain: true, decider: true } })).toBe(100);
  expect(inStage("negotiation", { negotiation_terms: { reference: true, payment: true } })).toBe(50);
  expect(inStage("discovery", { needs_checked: { pain: true } })).toBeNull();
});

test("a layer that is switched off asks nothing, so there is nothing to complete", () => {
  const stage = stageOf(OPPORTUNITY_PIPELINE, "needs");
  expect(stage && checklistProgress({ ...stage, layers: { tasks: false } }, {})).toBeNull();
});
