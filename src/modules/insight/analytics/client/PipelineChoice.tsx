import { Select } from "antd";
import { useObjects } from "../../../../ui/data/objects.ts";
import type { PipelineInfo } from "../../../../ui/data/pipelines.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { insightScreenMessages } from "./insight.messages.ts";
import * as styles from "./PipelineChoice.module.css";

export interface PipelineChoiceProps {
  readonly pipelines: readonly PipelineInfo[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}
/** Which pipeline, by its object and its name. */
export function PipelineChoice({ pipelines, value, onChange }: PipelineChoiceProps) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  return (
    <Select
      className={styles.insightPipeline}
      aria-label={t(insightScreenMessages.pipeline)}
      value={value}
      options={pipelines.map((one) => ({
        value: one.id,
        label: `${of(objects.get(one.object)?.label, one.object)} · ${of(one.label, one.name)}`,
      }))}
      onChange={onChange}
    />
  );
}
