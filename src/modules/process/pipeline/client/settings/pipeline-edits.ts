import type { PipelineRules, Stage, StageAction, StageType } from "../../shared/pipeline.ts";
import { freshId } from "../../../../../ui/data/fresh-id.ts";
import type { LabelMap } from "../../../../../shared/i18n/label.ts";

/** What the editor holds: the draft as it will be saved. */
export interface PipelineDraft {
  readonly label: LabelMap;
  readonly stages: readonly Stage[];
  readonly rules: PipelineRules;
}

const EMPTY = { entry: [], exit: [], on_enter: [], on_exit: [] } as const;
/** A stage after the last open one; the closed ones stay at the end. */
export function addStage(
  stages: readonly Stage[],
  label: LabelMap,
): { readonly stages: readonly Stage[]; readonly name: string } {
  const name = freshId("stage");
  const made: Stage = {
    name,
    label,
    type: "open",
    order: 0,
    probability: 0,
    forecast_category: "pipeline",
    ...EMPTY,
  };
  const open = stages.findLastIndex((stage) => stage.type === "open") + 1;
  return { name, stages: numbered([...stages.slice(0, open), made, ...stages.slice(open)]) };
}
export const numbered = (stages: readonly Stage[]): readonly Stage[] =>
  stages.map((stage, index) => ({ ...stage, order: index + 1 }));
export function moveStageTo(stages: readonly Stage[], from: number, to: number): readonly Stage[] {
  const moved = stages[from];
  if (!moved || to < 0 || to >= stages.length) return stages;
  const rest = stages.filter((_, index) => index !== from);
  return numbered([...rest.slice(0, to), moved, ...rest.slice(to)]);
}

/** What a type usually means; may be changed afterwards. */
export const withType = (stage: Stage, type: StageType): Stage => ({
  ...stage,
  type,
  probability: type === "won" ? 100 : type === "lost" ? 0 : stage.probability,
  forecast_category: type === "won" ? "closed" : type === "lost" ? "omitted" : "pipeline",
});

export const newTask = (): StageAction => ({
  id: freshId("task"),
  kind: "task",
  title: {},
  assignee: "owner",
  due_days: 1,
});
export const newSet = (): StageAction => ({ id: freshId("set"), kind: "set", field: "", value: null });
export const newNotify = (): StageAction => ({
  id: freshId("notify"),
  kind: "notify",
  to: ["owner"],
  text: {},
});

/** How two definitions differ, stage by stage. */
export interface StageDifference {
  readonly kind: "added" | "removed" | "changed";
  readonly stage: Stage;
  /** Names of the parts of a changed stage. */
  readonly parts: readonly (keyof Stage)[];
}
const PARTS: readonly (keyof Stage)[] = [
  "label",
  "type",
  "order",
  "probability",
  "forecast_category",
  "owner_role",
  "max_dwell",
  "clocks",
  "guidance",
  "entry",
  "exit",
  "on_enter",
  "on_exit",
  "layers",
  "movers",
  "editors",
];
export function differences(before: readonly Stage[], after: readonly Stage[]): readonly StageDifference[] {
  const old = new Map(before.map((stage) => [stage.name, stage]));
  const kept = after.flatMap((stage): readonly StageDifference[] => {
    const was = old.get(stage.name);
    if (!was) return [{ kind: "added", stage, parts: [] }];
    const parts = PARTS.filter(
      (part) => JSON.stringify(was[part] ?? null) !== JSON.stringify(stage[part] ?? null),
    );
    return parts.length > 0 ? [{ kind: "changed", stage, parts }] : [];
  });
  const gone = before
    .filter((stage) => !after.some((one) => one.name === stage.name))
    .map((stage): StageDifference => ({ kind: "removed", stage, parts: [] }));
  return [...kept, ...gone];
}
