import type { CSSProperties } from "react";
import { findStage, usePipelines } from "../data/pipelines.ts";
import { textValue } from "../data/values.ts";
import { stageColor } from "../kit/colors.ts";
import { useLanguage } from "../kit/language.tsx";
import type { CellProps } from "./kind-ui.ts";

export function StageCell({ value, record, object }: CellProps) {
  const { of } = useLanguage();
  const pipelines = usePipelines(object);
  const name = textValue(value);
  if (!name) return null;
  const stage = findStage(pipelines, name, record);
  const open = pipelines.find((pipeline) => stage && pipeline.stages.includes(stage))?.stages.filter((one) => one.type === "open") ?? [];
  const color = stage ? stageColor(stage.type, open.indexOf(stage), open.length) : undefined;
  return (
    <span className="chip" style={color ? ({ "--dot": color } as CSSProperties) : undefined}>
      {of(stage?.label, name)}
    </span>
  );
}
