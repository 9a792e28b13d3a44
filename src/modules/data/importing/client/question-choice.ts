import type { QuestionAnswer as Answer } from "../shared/imports.contract.ts";
import type { Question } from "../shared/run.contract.ts";

/** Answers that are no record, as the select of a question has them. */
export const [EMPTY, CREATE, SKIP, LATER] = ["\0empty", "\0create", "\0skip", "\0later"] as const;
export type Way = typeof EMPTY | typeof CREATE | typeof SKIP;
export type Chosen = string | readonly string[];

/** The likely answer stands there already: the best guess, else nothing. */
export function firstChoice({ kind, candidates, several }: Question): Chosen {
  const [guess] = candidates;
  if (!guess || kind === "empty" || kind === "setting") return several ? [] : LATER;
  return several ? [guess.id] : guess.id;
}
export function answerOf(chosen: Chosen): Answer | undefined {
  if (typeof chosen !== "string") return chosen.length > 0 ? chosen : undefined;
  if (chosen === LATER) return undefined;
  if (chosen === EMPTY) return null;
  return chosen === CREATE ? { create: true } : chosen === SKIP ? { skip: true } : chosen;
}

/** Whether a question can be answered that way; where several are meant, they are chosen one by one. */
export function allows({ kind, cell, creatable, several }: Question, way: Way): boolean {
  if (several) return false;
  if (way === CREATE) return creatable && cell !== "";
  return way === SKIP ? kind !== "setting" : kind !== "empty" && kind !== "setting" && kind !== "stage";
}
