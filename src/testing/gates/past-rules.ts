import {
  DEFAULT_RULES,
  type PipelineRules,
  type Stage,
} from "../../modules/process/pipeline/shared/pipeline.ts";
import { pipeline, stage } from "../../modules/process/pipeline/shared/sample-pipeline.fixture.ts";
import type { Rules } from "../../modules/process/simulation/server/past-rules.ts";
import { bracketed } from "./gate-world.ts";

/** Four stages, of which the first asks for a field and the second for a stay. */
export const pastStages = [
  stage("a", 1, { exit: [{ id: "out", kind: "fields", fields: ["amount"] }] }),
  stage("b", 2, { entry: [{ id: "in", kind: "dwell", min_days: 2 }] }),
  stage("c", 3),
  stage("won", 4, { type: "won" }),
];
/** Rules of a pipeline of these stages, to judge the past by. */
export const rulesOf = (rules: Partial<PipelineRules> = {}, own: readonly Stage[] = pastStages): Rules => ({
  definition: pipeline(own, { ...DEFAULT_RULES, ...rules }),
  judgeable: new Map(),
  labels: bracketed,
  gates: new Map(),
});
