import type { EditorView } from "prosemirror-view";
import type { Found } from "../../../data/lookups.ts";

/**
 * Somebody was chosen by a key before the list had caught up with what is typed. The choice is kept until it
 * has: who types quickly presses Enter before it, and a key that is taken and does nothing is pressed twice.
 */
export interface LateChoice {
  readonly view: EditorView;
  /** What was typed at that moment; once it is another, nobody is chosen. */
  readonly text: string;
  /** Who was moved to; null: whoever stands first in the list that comes. */
  readonly person: string | null;
}

/** Who is chosen in the list that has come; null: nobody in it is meant. */
export const chosenLate = ({ person }: Pick<LateChoice, "person">, found: readonly Found[]): Found | null =>
  (person === null ? found[0] : found.find(({ id }) => id === person)) ?? null;

/** What remains of a choice when `text` is named at the caret; null: nothing is named there. */
export const stillMeant = <T extends Pick<LateChoice, "text">>(
  late: T | null,
  text: string | null,
): T | null => (late?.text === text ? late : null);
