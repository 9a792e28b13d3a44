import { Segmented, Select, TreeSelect } from "antd";
import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { ObjectInfo } from "../../../ui/data/objects.ts";
import type { PipelineInfo } from "../../../ui/data/pipelines.ts";
import { LinkInput } from "../../../ui/field/input/LinkInput.tsx";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { AsOfToggle } from "../../../ui/record/time/AsOfToggle.tsx";
import type { DepartmentTree } from "./departments.ts";
import { type InsightState, PERIODS } from "./insight-state.ts";
import { insightTexts } from "./insight.messages.ts";

const PERIOD_TEXTS = {
  month: insightTexts.month,
  quarter: insightTexts.quarter,
  year: insightTexts.year,
  all: insightTexts.allTime,
  custom: insightTexts.custom,
} as const;

export interface InsightControlsProps {
  readonly state: InsightState;
  readonly change: (change: Partial<InsightState>) => void;
  readonly object: ObjectInfo;
  readonly pipelines: readonly PipelineInfo[];
  readonly pipeline: PipelineInfo;
  readonly objectLabel: (name: string) => LabelMap | undefined;
  readonly departments: DepartmentTree;
}

/** Pipeline, period, method, and whose records: all of it stands in the address. */
export function InsightControls({
  state,
  change,
  object,
  pipelines,
  pipeline,
  objectLabel,
  departments,
}: InsightControlsProps) {
  const { t, of } = useLanguage();
  const isFiltered = [state.department, state.owner, state.product, state.source, state.asOf].some(Boolean);
  return (
    <div className="insight-controls" role="group" aria-label={t(insightTexts.filters)}>
      <Select
        className="insight-pipeline"
        aria-label={t(insightTexts.pipeline)}
        value={pipeline.id}
        options={pipelines.map((one) => ({
          value: one.id,
          label: `${of(objectLabel(one.object), one.object)} · ${of(one.label, one.name)}`,
        }))}
        onChange={(id) => change({ pipeline: id })}
      />
      <PeriodChoice state={state} change={change} />
      <Segmented
        aria-label={t(insightTexts.mode)}
        value={state.mode}
        options={(["cohort", "flow"] as const).map((mode) => ({
          value: mode,
          label: <span title={t(insightTexts[`${mode}Hint`])}>{t(insightTexts[mode])}</span>,
        }))}
        onChange={(mode) => change({ mode })}
      />
      <TreeSelect
        className="insight-choice"
        aria-label={t(insightTexts.department)}
        allowClear
        treeDefaultExpandAll
        popupMatchSelectWidth={false}
        placeholder={t(insightTexts.allDepartments)}
        value={state.department && state.department !== "none" ? state.department : undefined}
        treeData={[...departments.roots]}
        onChange={(id?: string) => change({ department: id ?? "" })}
      />
      {(["owner", "product"] as const).map((name) => {
        const field = object.byName[name];
        return field ? (
          <label key={name} className="insight-choice">
            <span className="insight-choice-name">{t(insightTexts[name])}</span>
            <LinkInput
              object={object.name}
              field={field}
              value={state[name] && state[name] !== "none" ? state[name] : null}
              onChange={(value) => change({ [name]: typeof value === "string" ? value : "" })}
            />
          </label>
        ) : null;
      })}
      <AsOfToggle value={state.asOf} onChange={(asOf) => change({ asOf })} />
      {isFiltered && (
        <Ghost
          icon="close"
          onClick={() => change({ department: "", owner: "", product: "", source: "", asOf: "" })}
        >
          {t(insightTexts.clear)}
        </Ghost>
      )}
    </div>
  );
}

function PeriodChoice({ state, change }: Pick<InsightControlsProps, "state" | "change">) {
  const { t } = useLanguage();
  return (
    <>
      <Segmented
        aria-label={t(insightTexts.period)}
        value={state.period}
        options={PERIODS.map((name) => ({ value: name, label: t(PERIOD_TEXTS[name]) }))}
        onChange={(period) =>
          change(
            period === "custom" ? { period, from: state.from, to: state.to } : { period, from: "", to: "" },
          )
        }
      />
      {state.period === "custom" && (
        <span className="line">
          <DayInput
            label={t(insightTexts.from)}
            value={state.from}
            max={state.to}
            onChange={(from) => change({ from })}
          />
          <span aria-hidden>–</span>
          <DayInput
            label={t(insightTexts.to)}
            value={state.to}
            min={state.from}
            onChange={(to) => change({ to })}
          />
        </span>
      )}
    </>
  );
}

interface DayInputProps {
  readonly label: string;
  readonly value: string;
  readonly min?: string;
  readonly max?: string;
  readonly onChange: (day: string) => void;
}
const DayInput = ({ label, value, min, max, onChange }: DayInputProps) => (
  <input
    className="insight-day num"
    type="date"
    aria-label={label}
    value={value}
    min={min || undefined}
    max={max || undefined}
    onChange={(event) => onChange(event.target.value)}
  />
);
