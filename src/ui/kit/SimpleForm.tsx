import type { ReactNode } from "react";
import { refuseBadNumbers } from "./NumberField.tsx";
import { Refusal } from "./Refusal.tsx";
import * as base from "./base.module.css";

export interface SimpleFormProps {
  /** What went wrong with the whole, in words. */
  readonly error: string | undefined;
  readonly onSubmit: () => void;
  readonly className?: string;
  /** What it is called where a style or a test around it speaks of it. */
  readonly part?: string;
  readonly children: ReactNode;
}
/** A short form: Enter submits, the failure stands on top. */
export function SimpleForm({ error, onSubmit, className, part, children }: SimpleFormProps) {
  return (
    <form
      className={className ? `${base.stack} ${className}` : base.stack}
      data-part={part}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!refuseBadNumbers(event.currentTarget)) onSubmit();
      }}
    >
      <Refusal words={error} />
      {children}
    </form>
  );
}
