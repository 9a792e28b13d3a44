import type { Values } from "../../shared/metadata/object.ts";
import type { LoggedChange } from "../kernel/hooks.ts";

/**
 * What each record held right after each of these changes, by number: subscribers get pages, and a record that
 * is read when they do stands where the last change of it left it. Fields that no later change of the page
 * wrote are missing; they are as the record has them.
 * @example heldAfter([{ seq: 1, record, after: { stage: "a" } }, { seq: 2, record, before: { owner: x } }]).get(1) // { stage: "a", owner: x }
 */
export function heldAfter(
  changes: readonly Pick<LoggedChange, "seq" | "record" | "before" | "after">[],
): ReadonlyMap<number, Values> {
  /** What a record held before those of its changes that have been gone through, newest first. */
  const later = new Map<string, Values>();
  const held = new Map<number, Values>();
  for (const { seq, record, before, after } of changes.toSorted((one, other) => other.seq - one.seq)) {
    held.set(seq, { ...later.get(record), ...after });
    const unset = Object.fromEntries(Object.keys(after).map((name) => [name, null]));
    later.set(record, { ...later.get(record), ...unset, ...before });
  }
  return held;
}
