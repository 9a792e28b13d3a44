import type { Field, FieldOf } from "../../shared/metadata/field.ts";
import {
  givenOfDocument,
  givenOfLine,
  keptOfDocument,
  keptOfLine,
  type LineAmounts,
} from "../../shared/metadata/line-amounts.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";

export type ListWithAmounts = FieldOf<"children"> & { readonly amounts: LineAmounts };
/** The lists of an object whose lines have amounts. */
export const listsWithAmounts = (object: CatalogObject): readonly ListWithAmounts[] =>
  object.fields.flatMap((field) =>
    field.kind === "children" && field.amounts && !field.hidden ? [field as ListWithAmounts] : [],
  );

type Marks = Map<string, Map<string, NonNullable<Field["reads"]>>>;

/**
 * Amounts of documents and their lines are the program's to write: fields in these roles are computed, stand in
 * the log like any other, and are read only by who may read all that they are worked out of.
 */
export function amountMarks(objects: ReadonlyMap<string, CatalogObject>): Marks {
  const marks: Marks = new Map();
  const mark = (object: string, name: string, reads: NonNullable<Field["reads"]>) => {
    const fields = marks.get(object) ?? new Map<string, NonNullable<Field["reads"]>>();
    marks.set(object, fields.set(name, reads));
  };
  for (const object of objects.values())
    for (const { object: lines, amounts } of listsWithAmounts(object)) {
      const ofLine = givenOfLine(amounts).map((field) => ({ object: lines, field }));
      const ofDocument = givenOfDocument(amounts).map((field) => ({ object: object.name, field }));
      for (const name of keptOfLine(amounts)) mark(lines, name, ofLine);
      for (const name of keptOfDocument(amounts)) mark(object.name, name, [...ofLine, ...ofDocument]);
    }
  return marks;
}

export const markedAs = (field: Field, reads: NonNullable<Field["reads"]>): Field => ({
  ...field,
  computed: true,
  silent: false,
  required: false,
  reads,
});
