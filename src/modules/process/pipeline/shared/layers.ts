import { label, type Label } from "../../../../shared/i18n/label.ts";
import type { Criterion, CriterionKind, Layer, Stage } from "./pipeline.ts";

/** On which side of a stage a criterion stands. */
export type Side = "entry" | "exit";

const FIXED: Readonly<Partial<Record<CriterionKind, Layer>>> = {
  fields: "information",
  form: "information",
  checklist: "tasks",
  tasks: "tasks",
  document: "documents",
  approval: "review",
};

/**
 * Predicates (condition, related, dwell) belong to the entry or exit layer of their side, the others to the
 * layer of what they ask for; one of an added kind to the layer that is kept with it.
 */
export const layerOf = (criterion: Criterion, side: Side): Layer =>
  ("settings" in criterion ? criterion.layer : FIXED[criterion.kind]) ?? side;
export const isLayerOn = (stage: Stage, layer: Layer): boolean => stage.layers?.[layer] !== false;

/** The criteria of one side that are asked: those of the layers left on. */
export const criteriaOf = (stage: Stage, side: Side): readonly Criterion[] =>
  stage[side].filter((criterion) => isLayerOn(stage, layerOf(criterion, side)));

export const LAYER_LABELS: Readonly<Record<Layer, Label>> = {
  entry: label("进入条件", "Entry criteria"),
  information: label("必填信息", "Required information"),
  tasks: label("关键任务", "Key tasks"),
  documents: label("交付物", "Deliverables"),
  review: label("审批评审", "Review"),
  exit: label("离开条件", "Exit criteria"),
  actions: label("自动动作", "Automatic actions"),
};
