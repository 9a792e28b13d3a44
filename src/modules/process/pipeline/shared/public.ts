export type { DwellNorm } from "./dwell.contract.ts";
export { canStandStill, dwellLevel, type VisitLength } from "./dwell.ts";
export { checkSource, fault, isBounds, unchosen } from "./check-criterion.ts";
export type { CriterionKind, Place } from "./criterion-kind.ts";
export { checkLabel } from "./definition-problem.ts";
export { criteriaOf, isLayerOn, LAYER_LABELS, layerOf, type Side } from "./layers.ts";
export {
  type AddedKind,
  type Approver,
  creationStages,
  type Criterion,
  type CriterionOf,
  inOrder,
  type Layer,
  LAYERS,
  type PipelineDefinition,
  type Stage,
  STAGE_TYPES,
  stageOf,
  type StageType,
} from "./pipeline.ts";
export type { Visit } from "./visits.contract.ts";
