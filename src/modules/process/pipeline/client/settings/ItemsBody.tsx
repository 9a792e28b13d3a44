import { Checkbox } from "antd";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { ChecklistItem } from "../../shared/pipeline.ts";
import { LabelPair } from "../../../../../ui/kit/LabelPair.tsx";
import { freshId } from "../../../../../ui/data/fresh-id.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as editorStyles from "../../../../../ui/kit/editor.module.css";

/** The lines of a checklist. */
export function ItemsBody({
  items,
  onChange,
}: {
  readonly items: readonly ChecklistItem[];
  readonly onChange: (items: readonly ChecklistItem[]) => void;
}) {
  const { t } = useLanguage();
  const replace = (next: ChecklistItem) => onChange(items.map((item) => (item.id === next.id ? next : item)));
  return (
    <div className={base.stack} data-part="stack">
      {items.map((item) => (
        <div key={item.id} className={editorStyles.editorRow}>
          <LabelPair
            name={t(pipelineSettingsMessages.items)}
            value={item.label}
            onChange={(label) => replace({ ...item, label })}
          />
          <Checkbox
            checked={item.optional === true}
            onChange={(event) => replace({ ...item, optional: event.target.checked })}
          >
            {t(pipelineSettingsMessages.optional)}
          </Checkbox>
          <QuietButton
            icon="close"
            aria-label={t(pipelineSettingsMessages.remove)}
            onClick={() => onChange(items.filter((one) => one !== item))}
          />
        </div>
      ))}
      <QuietButton icon="plus" onClick={() => onChange([...items, { id: freshId("item"), label: {} }])}>
        {t(pipelineSettingsMessages.addItem)}
      </QuietButton>
    </div>
  );
}
