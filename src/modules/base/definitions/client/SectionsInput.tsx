import { Input } from "antd";
import { useId } from "react";
import type { FormSection } from "../../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { FieldsSelect } from "./FieldsSelect.tsx";
import { objectMessages } from "./objects.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./SectionsInput.module.css";

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
    <div className={base.stack}>
      {sections.map((section, at) => (
        <div key={at} className={styles.sectionRow}>
          <Input
            aria-label={`${t(objectMessages.sectionZh)} ${at + 1}`}
            placeholder={t(objectMessages.sectionZh)}
            value={section.label["zh-CN"] ?? ""}
            onChange={(event) => put(at, { label: { ...section.label, "zh-CN": event.target.value } })}
          />
          <Input
            aria-label={`${t(objectMessages.sectionEn)} ${at + 1}`}
            placeholder={t(objectMessages.sectionEn)}
            value={section.label["en"] ?? ""}
            onChange={(event) => put(at, { label: { ...section.label, en: event.target.value } })}
          />
          <QuietButton
            icon="trash"
            aria-label={`${t(kitMessages.delete)} ${of(section.label)}`}
            onClick={() => onChange(sections.filter((_, place) => place !== at))}
          />
          <div className={styles.sectionFields}>
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
        <QuietButton icon="plus" onClick={() => onChange([...sections, { label: {}, fields: [] }])}>
          {t(objectMessages.addSection)}
        </QuietButton>
      </div>
    </div>
  );
}
