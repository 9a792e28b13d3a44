import { Select } from "antd";
import { useObject } from "../../../../../ui/data/objects.ts";
import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { CriterionOf } from "../../shared/pipeline.ts";
import { useRelatedChoices } from "./choices.ts";
import { ExpressionInput } from "./ExpressionInput.tsx";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import type { CriterionBodyProps } from "./criterion-body-props.ts";
import { CountField } from "./CountField.tsx";
import * as formGridStyles from "./form-grid.module.css";

/** How many related records must be there, and which of them count. */
export function RelatedBody({ object, criterion, onChange }: CriterionBodyProps<CriterionOf<"related">>) {
  const { t } = useLanguage();
  const choices = [...useRelatedChoices(object)];
  const other = useObject(criterion.object);
  return (
    <div className={formGridStyles.formGrid}>
      <Labelled label={t(pipelineSettingsMessages.object)}>
        {({ id }) => (
          <Select
            id={id}
            value={criterion.object}
            onChange={(name: string) => onChange({ ...criterion, object: name, expression: undefined })}
            options={choices}
          />
        )}
      </Labelled>
      <CountField
        label={t(pipelineSettingsMessages.min)}
        value={criterion.min}
        onChange={(min) => onChange({ ...criterion, min })}
      />
      <CountField
        label={t(pipelineSettingsMessages.max)}
        value={criterion.max}
        onChange={(max) => onChange({ ...criterion, max })}
      />
      {other && (
        <Labelled wide label={t(pipelineSettingsMessages.relatedFilter)}>
          {({ id, describedBy }) => (
            <ExpressionInput
              id={id}
              describedBy={describedBy}
              object={other}
              value={criterion.expression ?? ""}
              onChange={(expression) => onChange({ ...criterion, expression: expression || undefined })}
            />
          )}
        </Labelled>
      )}
    </div>
  );
}
