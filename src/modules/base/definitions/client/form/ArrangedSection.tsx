import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { LabelPair } from "../../../../../ui/kit/LabelPair.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { ArrangedFields } from "./ArrangedFields.tsx";
import { nameSection, removeSection, stepSection } from "./form-layout.ts";
import { formLayoutMessages } from "./form-layout.messages.ts";
import type { Arranging } from "./use-arranging.ts";
import * as styles from "./ArrangedSection.module.css";

export interface ArrangedSectionProps {
  readonly object: ObjectInfo;
  readonly at: number;
  readonly arranging: Arranging;
}
/** A section: what it is called, its place among the others, and its fields. */
export function ArrangedSection({ object, at, arranging }: ArrangedSectionProps) {
  const { t, of } = useLanguage();
  const { layout, change } = arranging;
  const section = layout.sections[at];
  if (!section) return null;
  const name = of(section.label) || String(at + 1);
  return (
    <section className={styles.section} aria-label={name}>
      <header className={styles.head}>
        <LabelPair
          name={t(formLayoutMessages.section)}
          max={100}
          value={section.label}
          onChange={(label) => change(nameSection(layout, at, label))}
        />
        <QuietButton
          icon="up"
          aria-label={t(formLayoutMessages.sectionUp, { name })}
          disabled={at === 0}
          onClick={() => change(stepSection(layout, at, -1))}
        />
        <QuietButton
          icon="down"
          aria-label={t(formLayoutMessages.sectionDown, { name })}
          disabled={at === layout.sections.length - 1}
          onClick={() => change(stepSection(layout, at, 1))}
        />
        <QuietButton
          icon="trash"
          aria-label={t(formLayoutMessages.removeSection, { name })}
          onClick={() => change(removeSection(layout, at))}
        />
      </header>
      <ArrangedFields {...{ object, arranging }} names={section.fields} section={at} />
    </section>
  );
}
