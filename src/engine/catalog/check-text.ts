import { checkExpression } from "../../shared/expression/check.ts";
import { explainProblem } from "../../shared/expression/problem-text.ts";
import type { Catalog } from "../kernel/catalog.ts";
import type { Report } from "./catalog-report.ts";

/** An expression that is kept in a definition. */
export function checkText(
  catalog: Catalog,
  object: string,
  text: string,
  report: Report,
  property: string,
  expects?: "boolean",
): void {
  const checked = checkExpression(text, { schema: catalog, object, ...(expects ? { expects } : {}) });
  if (!checked.ok) report("bad_expression", { problem: explainProblem(checked.problem) }, property);
}
