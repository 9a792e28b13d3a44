import type { Values } from "../../../../shared/metadata/object.ts";
import { department } from "../../../../objects/system/department/department.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { idOf, linkId, textValue } from "../../../../ui/data/values.ts";

/** A department and how many stand above it. */
export interface Branch {
  readonly record: Values;
  readonly depth: number;
}
/**
 * Parents before their children, in the order of their positions. A department whose parent is out of sight
 * stands at the top.
 */
export function treeOf(records: readonly Values[]): readonly Branch[] {
  const ids = new Set(records.map(idOf));
  const parts = (record: Values) => partOf(department, record);
  const place = (record: Values) => Number(textValue(parts(record).position) || 0);
  const parentOf = (record: Values) => linkId(parts(record).parent);
  const below = (parent: string | null, depth: number): readonly Branch[] =>
    depth > 20
      ? []
      : records
          .filter((record) =>
            parentOf(record) && ids.has(parentOf(record) ?? "")
              ? parentOf(record) === parent
              : parent === null,
          )
          .toSorted(
            (one, other) =>
              place(one) - place(other) ||
              textValue(parts(one).name).localeCompare(textValue(parts(other).name), "zh-CN"),
          )
          .flatMap((record) => [{ record, depth }, ...below(idOf(record), depth + 1)]);
  return below(null, 0);
}
