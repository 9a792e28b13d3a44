import { type DragEvent, type KeyboardEvent, useEffect, useRef } from "react";
import type { FieldInfo } from "../../../../../ui/data/objects.ts";
import { kindUi } from "../../../../../ui/field/kind-uis.ts";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { KIND_TEXTS } from "../kind.messages.ts";
import { formLayoutMessages } from "./form-layout.messages.ts";
import * as styles from "./ArrangedField.module.css";

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

export interface ArrangedFieldProps {
  readonly field: FieldInfo;
  /** It was moved by keys just now: the focus goes along. */
  readonly isFocused: boolean;
  readonly onStep: (by: 1 | -1) => void;
  readonly onHold: (name: string | null) => void;
  /** What is held was let go over this one, and stands before it. */
  readonly onDrop: () => void;
}
/** A field where the form has it: dragged by hand, or moved with the arrow keys on its handle. */
export function ArrangedField({ field, isFocused, onStep, onHold, onDrop }: ArrangedFieldProps) {
  const { t, of } = useLanguage();
  const handle = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isFocused) handle.current?.focus();
  }, [isFocused]);
  const name = of(field.label, field.name);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onStep(by);
  };
  return (
    <div
      className={styles.field}
      data-wide={kindUi(field).wide || undefined}
      data-field={field.name}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        onHold(field.name);
      }}
      onDragEnd={() => onHold(null)}
      onDragOver={markOver}
      onDragLeave={unmark}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        unmark(event);
        onDrop();
      }}
    >
      <button
        ref={handle}
        type="button"
        className={styles.handle}
        aria-label={t(formLayoutMessages.handle, { name })}
        aria-keyshortcuts="ArrowUp ArrowDown"
        onKeyDown={onKeyDown}
      >
        <Icon name="drag" />
      </button>
      <span className={styles.name}>
        {name}
        {field.required && (
          <span className={styles.required} aria-hidden>
            *
          </span>
        )}
      </span>
      <small className={styles.kind}>{t(KIND_TEXTS[field.kind])}</small>
    </div>
  );
}
function markOver(event: DragEvent<HTMLElement>): void {
  event.preventDefault();
  event.stopPropagation();
  event.currentTarget.dataset["over"] = "true";
}
function unmark(event: DragEvent<HTMLElement>): void {
  delete event.currentTarget.dataset["over"];
}
