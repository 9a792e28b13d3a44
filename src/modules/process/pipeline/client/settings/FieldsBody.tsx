import { Select } from "antd";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { leaveWithTab } from "../../../../../ui/kit/leave-with-tab.ts";
import type { CriterionOf } from "../../shared/pipeline.ts";
import { useFieldChoices } from "./choices.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import type { CriterionBodyProps } from "./criterion-body-props.ts";

/** Fields that must be filled in. */
export function FieldsBody({ object, criterion, onChange }: CriterionBodyProps<CriterionOf<"fields">>) {
  const { t } = useLanguage();
  const choices = [...useFieldChoices(object)];
  return (
    <Select
      mode="multiple"
      onInputKeyDown={leaveWithTab}
      optionFilterProp="label"
      aria-label={t(pipelineSettingsMessages.fields)}
      value={[...criterion.fields]}
      onChange={(fields) => onChange({ ...criterion, fields })}
      options={choices}
    />
  );
}
