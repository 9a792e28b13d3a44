import type { LabelMap } from "../../../shared/i18n/label.ts";
import { type FieldInfo, isShown, type ObjectInfo, type ObjectMap } from "../../data/objects.ts";

export interface RelatedList {
  readonly object: ObjectInfo;
  /** The link that points at the record. */
  readonly field: FieldInfo;
  readonly label: LabelMap;
}
/** Shown in places of their own. */
const ELSEWHERE: readonly string[] = ["file", "activity", "comment"];

/** Lines of a document stand in its table of lines. */
const areLines = (object: ObjectInfo, other: ObjectInfo, link: FieldInfo): boolean =>
  object.fields.some(
    (field) =>
      field.kind === "children" && field.object === other.name && field.via === link.name && isShown(field),
  );

/** Lists of records that point at a record of `object` through a link that asks to be shown there. */
export const relatedLists = (object: ObjectInfo, objects: ObjectMap): readonly RelatedList[] =>
  [...objects.values()].flatMap((other) =>
    ELSEWHERE.includes(other.name)
      ? []
      : other.fields.flatMap((field) =>
          field.kind === "link" &&
          field.targets.includes(object.name) &&
          (field.inverse || other.custom) &&
          !areLines(object, other, field)
            ? [{ object: other, field, label: field.inverse?.label ?? other.plural }]
            : [],
        ),
  );
