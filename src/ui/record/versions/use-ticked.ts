import { useState } from "react";

/** What is to be restored: nothing, until it is ticked. */
export function useTicked() {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const toggle = (name: string) =>
    setTicked((now) =>
      now.has(name) ? new Set([...now].filter((one) => one !== name)) : new Set([...now, name]),
    );
  /** All of them, or none where all are ticked. */
  const toggleAll = (names: readonly string[]) =>
    setTicked((now) => (names.every((name) => now.has(name)) ? new Set() : new Set(names)));
  return { ticked, toggle, toggleAll };
}
