import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import type { FieldInfo } from "../../data/objects.ts";
import { isMap, onlyWhatDiffers, textValue } from "../../data/values.ts";

/** One side of a change: the value, its title where it is a link, and whether it has been erased. */
export interface ChangedPart {
  readonly value: WireValue;
  readonly title: string;
  readonly erased: boolean;
}
/** Reads one side of a change as the log tells it. */
export const partOf = (part: WireValue | undefined): ChangedPart =>
  isMap(part)
    ? { value: part["value"] ?? null, title: textValue(part["title"]), erased: part["erased"] === true }
    : { value: null, title: "", erased: false };

/** Before and after; of a structure only what differs. */
export function partsOf(field: FieldInfo, change: Values): readonly [ChangedPart, ChangedPart] {
  const [before, after] = [partOf(change["before"]), partOf(change["after"])];
  if (field.kind !== "json") return [before, after];
  return [
    { ...before, value: onlyWhatDiffers(before.value, after.value) },
    { ...after, value: onlyWhatDiffers(after.value, before.value) },
  ];
}
