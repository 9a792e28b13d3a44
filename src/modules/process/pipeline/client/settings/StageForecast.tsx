import { Select } from "antd";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { NumberField } from "../../../../../ui/kit/NumberField.tsx";
import { FORECAST_CATEGORIES } from "../../shared/pipeline.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import type { StageBasicsProps } from "./StageBasics.tsx";

/** How likely a record of this stage is won, and what it counts as in a forecast. */
export function StageForecast({ stage, onChange }: StageBasicsProps) {
  const { t } = useLanguage();
  return (
    <>
      <Labelled label={t(pipelineSettingsMessages.probability)}>
        {({ id }) => (
          <NumberField
            key={stage.name}
            id={id}
            min={0}
            max={100}
            suffix="%"
            value={stage.probability}
            onChange={(value) => onChange({ ...stage, probability: value ?? 0 })}
          />
        )}
      </Labelled>
      <Labelled label={t(pipelineSettingsMessages.forecast)}>
        {({ id }) => (
          <Select
            id={id}
            value={stage.forecast_category}
            onChange={(forecast_category) => onChange({ ...stage, forecast_category })}
            options={FORECAST_CATEGORIES.map((name) => ({
              value: name,
              label: t(pipelineSettingsMessages[name]),
            }))}
          />
        )}
      </Labelled>
    </>
  );
}
