import type { Values } from "../../../shared/metadata/object.ts";
import { type FieldInfo, isShown, type ObjectInfo } from "../../data/objects.ts";
import { isBlank } from "../../data/values.ts";

const FIGURES: readonly FieldInfo["kind"][] = ["money", "percent", "decimal", "integer", "rollup", "date"];
/** Told by the path of the stages. */
const ELSEWHERE: readonly string[] = [
  "stage_entered_at",
  "dwell_days",
  "idle_days",
  "slip_count",
  "slip_days",
];
const FIGURES_SHOWN = 3;

/**
 * The three figures a record is known by: of its list's columns, then of its first sections, those that are
 * amounts, numbers or days; what is filled in goes before what is empty.
 */
function keyFigures(object: ObjectInfo, record: Values): readonly FieldInfo[] {
  const names = new Set([
    ...object.list.columns,
    ...(object.sections?.slice(0, 2).flatMap((section) => section.fields) ?? []),
  ]);
  const fields = [...names]
    .flatMap((name) => object.byName[name] ?? [])
    .filter((field) => FIGURES.includes(field.kind) && isShown(field) && !ELSEWHERE.includes(field.name));
  const isFilled = (field: FieldInfo): boolean => !isBlank(record[field.name]);
  return [...fields.filter(isFilled), ...fields.filter((field) => !isFilled(field))].slice(0, FIGURES_SHOWN);
}

/**
 * What stands in the head of a record and nowhere else on its page: what it belongs to, its figures, whose it
 * is.
 */
export function headFields(object: ObjectInfo, record: Values): readonly FieldInfo[] {
  const columns = object.list.columns.flatMap((name) => object.byName[name] ?? []).filter(isShown);
  const host = columns.find(
    (field) => field.kind === "link" && field.name !== "owner" && !isBlank(record[field.name]),
  );
  const owner = object.byName["owner"];
  return [
    ...(host ? [host] : []),
    ...keyFigures(object, record),
    ...(owner && isShown(owner) && object.sharing !== "everyone" ? [owner] : []),
  ];
}
