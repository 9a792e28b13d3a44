import type { LabelMap } from "../../../../shared/i18n/label.ts";
import { compose } from "../../../../shared/i18n/compose-labels.ts";
import { definitionCheckMessages } from "./check-definition.messages.ts";
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
  code: keyof typeof definitionCheckMessages,
  places: Readonly<Record<string, string | number | LabelMap>> = {},
): DefinitionProblem => ({ path, code, text: compose(definitionCheckMessages[code], places) });

/** Something is not chosen yet: the fault is the one of a wrong choice, said as what to do. */
export const unchosen = (
  { path }: Pick<Place, "path">,
  code: "unknown_form" | "unknown_document" | "unknown_related" | "unknown_role" | "bad_expression",
): DefinitionProblem => {
  const say = {
    unknown_form: definitionCheckMessages.choose_form,
    unknown_document: definitionCheckMessages.choose_document,
    unknown_related: definitionCheckMessages.choose_related,
    unknown_role: definitionCheckMessages.choose_role,
    bad_expression: definitionCheckMessages.write_expression,
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
