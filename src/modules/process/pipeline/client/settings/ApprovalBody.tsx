import { Select } from "antd";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { CriterionOf } from "../../shared/pipeline.ts";
import { useNamed } from "./choices.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import type { CriterionBodyProps } from "./criterion-body-props.ts";

/** The role whose approval is needed. */
export function ApprovalBody({ criterion, onChange }: CriterionBodyProps<CriterionOf<"approval">>) {
  const { t } = useLanguage();
  return (
    <Select
      aria-label={t(pipelineSettingsMessages.role)}
      value={criterion.approval || undefined}
      onChange={(approval: string) => onChange({ ...criterion, approval })}
      options={[...useNamed("role")]}
    />
  );
}
