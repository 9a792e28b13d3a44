import { useEffect, useRef } from "react";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { kitMessages } from "../../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { FieldForm } from "../FieldForm.tsx";
import { KindPreview } from "../KindPreview.tsx";
import { formLayoutMessages } from "./form-layout.messages.ts";
import type { Arranging } from "./use-arranging.ts";
import { apiNameFor, type SavingForm } from "./use-save-form.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./FieldPanel.module.css";

/** As in the styles of the tab. */
const NO_ROOM_BESIDE = "(max-width: 1080px)";

export interface FieldPanelProps {
  readonly object: ObjectInfo;
  readonly arranging: Arranging;
  readonly saving: SavingForm;
  /** The chosen field. */
  readonly name: string;
  /** It is to become of a kind into which not all of its values can be made. */
  readonly onStuck: (name: string | null) => void;
}
/** The properties of the chosen field, beside the form. */
export function FieldPanel({ object, arranging, saving, name, onStuck }: FieldPanelProps) {
  const { t, of } = useLanguage();
  const { fields } = arranging;
  const panel = useRef<HTMLElement>(null);
  // In the place of the form it is seen from its beginning.
  useEffect(() => {
    if (matchMedia(NO_ROOM_BESIDE).matches) panel.current?.scrollIntoView();
  }, [name]);
  const field = fields.saved(name);
  const draft = fields.draftFor(name);
  const title = of(fields.fieldOf(name)?.label) || t(formLayoutMessages.newField);
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={t(formLayoutMessages.properties, { name: title })}
    >
      <header className={styles.head}>
        <strong className={`${base.grow} ${base.clip}`}>{title}</strong>
        {fields.isNew(name) && (
          <QuietButton
            icon="trash"
            aria-label={`${t(kitMessages.delete)} ${title}`}
            onClick={() => arranging.discard(name)}
          />
        )}
        <QuietButton icon="close" aria-label={t(kitMessages.close)} onClick={() => arranging.choose(null)} />
      </header>
      <FieldForm
        key={name}
        object={object}
        field={field}
        draft={draft}
        errors={saving.errorsOf(name)}
        name={apiNameFor(draft)}
        set={(part) => fields.set(name, part)}
        onKind={(kind) => fields.setKind(name, kind)}
        onSubmit={() => void saving.save()}
      />
      {field && fields.isConverting(name) && (
        <KindPreview
          object={object}
          field={field}
          kind={draft.kind}
          body={{ ...fields.bodyFor(name), kind: draft.kind }}
          onKnown={(converts) => onStuck(converts === false ? name : null)}
        />
      )}
    </aside>
  );
}
