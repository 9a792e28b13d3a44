import type { Transition } from "../shared/moves.contract.ts";

/** The open stage that comes next, else the won one. */
export function nextOf(transitions: readonly Transition[]): Transition | undefined {
  const current = transitions.find((one) => one.current);
  if (current?.type !== "open") return undefined;
  const later = transitions.filter((one) => one.order > current.order);
  return (
    later.find((one) => one.type === "open") ??
    later.find((one) => one.type === "won") ??
    transitions.find((one) => one.type === "won")
  );
}
