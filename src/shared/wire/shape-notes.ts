import type { TSchema } from "@sinclair/typebox";
import type { Label } from "../i18n/label.ts";

/** What a reader (`read-shape.ts`) says of a value that is not as its schema has it. */
export interface ShapeNotes {
  /** What a person calls it. `{n}` is its number in the list that holds it. */
  readonly name?: Label;
  /** What it must be, in words: said in place of every fault beneath that has no words of its own. */
  readonly wanted?: Label;
  /** Those words are of the value itself only: what is beneath speaks for itself. */
  readonly alone?: boolean;
  /** The code of such a fault, where it has one of its own. */
  readonly code?: string;
  /** Said where a member that it needs is left out. */
  readonly absent?: { readonly code: string; readonly text: Label };
}

/** The schema with what is said of it: `noted(text(), { wanted: label("字段名", "a field’s name") })`. */
export const noted = <T extends TSchema>(schema: T, notes: ShapeNotes): T => ({
  ...schema,
  notes: { ...notesOf(schema), ...notes },
});

export function notesOf(schema: TSchema): ShapeNotes {
  const notes: ShapeNotes | undefined = schema["notes"];
  return notes ?? {};
}
