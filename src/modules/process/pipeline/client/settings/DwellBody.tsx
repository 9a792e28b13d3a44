import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { CriterionOf } from "../../shared/pipeline.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import type { CriterionBodyProps } from "./criterion-body-props.ts";
import { CountField } from "./CountField.tsx";
import * as formGridStyles from "./form-grid.module.css";

/** How long a record stays in its stage, at least and at most. */
export function DwellBody({ criterion, onChange }: CriterionBodyProps<CriterionOf<"dwell">>) {
  const { t } = useLanguage();
  return (
    <div className={formGridStyles.formGrid}>
      <CountField
        label={t(pipelineSettingsMessages.minDays)}
        value={criterion.min_days}
        onChange={(min_days) => onChange({ ...criterion, min_days })}
      />
      <CountField
        label={t(pipelineSettingsMessages.maxDays)}
        value={criterion.max_days}
        onChange={(max_days) => onChange({ ...criterion, max_days })}
      />
    </div>
  );
}
