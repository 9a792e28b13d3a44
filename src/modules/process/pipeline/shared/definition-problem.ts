import type { CheckOptions, Checked, ExpressionSchema } from "../../../../shared/expression/types.ts";
import { type LabelMap, LANGUAGES } from "../../../../shared/i18n/label.ts";
import { definitionTexts as texts, languageNames } from "./check-definition.texts.ts";
import { compose } from "../../../../shared/i18n/compose-labels.ts";

/** Something a pipeline may not be published with. `path` leads to the place: "stages.demo.entry.budget". */
export interface DefinitionProblem {
  readonly path: string;
  readonly code: string;
  readonly text: LabelMap;
}

/** What a definition is checked against: the objects, and what else there is to be named. */
export interface CheckWorld {
  readonly schema: ExpressionSchema;
  readonly checkExpression: (source: string, options: CheckOptions) => Checked;
  /** Codes of questionnaires and names of roles that there are. */
  readonly forms: readonly string[];
  readonly roles: readonly string[];
  /** Ids of those people named in the definition who are still here. */
  readonly people: readonly string[];
}

/** A label must be there in every language. */
export const checkLabel = (path: string, map: LabelMap, place: string): readonly DefinitionProblem[] =>
  LANGUAGES.filter((language) => !map[language]?.trim()).map((language) => ({
    path,
    code: "label_missing",
    text: compose(texts.label_missing, { place, language: languageNames[language] ?? language }),
  }));
