import Big from "big.js";
import type { FactNeeds } from "../../../../engine/public.ts";
import { evaluate } from "../../../../shared/expression/evaluate.ts";
import type { Scope } from "../../../../shared/expression/types.ts";
import type { Values } from "../../../../shared/metadata/object.ts";

/** The version with what the formulas that are read say of it. */
export function withFormulas({ formulas }: FactNeeds, scope: Scope, values: Readonly<Values>): Values {
  const record: Values = { ...values };
  for (const { field, expression: formula } of formulas) {
    const value = evaluate(formula, { ...scope, record });
    record[field.name] =
      field.returns === "percent" && typeof value === "string" ? new Big(value).times(100).toFixed() : value;
  }
  return record;
}
