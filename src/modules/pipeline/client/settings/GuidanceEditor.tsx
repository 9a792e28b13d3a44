import type { LabelMap } from "../../../../shared/i18n/label.ts";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Guidance } from "../../shared/pipeline.ts";
import { LabelPair } from "./LabelPair.tsx";
import { settingsTexts } from "./settings.messages.ts";

/** Tips and scripts that stand beside a record in this stage. */
export function GuidanceEditor({ guidance, onChange }: { readonly guidance: Guidance; readonly onChange: (guidance: Guidance) => void }) {
  const { t } = useLanguage();
  return (
    <div className="stack" style={{ maxWidth: 860 }}>
      <Lines title={t(settingsTexts.tips)} lines={guidance.tips ?? []} onChange={(tips) => onChange({ ...guidance, tips })} />
      <Lines title={t(settingsTexts.scripts)} lines={guidance.scripts ?? []} onChange={(scripts) => onChange({ ...guidance, scripts })} />
    </div>
  );
}

function Lines({
  title,
  lines,
  onChange,
}: {
  readonly title: string;
  readonly lines: readonly LabelMap[];
  readonly onChange: (lines: readonly LabelMap[]) => void;
}) {
  const { t } = useLanguage();
  return (
    <>
      <h3>{title}</h3>
      {lines.map((line, index) => (
        <div key={index} className="editor-row">
          <LabelPair name={title} max={500} value={line} onChange={(next) => onChange(lines.map((one, at) => (at === index ? next : one)))} />
          <Ghost icon="close" aria-label={t(settingsTexts.remove)} onClick={() => onChange(lines.filter((_, at) => at !== index))} />
        </div>
      ))}
      <div>
        <Ghost icon="plus" onClick={() => onChange([...lines, {}])}>
          {t(settingsTexts.addLine)}
        </Ghost>
      </div>
    </>
  );
}
