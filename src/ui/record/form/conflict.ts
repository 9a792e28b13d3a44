import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { isMap, textOrNull } from "../../../shared/metadata/wire-value.ts";
import type { ProblemError } from "../../data/problem-error.ts";

export type Choice = "mine" | "theirs";
export interface Clash {
  readonly field: string;
  readonly author: string;
  /** ISO time of their change; empty when unknown. */
  readonly at: string;
}
export interface Conflict {
  readonly clashes: readonly Clash[];
  /** The record as it is now. */
  readonly current: Values;
}

/**
 * Fields that someone else changed since they were read; null when the answer does not carry the record as it
 * is now.
 */
export function conflictOf({ problem }: ProblemError): Conflict | null {
  const current = problem["current"];
  if (!isMap(current)) return null;
  const clashes = problem.errors.flatMap(({ field, params, line }): readonly Clash[] =>
    // Lines have their own way of saying it.
    field && !line
      ? [{ field, author: textOrNull(params?.["author"]) ?? "", at: textOrNull(params?.["at"]) ?? "" }]
      : [],
  );
  return { clashes, current };
}

/** What is still to be saved: everything typed, without what gives way to theirs. */
export const kept = (typed: Values, choices: Readonly<Record<string, Choice>>): Values =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => choices[name] !== "theirs")) satisfies Record<
    string,
    WireValue
  >;
