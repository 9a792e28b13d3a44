import { createContext } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import type { Choice, Conflict } from "./conflict.ts";

export interface ConflictQuestion {
  readonly object: ObjectInfo;
  readonly conflict: Conflict;
  readonly mine: Values;
}
/**
 * Shows both values of a field that two people changed; null when the question is left. Null outside the
 * shell: then words must do.
 */
export type AskConflict = (question: ConflictQuestion) => Promise<Choice | null>;
export const AskConflictContext = createContext<AskConflict | null>(null);
