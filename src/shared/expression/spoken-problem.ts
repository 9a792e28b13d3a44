import { type Language, type LabelMap, textOf } from "../i18n/label.ts";
import type { CatalogObject } from "../metadata/object.ts";
import { matching } from "./names.ts";
import type { CheckOptions, ExpressionProblem } from "./types.ts";

type Named = { readonly name: string; readonly label: LabelMap };

/**
 * A problem for whoever reads and types conditions under labels: what it suggests, and the field it speaks
 * of, by their labels. A label that means several things says nothing, so there the API name stays.
 * @example spokenProblem({ code: "unknown_name", params: { name: "金客", object: "opportunity" }, suggestion: "amount", … }, options, "zh-CN").suggestion // "金额"
 */
export function spokenProblem(
  problem: ExpressionProblem,
  { schema, object }: CheckOptions,
  language: Language,
): ExpressionProblem {
  const { params, suggestion } = problem;
  if (problem.code === "wrong_type" && params["option"] !== undefined) {
    const at = placeOf(
      [schema.object(object), ...(schema.objects?.values() ?? [])],
      String(params["field"]),
      suggestion,
    );
    if (!at) return problem;
    const [field, options, fields] = at;
    return {
      ...problem,
      params: { ...params, field: spoken(field.name, fields, language) },
      ...suggesting(suggestion, options, language),
    };
  }
  if (problem.code !== "unknown_name" || params["ambiguous"] !== undefined || suggestion === undefined)
    return problem;
  const among =
    params["object"] === undefined
      ? [...(schema.objects?.values() ?? [])]
      : (schema.object(String(params["object"]))?.fields ?? []);
  return { ...problem, ...suggesting(suggestion, among, language) };
}

const suggesting = (
  suggestion: string | undefined,
  among: readonly Named[],
  language: Language,
): { readonly suggestion?: string } =>
  suggestion === undefined ? {} : { suggestion: spoken(suggestion, among, language) };

function spoken(name: string, among: readonly Named[], language: Language): string {
  const one = among.find((item) => item.name === name);
  const word = one && textOf(one.label, language, name);
  return word !== undefined && matching(word, among).length === 1 ? word : name;
}

/**
 * The field of this name that has the suggested option, or any options where nothing is suggested; of the
 * condition's own object first.
 */
function placeOf(
  objects: readonly (CatalogObject | undefined)[],
  name: string,
  suggestion: string | undefined,
): readonly [Named, readonly Named[], readonly Named[]] | undefined {
  for (const object of objects) {
    const field = object?.byName[name];
    if (!object || !field || !("options" in field) || !field.options) continue;
    if (suggestion === undefined || matching(suggestion, field.options).length > 0)
      return [field, field.options, object.fields];
  }
  return undefined;
}
