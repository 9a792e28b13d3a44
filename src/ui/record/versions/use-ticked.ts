import { useState } from "react";
import type { FieldInfo } from "../../data/objects.ts";

/** What is to be restored: at first every field but the owner. */
export function useTicked(restorable: readonly FieldInfo[]) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(restorable.filter(({ name }) => name !== "owner").map(({ name }) => name)),
  );
  const toggle = (name: string) =>
    setTicked((now) =>
      now.has(name) ? new Set([...now].filter((one) => one !== name)) : new Set([...now, name]),
    );
  return { ticked, toggle };
}
