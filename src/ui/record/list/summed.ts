import type { FieldInfo } from "../../data/objects.ts";

const SUMMED: readonly FieldInfo["kind"][] = ["money", "integer", "decimal"];
/** Counts of days and of scores say nothing when they are added. */
const NEVER: readonly string[] = ["score", "dwell_days", "idle_days", "slip_count", "slip_days", "sort"];
/** Whether the values of a field are added up. */
export const isSummed = (field: FieldInfo): boolean =>
  SUMMED.includes(field.kind) && field.right !== "mask" && !NEVER.includes(field.name);
