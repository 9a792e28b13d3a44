import { useState } from "react";
import type { FieldKind } from "../../../../../shared/metadata/field.ts";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { KIND_TEXTS, OFFERED } from "../kind.messages.ts";
import { formLayoutMessages } from "./form-layout.messages.ts";
import type { Arranging } from "./use-arranging.ts";
import * as styles from "./Palette.module.css";

/** Those that most forms are made of. */
const USUAL: readonly FieldKind[] = [
  "text",
  "long_text",
  "integer",
  "money",
  "date",
  "select",
  "multiselect",
  "boolean",
  "link",
  "person",
  "phone",
  "file",
];

/** Kinds of fields: a click adds one beside the chosen field, a hand carries it to where it belongs. */
export function Palette({ arranging }: { readonly arranging: Arranging }) {
  const { t } = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const kinds = isWhole ? [...USUAL, ...OFFERED.filter((kind) => !USUAL.includes(kind))] : USUAL;
  return (
    <div className={styles.palette} role="group" aria-label={t(formLayoutMessages.palette)}>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className={styles.kind}
          draggable
          aria-label={t(formLayoutMessages.addKind, { kind: t(KIND_TEXTS[kind]) })}
          onClick={() => arranging.add(kind)}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = "copy";
            arranging.hold({ kind });
          }}
          onDragEnd={() => arranging.hold(null)}
        >
          <Icon name="plus" size={12} />
          {t(KIND_TEXTS[kind])}
        </button>
      ))}
      {!isWhole && (
        <QuietButton icon="down" aria-expanded={false} onClick={() => setWhole(true)}>
          {t(formLayoutMessages.moreKinds)}
        </QuietButton>
      )}
    </div>
  );
}
