import { type ReactNode, useId } from "react";
import { EMPTY_FIELD } from "./form-errors.ts";
import { kitMessages } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";
import * as base from "./base.module.css";
import * as styles from "./Field.module.css";

export interface LabelledProps {
  readonly label: ReactNode;
  /** What it asks for, where the label is no name: “password” of “Choose a password”. */
  readonly noun?: string;
  readonly required?: boolean;
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  readonly wide?: boolean;
  /** Gets the ids that tie the input to its label and its error. */
  readonly children: (ids: {
    readonly id: string;
    readonly describedBy: string | undefined;
    readonly invalid: boolean;
  }) => ReactNode;
}

/** A label above its input; the error stands under it, in words, that it is empty by its own name. */
export function Labelled({ label, noun, required, error, hint, wide, children }: LabelledProps) {
  const { t } = useLanguage();
  const id = useId();
  const name = noun ?? (typeof label === "string" ? label : "");
  const note = error === EMPTY_FIELD ? t(kitMessages.fillIn, { field: name }) : (error ?? hint);
  return (
    <div
      className={wide ? `${styles.labelled} ${styles.labelledWide}` : styles.labelled}
      data-part="labelled"
      data-invalid={error ? true : undefined}
    >
      <label htmlFor={id}>
        {label}
        {required && (
          <span className={styles.required} aria-hidden>
            *
          </span>
        )}
      </label>
      {children({ id, describedBy: note ? `${id}-note` : undefined, invalid: error !== undefined })}
      {note && (
        <div
          id={`${id}-note`}
          className={error ? `${base.note} ${base.noteError}` : base.note}
          role={error ? "alert" : undefined}
        >
          {note}
        </div>
      )}
    </div>
  );
}
