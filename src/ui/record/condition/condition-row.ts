import Big from "big.js";
import type { ConditionRow } from "../../../shared/expression/simple-conditions.ts";
import type { WireValue } from "../../../shared/metadata/object.ts";
import { isMap } from "../../../shared/metadata/wire-value.ts";
import type { FieldInfo } from "../../data/objects.ts";
import { isBlank, isList, isSame, linkId, moneyOf, textValue } from "../../data/values.ts";
import type { FilterOperator } from "../../field/kind-ui.ts";

/** Rows still without a value do not count. */
export const isComplete = (row: ConditionRow): boolean =>
  row.operator === "blank" || row.operator === "not_blank" || !isBlank(row.value);

/** Which operator of the field's kind a row shows. */
export function operatorOf(
  row: ConditionRow,
  operators: readonly FilterOperator[],
): FilterOperator | undefined {
  const fitting = operators.filter((one) => one.operator === row.operator);
  return (
    fitting.find((one) => one.fixed !== undefined && isSame(one.fixed, row.value)) ??
    fitting.find((one) => one.fixed === undefined)
  );
}

/**
 * What is typed for a field, as a condition's literal: links are ids, amounts plain numbers, percent the
 * fraction.
 */
export function literalOf(field: FieldInfo, value: WireValue): WireValue {
  if (isBlank(value)) return null;
  // One record at a time is asked for: the one chosen last.
  if (field.kind === "links") return isList(value) ? linkId(value.at(-1)) : linkId(value);
  if (isMap(value)) return moneyOf(value)?.amount ?? linkId(value);
  if (field.kind === "percent" && typeof value === "string") return new Big(value).div(100).toFixed();
  return typeof value === "number" ? String(value) : value;
}

/**
 * The other way: what the input of the field shows for a literal. `target`: the object that a record belongs
 * to, where the field points at several.
 */
export function typedOf(
  field: FieldInfo,
  value: WireValue | undefined,
  currency: string,
  target: string | null = null,
): WireValue {
  if (value === undefined || value === null) return null;
  const text = textValue(value);
  if (field.kind === "money") return text ? { amount: text, currency } : null;
  if (field.kind === "percent" && /^-?\d+(\.\d+)?$/.test(text)) return new Big(text).times(100).toFixed();
  if (field.kind === "links" && text) return [{ object: target ?? field.targets[0] ?? "", id: text }];
  if (field.kind === "link" && field.targets.length > 1 && text)
    return { object: target ?? field.targets[0] ?? "", id: text };
  return isList(value) || text ? value : null;
}
