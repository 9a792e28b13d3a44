import type { ReactNode } from "react";
import { refuseBadNumbers } from "./NumberField.tsx";
import { Refusal } from "./Refusal.tsx";

export interface SimpleFormProps {
  /** What went wrong with the whole, in words. */
  readonly error: string | undefined;
  readonly onSubmit: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}
/** A short form: Enter submits, the failure stands on top. */
export function SimpleForm({ error, onSubmit, className, children }: SimpleFormProps) {
  return (
    <form
      className={className ? `stack ${className}` : "stack"}
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
