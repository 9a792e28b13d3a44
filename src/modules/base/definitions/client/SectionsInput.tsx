import { Input } from "antd";
import { useId } from "react";
import type { FormSection } from "../../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { kitTexts } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { FieldsSelect } from "./FieldsSelect.tsx";
import { objectTexts } from "./objects.messages.ts";

export interface SectionsInputProps {
  readonly object: ObjectInfo;
  readonly sections: readonly FormSection[];
  readonly onChange: (sections: readonly FormSection[]) => void;
}
/** Groups of the form in their order, each with its words and fields. */
export function SectionsInput({ object, sections, onChange }: SectionsInputProps) {
  const { t, of } = useLanguage();
  const id = useId();
  const put = (at: number, part: Partial<FormSection>) =>
    onChange(sections.map((one, place) => (place === at ? { ...one, ...part } : one)));
  return (
    <div className="stack">
      {sections.map((section, at) => (
        <div key={at} className="section-row">
          <Input
            aria-label={`${t(objectTexts.sectionZh)} ${at + 1}`}
            placeholder={t(objectTexts.sectionZh)}
            value={section.label["zh-CN"] ?? ""}
            onChange={(event) => put(at, { label: { ...section.label, "zh-CN": event.target.value } })}
          />
          <Input
            aria-label={`${t(objectTexts.sectionEn)} ${at + 1}`}
            placeholder={t(objectTexts.sectionEn)}
            value={section.label["en"] ?? ""}
            onChange={(event) => put(at, { label: { ...section.label, en: event.target.value } })}
          />
          <Ghost
            icon="trash"
            aria-label={`${t(kitTexts.delete)} ${of(section.label)}`}
            onClick={() => onChange(sections.filter((_, place) => place !== at))}
          />
          <div className="section-fields">
            <FieldsSelect
              id={`${id}-${at}`}
              object={object}
              value={section.fields}
              onChange={(fields) => put(at, { fields })}
            />
          </div>
        </div>
      ))}
      <div>
        <Ghost icon="plus" onClick={() => onChange([...sections, { label: {}, fields: [] }])}>
          {t(objectTexts.addSection)}
        </Ghost>
      </div>
    </div>
  );
}
