import {
  type Criterion,
  FORECAST_CATEGORIES,
  LAYERS,
  type PipelineDefinition,
  type PipelineRules,
  type Stage,
  STAGE_TYPES,
  type StageAction,
} from "../../../../shared/wire/pipeline-definition.contract.ts";

export { FORECAST_CATEGORIES, LAYERS, STAGE_TYPES };

export type {
  AddedKind,
  Approver,
  Assignee,
  ChecklistItem,
  Criterion,
  Guidance,
  PipelineDefinition,
  PipelineRules,
  Recipient,
  Stage,
  StageAction,
} from "../../../../shared/wire/pipeline-definition.contract.ts";

export type StageType = (typeof STAGE_TYPES)[number];
export type ForecastCategory = (typeof FORECAST_CATEGORIES)[number];

export type Layer = (typeof LAYERS)[number];

export type CriterionKind = Criterion["kind"];
export type CriterionOf<K extends CriterionKind> = Extract<Criterion, { kind: K }>;

export type StageActionOf<K extends StageAction["kind"]> = Extract<StageAction, { kind: K }>;

export const DEFAULT_RULES: PipelineRules = {
  allow_skip: true,
  allow_backward: true,
  backward_needs_reason: false,
  allow_reopen: true,
};

export const stageOf = (definition: PipelineDefinition, name: unknown): Stage | undefined =>
  definition.stages.find((stage) => stage.name === name);
/** From the first stage to the last. */
export const inOrder = (stages: readonly Stage[]): readonly Stage[] =>
  stages.toSorted((a, b) => a.order - b.order);
export const firstOpenStage = (definition: PipelineDefinition): Stage | undefined =>
  inOrder(definition.stages).find((stage) => stage.type === "open");
/** Names of the stages in which a record may be created; null: any. */
export function creationStages(definition: PipelineDefinition): readonly string[] | null {
  const { create_in } = definition.rules;
  if (create_in !== "first") return create_in ?? null;
  const first = firstOpenStage(definition);
  return first ? [first.name] : null;
}
