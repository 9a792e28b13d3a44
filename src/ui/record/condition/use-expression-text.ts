import { useMemo } from "react";
import { checkExpression } from "../../../shared/expression/check.ts";
import { spokenProblem } from "../../../shared/expression/spoken-problem.ts";
import type { CheckOptions, ExpressionProblem } from "../../../shared/expression/types.ts";
import { withLabels } from "../../../shared/expression/with-labels.ts";
import { type ObjectInfo, useObjects } from "../../data/objects.ts";
import { useLanguage } from "../../kit/language.tsx";

/**
 * Conditions on records of an object: stored by API names and option codes, shown and typed under today's
 * labels in the reader's language. A label that means several things stays an API name, and typed it is a
 * problem that says so.
 */
export function useExpressionText(object: ObjectInfo) {
  const { language } = useLanguage();
  const objects = useObjects();
  return useMemo(() => {
    const options: CheckOptions = {
      schema: { object: (name) => objects.get(name), objects },
      object: object.name,
      expects: "boolean",
    };
    const check = (text: string) => (text.trim() === "" ? null : checkExpression(text, options));
    return {
      options,
      /** As people read it. */
      shown: (text: string): string => (text.trim() === "" ? text : withLabels(text, options, language)),
      /** As it is stored; what does not hold stays as typed. */
      stored: (text: string): string => {
        const checked = check(text);
        return checked?.ok ? checked.expression.text : text.trim();
      },
      problemOf: (text: string): ExpressionProblem | null => {
        const checked = check(text);
        return checked && !checked.ok ? spokenProblem(checked.problem, options, language) : null;
      },
    };
  }, [objects, object.name, language]);
}
