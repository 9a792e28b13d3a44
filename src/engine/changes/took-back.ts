import type { LoggedChange } from "../kernel/hooks.ts";

/** The changes, by position, that this one took back: they never were, and it is no change of its own. */
export function tookBack({ note }: Pick<LoggedChange, "note">): readonly number[] {
  const taken = note?.["took_back"];
  return Array.isArray(taken) ? taken.filter((seq) => typeof seq === "number") : [];
}
