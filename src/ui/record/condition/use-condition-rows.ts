import { useState } from "react";
import {
  type ConditionModel,
  conditionsOf,
  conditionsText,
} from "../../../shared/expression/simple-conditions.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { isComplete } from "./condition-row.ts";
import { useExpressionText } from "./use-expression-text.ts";

const EMPTY: ConditionModel = { match: "all", rows: [] };

/**
 * The lines of a condition while they are changed. A line still without a value stays on the screen and is
 * not told; what comes anew from outside is read anew.
 */
export function useConditionRows(object: ObjectInfo, value: string, onChange: (text: string) => void) {
  const { options } = useExpressionText(object);
  const read = () => ({ value, model: conditionsOf(value, options) ?? EMPTY });
  const [held, setHeld] = useState(read);
  if (held.value !== value) setHeld(read());
  const put = (model: ConditionModel) => {
    const text = conditionsText(whole(model), options);
    // Choosing a field alone says nothing yet.
    const isSame = text === conditionsText(whole(held.model), options);
    setHeld({ value: isSame ? value : text, model });
    if (!isSame) onChange(text);
  };
  return { model: held.model, put };
}
const whole = (model: ConditionModel): ConditionModel => ({
  ...model,
  rows: model.rows.filter(isComplete),
});
