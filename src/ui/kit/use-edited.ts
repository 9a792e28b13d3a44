import { useState } from "react";

export interface Edited<T> {
  readonly values: T;
  readonly setValues: (values: T) => void;
  readonly change: (part: Partial<T>) => void;
  /** Whether it differs from what is kept. */
  readonly changed: boolean;
}
/**
 * What is kept, while it is edited: compared by content, so that what was typed back counts as unchanged.
 *
 *     const { values, change, changed } = useEdited(company);
 */
export function useEdited<T extends object>(kept: T): Edited<T> {
  const [values, setValues] = useState(kept);
  const change = (part: Partial<T>) => setValues((now) => ({ ...now, ...part }));
  return { values, setValues, change, changed: JSON.stringify(values) !== JSON.stringify(kept) };
}
