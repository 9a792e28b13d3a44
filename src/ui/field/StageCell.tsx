import type { CSSProperties } from "react";
import { findStage, usePipelines } from "../data/pipelines.ts";
import { textValue } from "../data/values.ts";
import { stageColor } from "../kit/colors.ts";
import { Icon } from "../kit/Icon.tsx";
import { useLanguage } from "../kit/language.tsx";
import { fieldMessages } from "./field.messages.ts";
import type { CellProps } from "./kind-ui.ts";
import * as base from "../kit/base.module.css";
import * as chipStyles from "../kit/chip.module.css";

export function StageCell({ value, record, object }: CellProps) {
  const { of } = useLanguage();
  const pipelines = usePipelines(object);
  const name = textValue(value);
  if (!name) return null;
  const stage = findStage(pipelines, name, record);
  const open =
    pipelines
      .find((pipeline) => stage && pipeline.stages.includes(stage))
      ?.stages.filter((one) => one.type === "open") ?? [];
  const color = stage ? stageColor(stage.type, open.indexOf(stage), open.length) : undefined;
  const waits = Number(textValue(record["waiting_consents"]) || 0) > 0;
  const chip = (
    <span
      className={`${chipStyles.chip} ${chipStyles.tinted}`}
      data-part="chip"
      style={color ? ({ "--dot": color } as CSSProperties) : undefined}
    >
      {of(stage?.label, name)}
    </span>
  );
  if (!waits) return chip;
  return (
    <span className={`${base.line} ${base.clip}`}>
      {chip}
      <WaitingSign />
    </span>
  );
}

/** A move of the record waits for somebody's consent. */
export function WaitingSign() {
  const { t } = useLanguage();
  return (
    <span role="img" aria-label={t(fieldMessages.waitsForConsent)} title={t(fieldMessages.waitsForConsent)}>
      <Icon name="clock" size={13} />
    </span>
  );
}
