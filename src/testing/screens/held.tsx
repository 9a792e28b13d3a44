import { type ReactElement, useState } from "react";
import { vi } from "vitest";

/**
 * An editor that gives back what it edits, with somebody who keeps it: what it shows afterwards is what it
 * gave.
 *
 *     const { element, now } = held(stage, (value, set) => <StageEditor stage={value} onChange={set} />);
 *     show(element); … expect(now().label).toEqual(…)
 */
export function held<T>(
  first: T,
  draw: (value: T, set: (value: T) => void) => ReactElement,
): { readonly element: ReactElement; readonly now: () => T } {
  const keep = vi.fn<(value: T) => void>();
  function Keeper() {
    const [value, setValue] = useState(first);
    return draw(value, (next) => {
      keep(next);
      setValue(next);
    });
  }
  return { element: <Keeper />, now: () => keep.mock.lastCall?.[0] ?? first };
}
