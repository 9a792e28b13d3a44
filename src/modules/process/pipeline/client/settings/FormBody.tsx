import { Select } from "antd";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { CriterionOf } from "../../shared/pipeline.ts";
import { useNamed } from "./choices.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import type { CriterionBodyProps } from "./criterion-body-props.ts";

/** The form that must be filled in. */
export function FormBody({ criterion, onChange }: CriterionBodyProps<CriterionOf<"form">>) {
  const { t } = useLanguage();
  return (
    <Select
      aria-label={t(pipelineSettingsMessages.form)}
      value={criterion.form || undefined}
      onChange={(form: string) => onChange({ ...criterion, form })}
      options={[...useNamed("form")]}
    />
  );
}
