import { usePipelines } from "../data/pipelines.ts";
import { linkId, titleAt } from "../data/values.ts";
import { useLanguage } from "../kit/language.tsx";
import type { CellProps } from "./kind-ui.ts";
import * as base from "../kit/base.module.css";

/** A pipeline is called by its label, not by its API name. */
export function PipelineCell({ field, value, record, object }: CellProps) {
  const { of } = useLanguage();
  const pipeline = usePipelines(object).find((one) => one.id === linkId(value));
  return (
    <span className={base.clip}>
      {pipeline ? of(pipeline.label, pipeline.name) : titleAt(record, field.name)}
    </span>
  );
}
