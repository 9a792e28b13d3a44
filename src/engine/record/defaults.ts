import { evaluate } from "../../shared/expression/evaluate.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import { expressionOf } from "../catalog/checked-expression.ts";
import type { Context } from "../kernel/context.ts";
import { momentOf } from "../kernel/moment.ts";
import { readField } from "../values/read-field.ts";

/** What a new record starts with: literals, or expressions such as {expression: "today()"}. */
export function defaultsOf(context: Context, object: CatalogObject): Values {
  const values: Values = {};
  for (const field of object.fields) {
    if (field.default === undefined || field.hidden) continue;
    const given = field.default as WireValue | { expression: string };
    const value =
      given !== null && typeof given === "object" && "expression" in given
        ? computed(context, object, String(given.expression))
        : given;
    const read = readField(field, value as WireValue, { currency: context.company.currency });
    if ("value" in read) values[field.name] = read.value;
  }
  return values;
}

function computed(context: Context, object: CatalogObject, source: string): WireValue {
  const expression = expressionOf(context.catalog, object.name, source);
  return expression ? evaluate(expression, { ...momentOf(context), record: {} }) : null;
}
