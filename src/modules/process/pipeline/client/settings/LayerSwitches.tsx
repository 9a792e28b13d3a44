import { Switch } from "antd";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { isLayerOn, LAYER_LABELS, layerOf } from "../../shared/layers.ts";
import { type Layer, LAYERS, type Stage } from "../../shared/pipeline.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./LayerSwitches.module.css";

/** What a stage asks for by kind, each on or off for this stage. */
export function LayerSwitches({
  stage,
  onChange,
}: {
  readonly stage: Stage;
  readonly onChange: (stage: Stage) => void;
}) {
  const { t } = useLanguage();
  const asks = (layer: Layer): number =>
    layer === "actions"
      ? stage.on_enter.length + stage.on_exit.length
      : (["entry", "exit"] as const).flatMap((side) =>
          stage[side].filter((criterion) => layerOf(criterion, side) === layer),
        ).length;
  return (
    <div className={base.stack} data-part="stack">
      <p className={base.muted}>{t(pipelineSettingsMessages.layersHint)}</p>
      <div className={styles.layerSwitches}>
        {LAYERS.map((layer) => (
          <label key={layer}>
            <Switch
              size="small"
              checked={isLayerOn(stage, layer)}
              onChange={(on) => onChange({ ...stage, layers: { ...stage.layers, [layer]: on } })}
            />
            <span className={base.grow}>{t(LAYER_LABELS[layer])}</span>
            <small className={base.muted}>
              {asks(layer) > 0
                ? t(pipelineSettingsMessages.layerAsks, { count: asks(layer) })
                : t(pipelineSettingsMessages.layerEmpty)}
            </small>
          </label>
        ))}
      </div>
    </div>
  );
}
