import type { WireValue } from "../../../shared/metadata/object.ts";
import type { Described } from "../../../shared/wire/changes.contract.ts";
import type { FieldInfo } from "../../data/objects.ts";
import { onlyWhatDiffers } from "../../data/values.ts";

/** One side of a change: the value, its title where it is a link, and whether it has been erased. */
export interface ChangedPart {
  readonly value: WireValue;
  readonly title: string;
  readonly erased: boolean;
}
/** One field of a line of the log, before and after. */
export type FieldChange = Described["changes"][number];

/** Reads one side of a change as the log tells it. */
export const partOf = ({ value, title, erased }: FieldChange["before"]): ChangedPart => ({
  value: value ?? null,
  title: title ?? "",
  erased: erased === true,
});

/** Before and after; of a structure only what differs. */
export function partsOf(field: FieldInfo, change: FieldChange): readonly [ChangedPart, ChangedPart] {
  const [before, after] = [partOf(change.before), partOf(change.after)];
  if (field.kind !== "json") return [before, after];
  return [
    { ...before, value: onlyWhatDiffers(before.value, after.value) },
    { ...after, value: onlyWhatDiffers(after.value, before.value) },
  ];
}
