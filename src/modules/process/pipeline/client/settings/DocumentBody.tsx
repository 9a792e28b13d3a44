import { Select } from "antd";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { CriterionOf } from "../../shared/pipeline.ts";
import { useDocumentTypes } from "./choices.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import type { CriterionBodyProps } from "./criterion-body-props.ts";
import { CountField } from "./CountField.tsx";
import * as formGridStyles from "./form-grid.module.css";

/** How many documents of which type must be there. */
export function DocumentBody({ criterion, onChange }: CriterionBodyProps<CriterionOf<"document">>) {
  const { t } = useLanguage();
  const types = [...useDocumentTypes()];
  return (
    <div className={formGridStyles.formGrid}>
      <Labelled label={t(pipelineSettingsMessages.documentType)}>
        {({ id }) => (
          <Select
            id={id}
            value={criterion.document_type || undefined}
            onChange={(document_type: string) => onChange({ ...criterion, document_type })}
            options={types}
          />
        )}
      </Labelled>
      <CountField
        label={t(pipelineSettingsMessages.min)}
        value={criterion.min}
        onChange={(min) => onChange({ ...criterion, min })}
      />
    </div>
  );
}
