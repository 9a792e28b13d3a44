import type { Values } from "../../../shared/metadata/object.ts";
import { type FieldInfo, isShown, type ObjectInfo } from "../../data/objects.ts";
import { isBlank, linkId, textValue } from "../../data/values.ts";

const isLaneField = (field: FieldInfo): boolean =>
  isShown(field) &&
  field.right !== "mask" &&
  (field.name === "owner" || (field.kind === "select" && !field.computed && !field.on_request));

/** What a board can be divided into lanes by: whose a record is, and each choice. */
export const laneFields = (object: ObjectInfo): readonly FieldInfo[] =>
  object.sharing === "everyone"
    ? object.fields.filter((field) => field.name !== "owner" && isLaneField(field))
    : object.fields
        .filter(isLaneField)
        .toSorted((one, other) => Number(other.name === "owner") - Number(one.name === "owner"));

/** The lane of a record; "" where the field is empty. */
export function laneOf(field: FieldInfo, record: Readonly<Values>): string {
  const value = record[field.name];
  if (isBlank(value)) return "";
  return field.name === "owner" ? (linkId(value) ?? "") : textValue(value);
}
/** The condition that a record stands in a lane. */
export const inLane = (field: FieldInfo, lane: string): string =>
  `${field.name} == ${lane === "" ? "null" : JSON.stringify(lane)}`;
