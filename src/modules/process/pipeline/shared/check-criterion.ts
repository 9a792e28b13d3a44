import type { LabelMap } from "../../../../shared/i18n/label.ts";
import { compose } from "../../../../shared/i18n/compose-labels.ts";
import { definitionTexts as texts } from "./check-definition.texts.ts";
import type { Place } from "./criterion-kind.ts";
import type { DefinitionProblem } from "./definition-problem.ts";
import type { Criterion } from "./pipeline.ts";

/** What is wrong with one criterion of a stage, as its kind finds it. */
export function checkCriterion(criterion: Criterion, place: Place): readonly DefinitionProblem[] {
  const kind = place.world.kinds.get(criterion.kind);
  return kind ? kind.check(criterion, place) : [fault(place, "unknown_kind", { kind: criterion.kind })];
}

export const fault = (
  { path }: Pick<Place, "path">,
  code: keyof typeof texts,
  places: Readonly<Record<string, string | number | LabelMap>> = {},
): DefinitionProblem => ({ path, code, text: compose(texts[code], places) });

/** Something is not chosen yet: the fault is the one of a wrong choice, said as what to do. */
export const unchosen = (
  { path }: Pick<Place, "path">,
  code: "unknown_form" | "unknown_document" | "unknown_related" | "unknown_role" | "bad_expression",
): DefinitionProblem => {
  const say = {
    unknown_form: texts.choose_form,
    unknown_document: texts.choose_document,
    unknown_related: texts.choose_related,
    unknown_role: texts.choose_role,
    bad_expression: texts.write_expression,
  };
  return { path, code, text: say[code] };
};

/** Faults of a condition on records of an object. */
export function checkSource(source: string, object: string, place: Place): readonly DefinitionProblem[] {
  const { world } = place;
  const checked = world.checkExpression(source, { schema: world.schema, object, expects: "boolean" });
  if (checked.ok) return [];
  const problem = checked.problem.suggestion
    ? `${checked.problem.code}: ${checked.problem.suggestion}?`
    : checked.problem.code;
  return [fault(place, "bad_expression", { source, problem, at: checked.problem.at.start + 1 })];
}

export const isBounds = (min: number | undefined, max: number | undefined): boolean =>
  (min ?? 0) >= 0 && (max ?? Number.POSITIVE_INFINITY) >= (min ?? 0);
