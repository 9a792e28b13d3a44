import { Switch } from "antd";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { isLayerOn, LAYER_LABELS } from "../../shared/layers.ts";
import { LAYERS, type Stage } from "../../shared/pipeline.ts";
import { settingsTexts } from "./settings.messages.ts";

/** The seven layers, each on or off for this stage. */
export function LayerSwitches({ stage, onChange }: { readonly stage: Stage; readonly onChange: (stage: Stage) => void }) {
  const { t } = useLanguage();
  return (
    <div className="stack">
      <p className="muted">{t(settingsTexts.layersHint)}</p>
      <div className="layer-switches">
        {LAYERS.map((layer, index) => (
          <label key={layer}>
            <Switch size="small" checked={isLayerOn(stage, layer)} onChange={(on) => onChange({ ...stage, layers: { ...stage.layers, [layer]: on } })} />
            <span>
              {index + 1}. {t(LAYER_LABELS[layer])}
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}
