import { Segmented } from "antd";
import { useState } from "react";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { useMe } from "../../../../../ui/data/session.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { Refusal } from "../../../../../ui/kit/Refusal.tsx";
import { useFields } from "../definition-data.ts";
import type { SettingsField } from "../field-draft.ts";
import { objectMessages } from "../objects.messages.ts";
import { ArrangedFields } from "./ArrangedFields.tsx";
import { ArrangedSection } from "./ArrangedSection.tsx";
import { FieldPanel } from "./FieldPanel.tsx";
import { addSection } from "./form-layout.ts";
import { formLayoutMessages } from "./form-layout.messages.ts";
import { FormSaving } from "./FormSaving.tsx";
import { Palette } from "./Palette.tsx";
import { type Arranging, useArranging } from "./use-arranging.ts";
import { useSaveForm } from "./use-save-form.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as sectionStyles from "./ArrangedSection.module.css";
import * as styles from "./FormTab.module.css";

export interface FormTabProps {
  readonly object: ObjectInfo;
  /** The field whose properties stand beside the form. */
  readonly chosen: string | null;
  readonly onChoose: (field: string | null) => void;
}
/** The form of an object as it will look, and the fields it is made of: all that is made here is saved at once. */
export function FormTab({ object, chosen, onChoose }: FormTabProps) {
  const fields = useFields(object.name);
  return (
    <QueryResult query={fields}>
      {(settings) => <FormBuilder key={object.name} {...{ object, settings, chosen, onChoose }} />}
    </QueryResult>
  );
}

interface BuilderProps extends FormTabProps {
  readonly settings: readonly SettingsField[];
}
function FormBuilder({ object, settings, chosen, onChoose }: BuilderProps) {
  const { t } = useLanguage();
  const arranging = useArranging(object, settings, { chosen, choose: onChoose });
  const saving = useSaveForm(object, arranging);
  const [preview, setPreview] = useState<"desktop" | "phone">("desktop");
  const [stuck, setStuck] = useState<string | null>(null);
  const { said } = arranging;
  return (
    <div className={base.stack}>
      <p className={base.muted}>{t(formLayoutMessages.lead)}</p>
      <Palette arranging={arranging} />
      <div className={styles.tools}>
        <Segmented
          aria-label={t(formLayoutMessages.preview)}
          value={preview}
          options={[
            { value: "desktop", label: t(formLayoutMessages.desktop) },
            { value: "phone", label: t(formLayoutMessages.phone) },
          ]}
          onChange={setPreview}
        />
        <FormSaving
          {...{ object, arranging, saving }}
          isStuck={stuck !== null && arranging.fields.isConverting(stuck)}
        />
      </div>
      <Refusal words={saving.errorsOf(null)[""]} />
      <div className={styles.columns} data-chosen={chosen !== null || undefined}>
        <Arranged {...{ object, arranging, preview }} />
        {chosen === null ? (
          <p className={styles.nothing}>{t(formLayoutMessages.nothingChosen)}</p>
        ) : (
          <FieldPanel {...{ object, arranging, saving }} name={chosen} onStuck={setStuck} />
        )}
      </div>
      <output className={styles.said} aria-live="polite">
        {said}
      </output>
    </div>
  );
}

interface ArrangedProps {
  readonly object: ObjectInfo;
  readonly arranging: Arranging;
  readonly preview: "desktop" | "phone";
}
/** The sections in their order, and what stands in none of them. */
function Arranged({ object, arranging, preview }: ArrangedProps) {
  const { t } = useLanguage();
  const { language: first } = useMe().company;
  const { layout, change } = arranging;
  const more = () => change(addSection(layout, { [first]: formLayoutMessages.newSection[first] }));
  return (
    <div className={styles.form} data-preview={preview}>
      {layout.sections.map((_, at) => (
        <ArrangedSection key={at} {...{ object, at, arranging }} />
      ))}
      <div>
        <QuietButton icon="plus" onClick={more}>
          {t(objectMessages.addSection)}
        </QuietButton>
      </div>
      <section className={sectionStyles.section} aria-label={t(formLayoutMessages.rest)}>
        <span>
          {t(formLayoutMessages.rest)} <small className={base.muted}>{t(formLayoutMessages.restHint)}</small>
        </span>
        <ArrangedFields {...{ object, arranging }} names={layout.rest} section={layout.sections.length} />
      </section>
    </div>
  );
}
