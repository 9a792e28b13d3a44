import type { ConditionRow } from "../../../shared/expression/simple-conditions.ts";
import { type FieldInfo, isShown, type ObjectInfo } from "../../data/objects.ts";
import { kindUi } from "../../field/kind-uis.ts";

/** A condition on this field, its value still to be given. */
export function newRow(field: FieldInfo): ConditionRow {
  const [operator] = kindUi(field).operators;
  return {
    field: field.name,
    operator: operator?.operator ?? "eq",
    ...(operator?.fixed === undefined ? {} : { value: operator.fixed }),
  };
}
/** Fields of the object that a condition can be put on. */
export const conditionFields = (object: ObjectInfo): readonly FieldInfo[] =>
  object.fields.filter((field) => isShown(field) && kindUi(field).operators.length > 0);
