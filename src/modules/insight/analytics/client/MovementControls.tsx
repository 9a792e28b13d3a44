import { Segmented } from "antd";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import type { PipelineInfo } from "../../../../ui/data/pipelines.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { ControlsFrame } from "./ControlsFrame.tsx";
import { DepartmentChoice } from "./DepartmentChoice.tsx";
import type { DepartmentTree } from "./departments.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import { LinkChoice } from "./LinkChoice.tsx";
import { movementMessages } from "./movement.messages.ts";
import { MOVEMENT_GROUPS, type MovementState } from "./movement-state.ts";
import { MovementPeriod } from "./MovementPeriod.tsx";
import { PipelineChoice } from "./PipelineChoice.tsx";

const GROUP_TEXTS = {
  "": movementMessages.ungrouped,
  owner: insightScreenMessages.byOwner,
  department: insightScreenMessages.byDepartment,
  stage: movementMessages.byStage,
} as const;

export interface MovementControlsProps {
  readonly state: MovementState;
  readonly change: (change: Partial<MovementState>) => void;
  readonly object: ObjectInfo;
  readonly pipelines: readonly PipelineInfo[];
  readonly pipeline: PipelineInfo;
  readonly departments: DepartmentTree;
}

/** Which records, between which two days, by whom. */
export function MovementControls({
  state,
  change,
  object,
  pipelines,
  pipeline,
  departments,
}: MovementControlsProps) {
  const { t } = useLanguage();
  const owner = object.byName["owner"];
  const narrowed = [state.department, state.owner].filter(Boolean).length;
  const chosen = [
    `${state.from} – ${state.to}`,
    t(GROUP_TEXTS[state.by]),
    narrowed > 0 ? `+${narrowed}` : "",
  ];
  return (
    <ControlsFrame chosen={chosen}>
      <PipelineChoice pipelines={pipelines} value={pipeline.id} onChange={(id) => change({ pipeline: id })} />
      <MovementPeriod state={state} change={change} />
      <DepartmentChoice
        departments={departments}
        value={state.department}
        onChange={(department) => change({ department })}
      />
      {owner && (
        <LinkChoice
          object={object}
          field={owner}
          label={t(insightScreenMessages.owner)}
          value={state.owner}
          onChange={(id) => change({ owner: id })}
        />
      )}
      <Segmented
        aria-label={t(insightScreenMessages.groupBy)}
        value={state.by}
        options={MOVEMENT_GROUPS.map((name) => ({ value: name, label: t(GROUP_TEXTS[name]) }))}
        onChange={(by) => change({ by })}
      />
      <Segmented
        aria-label={t(movementMessages.measure)}
        value={state.measure}
        options={(["amount", "count"] as const).map((name) => ({
          value: name,
          label: t(movementMessages[name]),
        }))}
        onChange={(measure) => change({ measure })}
      />
    </ControlsFrame>
  );
}
