import type { LineAmounts } from "../../../shared/metadata/line-amounts.ts";
import { keptOfLine } from "../../../shared/metadata/line-amounts.ts";
import { type FieldInfo, isEditable, isShown, type ObjectInfo } from "../../data/objects.ts";
import { kindUi } from "../../field/kind-uis.ts";

/** A list of lines as its field defines it. */
export type LinesField = FieldInfo & {
  readonly kind: "children";
  readonly object: string;
  readonly via: string;
  readonly order?: string;
  readonly amounts?: LineAmounts;
};
export interface LineColumn {
  readonly field: FieldInfo;
  readonly width: number;
  /** Typed by people; others show what the program works out. */
  readonly isTyped: boolean;
}

const isTypedField = (child: ObjectInfo, field: FieldInfo): boolean =>
  field.kind !== "children" &&
  field.kind !== "tags" &&
  isEditable(child, field, true) &&
  kindUi(field).Input !== undefined;

/** Narrower than in a list: a line is read across, and wider columns come where there is room. */
const widthOf = (field: FieldInfo): number => Math.max(72, Math.round(kindUi(field).width * 0.7));

/** The columns of lines: those of the object's own list first; what is worked out where somebody asked for it. */
export function lineColumns(child: ObjectInfo, { via, order, amounts }: LinesField): readonly LineColumn[] {
  const worked = new Set(amounts ? keptOfLine(amounts) : []);
  const listed = child.list.columns;
  const rank = ({ name, required }: FieldInfo): number =>
    listed.includes(name) ? listed.indexOf(name) : listed.length + (worked.has(name) ? 2 : required ? 0 : 1);
  return child.fields
    .filter(
      (field) =>
        isShown(field) &&
        !field.system &&
        !field.on_request &&
        field.name !== via &&
        field.name !== order &&
        (isTypedField(child, field) ||
          worked.has(field.name) ||
          field.kind === "formula" ||
          (field.kind !== "children" && listed.includes(field.name))),
    )
    .toSorted((one, other) => rank(one) - rank(other))
    .map((field) => ({ field, width: widthOf(field), isTyped: isTypedField(child, field) }));
}
