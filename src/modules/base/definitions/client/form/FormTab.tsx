import { Button, Segmented } from "antd";
import { useState } from "react";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { useMe } from "../../../../../ui/data/session.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { FieldDialog } from "../FieldDialog.tsx";
import { definitionScreenMessages } from "../definitions.messages.ts";
import { objectMessages } from "../objects.messages.ts";
import { ArrangedFields } from "./ArrangedFields.tsx";
import { ArrangedSection } from "./ArrangedSection.tsx";
import { addSection } from "./form-layout.ts";
import { formLayoutMessages } from "./form-layout.messages.ts";
import { FormSaving } from "./FormSaving.tsx";
import { useArranging } from "./use-arranging.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as sectionStyles from "./ArrangedSection.module.css";
import * as styles from "./FormTab.module.css";

/** The form of an object as it will look, arranged by hand or by keys: sections and the order of fields. */
export function FormTab({ object }: { readonly object: ObjectInfo }) {
  const { t } = useLanguage();
  const { language: first } = useMe().company;
  const arranging = useArranging(object);
  const [preview, setPreview] = useState<"desktop" | "phone">("desktop");
  const [isAdding, setAdding] = useState(false);
  const { layout, change, said } = arranging;
  const more = () => change(addSection(layout, { [first]: formLayoutMessages.newSection[first] }));
  return (
    <div className={base.stack}>
      <p className={base.muted}>{t(formLayoutMessages.lead)}</p>
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
        <Button onClick={() => setAdding(true)}>{t(definitionScreenMessages.addField)}</Button>
        <FormSaving object={object} arranging={arranging} />
      </div>
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
            {t(formLayoutMessages.rest)}{" "}
            <small className={base.muted}>{t(formLayoutMessages.restHint)}</small>
          </span>
          <ArrangedFields {...{ object, arranging }} names={layout.rest} section={layout.sections.length} />
        </section>
      </div>
      <output className={styles.said} aria-live="polite">
        {said}
      </output>
      {isAdding && <FieldDialog object={object} field={null} onClose={() => setAdding(false)} />}
    </div>
  );
}
