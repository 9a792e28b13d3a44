import { compileExpression } from "./expression-sql.ts";
import { checkExpression } from "../../shared/expression/check.ts";
import { ORDER_PART } from "./field-value.ts";
import type { Node, ValueType } from "../../shared/expression/types.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { ParamType } from "../kernel/params.ts";
import type { Reading } from "./reading.ts";
import { readingScope } from "./sql-scope.ts";

export interface PathValue {
  readonly sql: string;
  readonly type: ParamType;
}

const PATH = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*){1,3}$/u;

/**
 * A dotted path through links ("account.industry") as a value to group by, or `order` to sort by; undefined
 * when there is no such path or it is no single value.
 */
export function pathValue(
  reading: Reading,
  object: CatalogObject,
  alias: string,
  path: string,
  as: "value" | "order" = "value",
): PathValue | undefined {
  if (!PATH.test(path)) return undefined;
  const checked = checkExpression(path, { schema: reading.context.catalog, object: object.name });
  if (!checked.ok || checked.expression.node.is !== "path") return undefined;
  const { expression } = checked;
  const type = sqlTypeOf(expression.type);
  if (type === undefined) return undefined;
  const asked = as === "order" ? { ...expression, node: inOrder(reading, expression.node) } : expression;
  return { sql: compileExpression(asked, alias, readingScope(reading)), type };
}

/** A path that ends in a name, as what that is sorted by; any other as it is. */
function inOrder({ context }: Reading, node: Node): Node {
  const last = node.is === "path" ? node.steps.at(-1) : undefined;
  const field = last && context.catalog.object(last.object)?.byName[last.field];
  return node.is === "path" && last && field?.by_name === true
    ? { ...node, steps: [...node.steps.slice(0, -1), { ...last, part: ORDER_PART }] }
    : node;
}

function sqlTypeOf(type: ValueType): ParamType | undefined {
  if (typeof type === "object") return "link" in type ? "uuid" : undefined;
  if (type === "text" || type === "boolean" || type === "date") return type;
  if (type === "number") return "numeric";
  return type === "datetime" ? "timestamptz" : undefined;
}
