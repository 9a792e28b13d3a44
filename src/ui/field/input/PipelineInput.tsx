import { Select } from "antd";
import { usePipelines } from "../../data/pipelines.ts";
import { linkId } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { fieldMessages } from "../field.messages.ts";
import type { InputProps } from "../kind-ui.ts";
import * as base from "../../kit/base.module.css";

export function PipelineInput({ value, onChange, id, object, invalid, disabled, autoFocus }: InputProps) {
  const { of, t } = useLanguage();
  return (
    <Select
      id={id}
      className={base.fullWidth}
      allowClear
      placeholder={t(fieldMessages.pick)}
      value={linkId(value) ?? undefined}
      status={invalid ? "error" : ""}
      disabled={disabled}
      autoFocus={autoFocus}
      options={usePipelines(object).map((pipeline) => ({
        value: pipeline.id,
        label: of(pipeline.label, pipeline.name),
      }))}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  );
}
