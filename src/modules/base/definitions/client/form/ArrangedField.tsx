import { Input } from "antd";
import { type DragEvent, type KeyboardEvent, useEffect, useRef } from "react";
import { useMe } from "../../../../../ui/data/session.ts";
import { type FieldInfo, isEditable, type ObjectInfo } from "../../../../../ui/data/objects.ts";
import { isFullWidth } from "../../../../../ui/field/kind-uis.ts";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { asksAtOnce } from "../../../../../ui/record/form/first-fields.ts";
import { KIND_TEXTS } from "../kind.messages.ts";
import { formLayoutMessages } from "./form-layout.messages.ts";
import type { Arranging } from "./use-arranging.ts";
import * as styles from "./ArrangedField.module.css";

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };

export interface ArrangedFieldProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly arranging: Arranging;
  /** What is held was let go over this one, and stands before it. */
  readonly onDrop: () => void;
}
/** A field where the form has it: chosen by a click, carried by hand, or moved with the arrow keys. */
export function ArrangedField({ object, field, arranging, onDrop }: ArrangedFieldProps) {
  const { t } = useLanguage();
  const isFolded = field.required !== true && isEditable(object, field, true) && !asksAtOnce(object, field);
  return (
    <div
      className={styles.field}
      data-wide={isFullWidth(field) || undefined}
      data-chosen={arranging.chosen === field.name || undefined}
      data-field={field.name}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        arranging.hold({ name: field.name });
      }}
      onDragEnd={() => arranging.hold(null)}
      onDragOver={markOver}
      onDragLeave={unmark}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        unmark(event);
        onDrop();
      }}
    >
      <Handle {...{ field, arranging }} />
      <Name {...{ field, arranging }} />
      {isFolded && <small className={styles.kind}>{t(formLayoutMessages.folded)}</small>}
      <small className={styles.kind}>{t(KIND_TEXTS[field.kind])}</small>
    </div>
  );
}

type PartProps = Pick<ArrangedFieldProps, "field" | "arranging">;
function Handle({ field, arranging }: PartProps) {
  const { t, of } = useLanguage();
  const handle = useRef<HTMLButtonElement>(null);
  const isFocused = arranging.focused === field.name;
  useEffect(() => {
    if (isFocused) handle.current?.focus();
  }, [isFocused]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    arranging.step(field.name, by);
  };
  return (
    <button
      ref={handle}
      type="button"
      className={styles.handle}
      aria-label={t(formLayoutMessages.handle, {
        name: of(field.label) || t(formLayoutMessages.newField),
      })}
      aria-keyshortcuts="ArrowUp ArrowDown"
      onKeyDown={onKeyDown}
    >
      <Icon name="drag" />
    </button>
  );
}

/** What it is called: asked for in its place as long as it is new. */
function Name({ field, arranging }: PartProps) {
  const { t, of } = useLanguage();
  const first = useMe().company.language;
  if (arranging.fields.isNew(field.name))
    return (
      <Input
        size="small"
        className={styles.name}
        autoFocus
        aria-label={t(formLayoutMessages.nameIt)}
        placeholder={t(formLayoutMessages.nameIt)}
        value={field.label[first] ?? ""}
        onFocus={() => arranging.choose(field.name)}
        onChange={({ target }) =>
          arranging.fields.set(field.name, first === "en" ? { en: target.value } : { zh: target.value })
        }
      />
    );
  const name = of(field.label, field.name);
  return (
    <button
      type="button"
      className={styles.name}
      aria-label={t(formLayoutMessages.choose, { name })}
      aria-pressed={arranging.chosen === field.name}
      onClick={() => arranging.choose(field.name)}
    >
      {name}
      {field.required && (
        <span className={styles.required} aria-hidden>
          *
        </span>
      )}
    </button>
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
