import { Segmented, Select, TreeSelect } from "antd";
import { type ObjectInfo, useObjects } from "../../../ui/data/objects.ts";
import type { PipelineInfo } from "../../../ui/data/pipelines.ts";
import { LinkInput } from "../../../ui/field/input/LinkInput.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import type { DepartmentTree } from "./departments.ts";
import { insightTexts } from "./insight.messages.ts";
import { movementTexts } from "./movement.messages.ts";
import { MOVEMENT_GROUPS, MOVEMENT_PERIODS, type MovementState } from "./movement-state.ts";

const PERIOD_TEXTS = {
  week: movementTexts.week,
  month: insightTexts.month,
  quarter: insightTexts.quarter,
  year: insightTexts.year,
  custom: insightTexts.custom,
} as const;
const GROUP_TEXTS = {
  "": movementTexts.ungrouped,
  owner: insightTexts.byOwner,
  department: insightTexts.byDepartment,
  stage: movementTexts.byStage,
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
  const { t, of } = useLanguage();
  const objects = useObjects();
  const owner = object.byName["owner"];
  return (
    <div className="insight-controls" role="group" aria-label={t(insightTexts.filters)}>
      <Select
        className="insight-pipeline"
        aria-label={t(insightTexts.pipeline)}
        value={pipeline.id}
        options={pipelines.map((one) => ({
          value: one.id,
          label: `${of(objects.get(one.object)?.label, one.object)} · ${of(one.label, one.name)}`,
        }))}
        onChange={(id) => change({ pipeline: id })}
      />
      <Segmented
        aria-label={t(insightTexts.period)}
        value={state.period}
        options={MOVEMENT_PERIODS.map((name) => ({ value: name, label: t(PERIOD_TEXTS[name]) }))}
        onChange={(period) =>
          change(
            period === "custom" ? { period, from: state.from, to: state.to } : { period, from: "", to: "" },
          )
        }
      />
      {state.period === "custom" && <Days state={state} change={change} />}
      <TreeSelect
        className="insight-choice"
        aria-label={t(insightTexts.department)}
        allowClear
        treeDefaultExpandAll
        popupMatchSelectWidth={false}
        placeholder={t(insightTexts.allDepartments)}
        value={state.department || undefined}
        treeData={[...departments.roots]}
        onChange={(id?: string) => change({ department: id ?? "" })}
      />
      {owner && (
        <label className="insight-choice">
          <span className="insight-choice-name">{t(insightTexts.owner)}</span>
          <LinkInput
            object={object.name}
            field={owner}
            value={state.owner || null}
            onChange={(value) => change({ owner: typeof value === "string" ? value : "" })}
          />
        </label>
      )}
      <Segmented
        aria-label={t(insightTexts.groupBy)}
        value={state.by}
        options={MOVEMENT_GROUPS.map((name) => ({ value: name, label: t(GROUP_TEXTS[name]) }))}
        onChange={(by) => change({ by })}
      />
      <Segmented
        aria-label={t(movementTexts.measure)}
        value={state.measure}
        options={(["amount", "count"] as const).map((name) => ({
          value: name,
          label: t(movementTexts[name]),
        }))}
        onChange={(measure) => change({ measure })}
      />
    </div>
  );
}

function Days({ state, change }: Pick<MovementControlsProps, "state" | "change">) {
  const { t } = useLanguage();
  const day = (name: "from" | "to") => (
    <input
      className="insight-day num"
      type="date"
      aria-label={t(insightTexts[name])}
      value={state[name]}
      min={name === "to" ? state.from : undefined}
      max={name === "from" ? state.to : undefined}
      onChange={(event) => event.target.value && change({ [name]: event.target.value })}
    />
  );
  return (
    <span className="line">
      {day("from")}
      <span aria-hidden>–</span>
      {day("to")}
    </span>
  );
}
