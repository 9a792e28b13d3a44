import type { AggregateBody } from "../../../shared/wire/records.contract.ts";
import { type FieldInfo, isShown, type ObjectInfo } from "../../data/objects.ts";

/** How days are put together: by how near they are, by week or by month. */
export const DAY_GROUPS = ["due", "week", "month"] as const;
export type DayGroup = (typeof DAY_GROUPS)[number];
export interface Grouping {
  readonly field: FieldInfo;
  readonly bucket?: DayGroup;
}

const PLAIN: readonly FieldInfo["kind"][] = ["select", "stage", "link", "person", "department", "boolean"];
export const isDay = (field: FieldInfo): boolean => field.kind === "date" || field.kind === "datetime";
export const isGroupable = (field: FieldInfo): boolean =>
  isShown(field) && field.right !== "mask" && (PLAIN.includes(field.kind) || isDay(field));

/** In an address: a scene that is grouped by itself is shown ungrouped. */
export const NO_GROUPS = "none";

/** What an address or a view says of the grouping: a field, and for days how, as in "close_date:month". */
export function groupingOf(object: ObjectInfo, text: string): Grouping | null {
  const [name = "", how] = text.split(":");
  const field = object.byName[name];
  if (!field || !isGroupable(field)) return null;
  if (!isDay(field)) return { field };
  return { field, bucket: DAY_GROUPS.find((one) => one === how) ?? "month" };
}
export const groupText = ({ field, bucket }: Grouping): string =>
  bucket === undefined ? field.name : `${field.name}:${bucket}`;

export const groupBy = ({ field, bucket }: Grouping): NonNullable<AggregateBody["group_by"]> => [
  { field: field.name, ...(bucket === undefined ? {} : { bucket }) },
];
