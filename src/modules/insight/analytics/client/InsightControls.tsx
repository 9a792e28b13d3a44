import { Segmented } from "antd";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import type { PipelineInfo } from "../../../../ui/data/pipelines.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { AsOfToggle } from "../../../../ui/record/time/AsOfToggle.tsx";
import { ControlsFrame } from "./ControlsFrame.tsx";
import { DepartmentChoice } from "./DepartmentChoice.tsx";
import type { DepartmentTree } from "./departments.ts";
import type { InsightState } from "./insight-state.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import { InsightPeriod, PERIOD_TEXTS } from "./InsightPeriod.tsx";
import { LinkChoice } from "./LinkChoice.tsx";
import { PipelineChoice } from "./PipelineChoice.tsx";

export interface InsightControlsProps {
  readonly state: InsightState;
  readonly change: (change: Partial<InsightState>) => void;
  readonly object: ObjectInfo;
  readonly pipelines: readonly PipelineInfo[];
  readonly pipeline: PipelineInfo;
  readonly departments: DepartmentTree;
}

/** Whom or what a filter names; the records without any are "none", which no choice shows. */
const chosenOf = (value: string): string => (value === "none" ? "" : value);

/** Pipeline, period, method, and whose records: all of it stands in the address. */
export function InsightControls({
  state,
  change,
  object,
  pipelines,
  pipeline,
  departments,
}: InsightControlsProps) {
  const { t } = useLanguage();

  const narrowed = [state.department, state.owner, state.product, state.source].filter(Boolean).length;
  const chosen = [
    state.period === "custom" ? `${state.from} – ${state.to}` : t(PERIOD_TEXTS[state.period]),
    t(insightScreenMessages[state.mode]),
    narrowed > 0 ? `+${narrowed}` : "",
  ];
  return (
    <ControlsFrame chosen={chosen}>
      <PipelineChoice pipelines={pipelines} value={pipeline.id} onChange={(id) => change({ pipeline: id })} />
      <InsightPeriod state={state} change={change} />
      <Segmented
        aria-label={t(insightScreenMessages.mode)}
        value={state.mode}
        options={(["cohort", "flow"] as const).map((mode) => ({
          value: mode,
          label: (
            <span title={t(insightScreenMessages[`${mode}Hint`])}>{t(insightScreenMessages[mode])}</span>
          ),
        }))}
        onChange={(mode) => change({ mode })}
      />
      <DepartmentChoice
        departments={departments}
        value={chosenOf(state.department)}
        onChange={(department) => change({ department })}
      />
      {(["owner", "product"] as const).map((name) => {
        const field = object.byName[name];
        return field ? (
          <LinkChoice
            key={name}
            object={object}
            field={field}
            label={t(insightScreenMessages[name])}
            value={chosenOf(state[name])}
            onChange={(id) => change({ [name]: id })}
          />
        ) : null;
      })}
      <AsOfToggle value={state.asOf} onChange={(asOf) => change({ asOf })} />
      {(narrowed > 0 || state.asOf) && (
        <QuietButton
          icon="close"
          onClick={() => change({ department: "", owner: "", product: "", source: "", asOf: "" })}
        >
          {t(insightScreenMessages.clear)}
        </QuietButton>
      )}
    </ControlsFrame>
  );
}
