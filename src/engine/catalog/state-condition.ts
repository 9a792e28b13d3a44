import { checkExpression } from "../../shared/expression/check.ts";
import { asksTime } from "../../shared/expression/references.ts";
import type { Checked, Expression, ExpressionProblem } from "../../shared/expression/types.ts";
import type { Catalog } from "../kernel/catalog.ts";

/** Why a condition cannot tell the state of a record. */
export type StateProblem =
  | { readonly why: "problem"; readonly problem: ExpressionProblem }
  /** It reads what is not kept with the record: another record, a roll-up, a value worked out when asked. */
  | { readonly why: "elsewhere"; readonly field: string }
  /** What it says would change with the time alone, and nobody would be told that their sight did. */
  | { readonly why: "time" };
type Judged =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problem: StateProblem };

const known = new WeakMap<Catalog, Map<string, Judged>>();

/** A condition on the state of a record: one over its own stored fields, checked once per catalog. */
export function stateCondition(catalog: Catalog, object: string, when: string): Judged {
  const cache = known.get(catalog) ?? new Map<string, Judged>();
  known.set(catalog, cache);
  const key = `${object}\n${when}`;
  const found = cache.get(key) ?? judge(catalog, object, when);
  cache.set(key, found);
  return found;
}

function judge(catalog: Catalog, object: string, when: string): Judged {
  const checked: Checked = checkExpression(when, { schema: catalog, object, expects: "boolean" });
  if (!checked.ok) return { ok: false, problem: { why: "problem", problem: checked.problem } };
  const { fields, paths, related } = checked.expression.references;
  const [path] = paths;
  const [relation] = related;
  if (path !== undefined || relation)
    return { ok: false, problem: { why: "elsewhere", field: path ?? relation?.object ?? "" } };
  const byName = catalog.object(object)?.byName ?? {};
  const elsewhere = fields.find((name) => !isKept(byName[name]));
  if (elsewhere !== undefined) return { ok: false, problem: { why: "elsewhere", field: elsewhere } };
  return asksTime(checked.expression.node)
    ? { ok: false, problem: { why: "time" } }
    : { ok: true, expression: checked.expression };
}

const isKept = (field: { readonly kind: string; readonly stored?: boolean } | undefined): boolean =>
  field !== undefined &&
  !["rollup", "tags", "children"].includes(field.kind) &&
  (field.kind !== "formula" || field.stored === true);
