import { compileExpression } from "./expression-sql.ts";
import { checkExpression } from "../../shared/expression/check.ts";
import type { ValueType } from "../../shared/expression/types.ts";
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
 * A dotted path through links ("account.industry") as a value to sort or group by; undefined when there is no
 * such path or it is no single value.
 */
export function pathValue(
  reading: Reading,
  object: CatalogObject,
  alias: string,
  path: string,
): PathValue | undefined {
  if (!PATH.test(path)) return undefined;
  const checked = checkExpression(path, { schema: reading.context.catalog, object: object.name });
  if (!checked.ok || checked.expression.node.is !== "path") return undefined;
  const type = sqlTypeOf(checked.expression.type);
  return type === undefined
    ? undefined
    : { sql: compileExpression(checked.expression, alias, readingScope(reading)), type };
}

function sqlTypeOf(type: ValueType): ParamType | undefined {
  if (typeof type === "object") return "link" in type ? "uuid" : undefined;
  if (type === "text" || type === "boolean" || type === "date") return type;
  if (type === "number") return "numeric";
  return type === "datetime" ? "timestamptz" : undefined;
}
