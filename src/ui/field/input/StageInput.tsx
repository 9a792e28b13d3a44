import { Select } from "antd";
import { partOf } from "../../../shared/metadata/record-of.ts";
import { staged } from "../../../shared/metadata/stage-fields.ts";
import { usePipelines } from "../../data/pipelines.ts";
import { textValue } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { fieldMessages } from "../field.messages.ts";
import type { InputProps } from "../kind-ui.ts";
import * as base from "../../kit/base.module.css";

export function StageInput({
  value,
  onChange,
  id,
  object,
  record,
  invalid,
  disabled,
  autoFocus,
}: InputProps) {
  const { of, t } = useLanguage();
  const pipelines = usePipelines(object);
  const chosen = textValue(partOf(staged, record).pipeline);
  const pipeline =
    pipelines.find((one) => one.id === chosen || one.name === chosen) ??
    pipelines.find((one) => one.default) ??
    pipelines[0];
  return (
    <Select
      id={id}
      className={base.fullWidth}
      placeholder={t(fieldMessages.pick)}
      value={textValue(value) || undefined}
      status={invalid ? "error" : ""}
      disabled={disabled}
      autoFocus={autoFocus}
      options={(pipeline?.stages ?? []).map((stage) => ({
        value: stage.name,
        label: of(stage.label, stage.name),
      }))}
      onChange={(next: string) => onChange(next)}
    />
  );
}
