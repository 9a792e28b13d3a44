import { Select } from "antd";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { NumberField } from "../../../../../ui/kit/NumberField.tsx";
import { type Stage, STAGE_TYPES } from "../../shared/pipeline.ts";
import { ClockLimitsEditor } from "./ClockLimitsEditor.tsx";
import { LabelPair } from "../../../../../ui/kit/LabelPair.tsx";
import { withType } from "./pipeline-edits.ts";
import { StageCode } from "./StageCode.tsx";
import { StageForecast } from "./StageForecast.tsx";
import { StageRoles } from "./StageRoles.tsx";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import * as formGridStyles from "./form-grid.module.css";

export interface StageBasicsProps {
  readonly stage: Stage;
  readonly onChange: (stage: Stage) => void;
}
export interface StageNaming {
  /** Names of all stages. */
  readonly taken: readonly string[];
  /** Published: records keep its name. */
  readonly fixed: boolean;
}
/** Label, type, chances, who is responsible and how long a record may stand here. */
export function StageBasics({ stage, taken, fixed, onChange }: StageBasicsProps & StageNaming) {
  const { t } = useLanguage();
  return (
    <div className={formGridStyles.formGrid}>
      <Labelled
        wide
        label={`${t(pipelineSettingsMessages.labelZh)} / ${t(pipelineSettingsMessages.labelEn)}`}
      >
        {() => (
          <LabelPair
            name={t(pipelineSettingsMessages.stage)}
            value={stage.label}
            onChange={(label) => onChange({ ...stage, label })}
          />
        )}
      </Labelled>
      <CodeField stage={stage} taken={taken} fixed={fixed} onChange={onChange} />
      <Labelled label={t(pipelineSettingsMessages.type)}>
        {({ id }) => (
          <Select
            id={id}
            value={stage.type}
            onChange={(type) => onChange(withType(stage, type))}
            options={STAGE_TYPES.map((type) => ({ value: type, label: t(pipelineSettingsMessages[type]) }))}
          />
        )}
      </Labelled>
      <StageForecast stage={stage} onChange={onChange} />
      <Labelled label={t(pipelineSettingsMessages.maxDwell)}>
        {({ id }) => (
          <NumberField
            key={stage.name}
            id={id}
            min={0}
            max={3650}
            value={stage.max_dwell ?? null}
            onChange={(value) => onChange({ ...stage, max_dwell: value ?? undefined })}
          />
        )}
      </Labelled>
      {stage.type === "open" && (
        <ClockLimitsEditor key={`clocks ${stage.name}`} stage={stage} onChange={onChange} />
      )}
      <StageRoles stage={stage} onChange={onChange} />
    </div>
  );
}

function CodeField({ stage, taken, fixed, onChange }: StageBasicsProps & StageNaming) {
  const { t } = useLanguage();
  return (
    <Labelled label={t(pipelineSettingsMessages.code)} hint={t(pipelineSettingsMessages.codeHint)}>
      {({ id, describedBy }) =>
        fixed ? (
          <code id={id}>{stage.name}</code>
        ) : (
          <StageCode
            id={id}
            describedBy={describedBy}
            value={stage.name}
            taken={taken}
            onChange={(name) => onChange({ ...stage, name })}
          />
        )
      }
    </Labelled>
  );
}
